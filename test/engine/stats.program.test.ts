import { readdirSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { toString as textOf } from 'hast-util-to-string'
import { describe, expect, it } from 'vitest'
import { parseArticle } from '../../src/input/article/article.js'
import { parseRecords } from '../../src/input/statistics/records.js'
import { parseStatisticsRules } from '../../src/input/statistics/rules.js'
import { countCharacters, signedBy } from '../../src/issue/statistics/contributions.js'
import { statisticsOf } from '../../src/issue/statistics/statistics.js'
import type { Contribution } from '../../src/model/statistics.js'
import { contributionsCsv } from '../../src/report/statistics/csv.js'
import { noticeFiles, sentence } from '../../src/report/statistics/notice.js'
import { bulletin } from '../kit/program.js'
import { workspace, writeFiles } from '../kit/workspace.js'

const one = (units: string[], rest: Partial<Contribution> = {}): Contribution => ({
  kind: 'article',
  title: '题目',
  units,
  authors: [],
  issue: 'issue-1',
  year: 2021,
  month: 6,
  characters: 0,
  pictures: 0,
  file: 'a.md',
  ...rest,
})
const points = (...args: Parameters<typeof statisticsOf>) =>
  statisticsOf(...args).units.map(({ name, points, rank }) => [rank, name, points])

describe('points', () => {
  it('an article is 5, a brief 1; equal points share a rank and the next is skipped', () => {
    const all = [one(['甲']), one(['乙']), one(['丙'], { kind: 'brief' })]
    expect(points(all)).toEqual([
      [1, '甲', 5],
      [1, '乙', 5],
      [3, '丙', 1],
    ])
  })

  it.each([
    [
      'each',
      [
        [1, '甲', 5],
        [1, '乙', 5],
      ],
    ],
    [
      'split',
      [
        [1, '甲', 2.5],
        [1, '乙', 2.5],
      ],
    ],
    [
      'first',
      [
        [1, '甲', 5],
        [2, '乙', 0],
      ],
    ],
  ] as const)('of a joint article (%s)', (joint, expected) => {
    expect(points([one(['甲', '乙'])], { joint })).toEqual(expected)
  })

  it('a section’s own points go first; characters and pictures add', () => {
    const rules = {
      points: { article: 3, sections: { 要闻: 8 } },
      characters: { every: 1000, points: 1 },
      picture: 0.5,
    }
    const all = [
      one(['甲'], { section: '要闻', characters: 2999, pictures: 1 }),
      one(['乙'], { section: '交流' }),
    ]
    expect(points(all, rules)).toEqual([
      [1, '甲', 10.5],
      [2, '乙', 3],
    ])
  })

  it('a month has its cap, and what a unit is taken off counts', () => {
    const all = [
      ...[1, 2, 3].map(() => one(['甲'])),
      one(['甲'], { month: 7 }),
      one(['甲'], { kind: 'record', points: -3, month: 8 }),
    ]
    expect(points(all, { monthlyCap: 12 })).toEqual([[1, '甲', 12 + 5 - 3]])
  })

  it('one title in several places: all of them, or the best', () => {
    const all = [one(['甲']), one(['甲'], { kind: 'record', points: 20 })]
    expect(points(all, { reuse: 'sum' })).toEqual([[1, '甲', 25]])
    expect(points(all, { reuse: 'highest' })).toEqual([[1, '甲', 20]])
  })

  it('listed units keep their order and get rows of zeros; aliases are one unit', () => {
    const rules = { groups: [{ name: '区县', units: ['丁', '甲', '乙'] }], aliases: { 甲馆: '甲' } }
    const { units, unlisted } = statisticsOf([one(['甲馆']), one(['丙'])], rules)
    expect(units.map(({ name, articles }) => [name, articles])).toEqual([
      ['甲', 1],
      ['丙', 1],
      ['丁', 0],
      ['乙', 0],
    ])
    expect(unlisted).toEqual(['丙'])
  })

  it('sums hold whatever is counted', () => {
    const contribution = fc.record({
      kind: fc.constantFrom('article' as const, 'brief' as const),
      units: fc.uniqueArray(fc.constantFrom('甲', '乙', '丙', '丁'), { maxLength: 3 }),
      month: fc.integer({ min: 1, max: 12 }),
      characters: fc.integer({ min: 0, max: 5000 }),
    })
    fc.assert(
      fc.property(fc.array(contribution), (made) => {
        const all = made.map(({ units, ...rest }) => one(units, rest))
        const { articles, briefs, units, months } = statisticsOf(all, { joint: 'split' })
        expect(articles + briefs).toBe(all.length)
        expect(months.reduce((sum, month) => sum + month.articles + month.briefs, 0)).toBe(
          all.length,
        )
        const signed = all.filter(({ units }) => units.length > 0)
        const worth = signed.reduce((sum, { kind }) => sum + (kind === 'article' ? 5 : 1), 0)
        const given = units.reduce((sum, { points }) => sum + points, 0)
        expect(Math.abs(given - worth)).toBeLessThan(0.01 * (units.length + 1))
      }),
    )
  })
})

describe('what is counted', () => {
  it.each([
    ['全市召开会议。', 7],
    ['共有 128 人参加 AI 培训，3.5万元', 13],
    ['', 0],
  ])('counts characters as Word does: %s', (text, count) => {
    expect(countCharacters(text)).toBe(count)
  })

  it.each([
    ['（城东区文化馆 陈　思）', ['城东区文化馆'], ['陈思']],
    ['（城东区文化馆）', ['城东区文化馆'], []],
    ['（李 艳 王小明）', [], ['李艳', '王小明']],
  ])('tells the unit of a brief from the person: %s', (signature, units, authors) => {
    expect(signedBy(signature)).toEqual({ units, authors })
  })

  it('units with equally many pieces share a phrase', () => {
    const { units } = statisticsOf([one(['甲']), one(['甲']), one(['乙']), one(['丙'])])
    expect(sentence(units)).toBe('甲2篇，乙、丙各1篇。')
  })
})

describe('rules and records', () => {
  const source = (text: string) => ({ path: 'r.yaml', absolute: '/x/r.yaml', text })

  it('are read in Chinese and English, and what is wrong is told with its line', () => {
    const { value, diagnostics } = parseStatisticsRules(
      source(
        '分值: { 文章: 3, 栏目: { 要闻: 8 } }\n联合: 均分\n单位:\n  区县: [甲馆, 乙馆]\n别名: { 甲: 甲馆 }\n',
      ),
    )
    expect(diagnostics).toEqual([])
    expect(value).toMatchObject({
      points: { article: 3, sections: { 要闻: 8 } },
      joint: 'split',
      groups: [{ name: '区县', units: ['甲馆', '乙馆'] }],
      aliases: { 甲: '甲馆' },
    })
    const wrong = parseStatisticsRules(source('分值: { 文章: 五 }\n联何: 均分\n'))
    expect(wrong.diagnostics.map(({ at }) => at.line)).toEqual([2, 1].sort())
  })

  it('records are lines of a CSV; a line without points is told', () => {
    const { value, diagnostics } = parseRecords(
      source('\ufeff单位,标题,日期,来源,分\n甲馆,某文,2021/6/1,市简报,10\n乙馆,某文,,批示,好\n'),
    )
    expect(value).toMatchObject([
      { units: ['甲馆'], points: 10, year: 2021, month: 6, issue: '市简报' },
    ])
    expect(diagnostics.map(({ at }) => at.line)).toEqual([3])
  })

  it('a unit or a section may have the name of something of JavaScript', () => {
    const all = [one(['constructor'], { section: 'toString' }), one(['__proto__'])]
    const { value = {} } = parseStatisticsRules(
      source('分值: { 栏目: { __proto__: 8 } }\n别名: { __proto__: 甲馆 }\n'),
    )
    expect(points(all, value)).toEqual([
      [1, 'constructor', 5],
      [1, '甲馆', 5],
    ])
  })

  it('no cell of the CSV is a formula', () => {
    expect(contributionsCsv([one(['甲'], { title: '=HYPERLINK("http://a")' })])).toContain(
      '"\'=HYPERLINK(',
    )
  })
})

describe('a notice', () => {
  it('prints names as they are, whatever they would mean in Markdown, HTML or YAML', () => {
    const name = '<img src=x>[乙](javascript:1)*丙*|丁'
    const title = `${'很 长 的 刊 名 '.repeat(20)}: <b>`
    const statistics = statisticsOf([one([name], { section: name })], {})
    const files = noticeFiles(statistics, {
      title,
      publisher: '馆',
      date: '2021-12-31',
      groups: [],
    })
    const text = files.get('01-通报.md') ?? ''
    const { value, diagnostics } = parseArticle(
      { path: '01-通报.md', absolute: '/x/01-通报.md', text },
      { idPrefix: 'a', single: false },
    )
    expect(diagnostics.map(({ rule }) => rule)).toEqual([])
    expect(value?.fields.title).toContain(title)
    expect(textOf(value?.content ?? { type: 'root', children: [] }).split(name)).toHaveLength(5)
  })
})

describe('bulletin stats', () => {
  const cwd = workspace('stats')
  const issues = [
    'fixtures/back-issues/issue-52',
    'fixtures/back-issues/issue-53',
    'fixtures/issue-54',
  ]
  const root = join(import.meta.dirname, '../..')
  const run = (...words: string[]) =>
    bulletin(['stats', ...issues.map((issue) => join(root, issue)), ...words], { cwd })

  it('shows every unit with what it sent in', async () => {
    const { code, stdout } = await run('--year', '2021')
    expect(code).toBe(0)
    expect(stdout).toMatch(/^共 3 期：文章 \d+ 篇，简讯 \d+ 条/)
    expect(stdout).toMatch(/\n +1 {2}协会办公室 +3 +1 +0 +\d+ +16\n/)
  })

  it('reads no records outside of the folder of its rules, and shows nothing of them', async () => {
    writeFiles(cwd, {
      'secret.csv': '秘密,分\n甲,1\n',
      'rules/a.yaml': '其他记录: ../secret.csv\n',
      'rules/b.yaml': '其他记录: link.csv\n',
    })
    symlinkSync(join(cwd, 'secret.csv'), join(cwd, 'rules/link.csv'))
    for (const [name, message] of [
      ['a', '在规则文件的文件夹之外'],
      ['b', '指向文件夹之外的链接'],
    ]) {
      const { code, stdout, stderr } = await run('--rules', `rules/${name}.yaml`)
      expect([code, stderr]).toEqual([2, expect.stringContaining(message ?? '')])
      expect(stdout + stderr).not.toContain('秘密')
    }
  })

  it('writes tables, a page with charts, and a notice that builds', async () => {
    writeFiles(cwd, {
      'r.yaml':
        '分值: { 文章: 5, 简讯: 1 }\n单位:\n  区县: [望津区文化志愿者协会, 无稿区文化志愿者协会]\n',
    })
    const { code } = await run(
      '--year',
      '2021',
      '--rules',
      'r.yaml',
      '--csv',
      '用稿.csv',
      '--details',
      '清单.csv',
      '--html',
      '用稿.html',
      '--notice',
      '通报',
      '-q',
    )
    expect(code).toBe(0)
    expect(readFileSync(join(cwd, '用稿.csv'), 'utf8')).toContain('区县,无稿区文化志愿者协会,0,0,0')
    expect(readFileSync(join(cwd, '清单.csv'), 'utf8').split('\r\n').length).toBeGreaterThan(30)
    expect(readFileSync(join(cwd, '用稿.html'), 'utf8')).toMatch(
      /<svg .*<title>协会办公室 \d+<\/title>/,
    )
    const notice = readFileSync(join(cwd, '通报/01-通报.md'), 'utf8')
    expect(notice).toContain('没有稿件刊用的单位：无稿区文化志愿者协会。')
    const built = await bulletin(['build', '通报', '--json'], { cwd })
    expect(JSON.parse(built.stdout)).toMatchObject({ exitCode: 0 })
    expect((await run('--notice', '通报', '-q')).code).toBe(2)
    expect((await run('--csv', 'r.yaml', '-q')).code).toBe(2)
  })

  it('--json carries every sum and every contribution; a year without issues is refused', async () => {
    const { stdout } = await run('--json')
    const report = JSON.parse(stdout)
    expect(report).toMatchObject({ issues: 3, exitCode: 0 })
    expect(report.contributions).toHaveLength(report.articles + report.briefs)
    const other = await run('--json', '--year', '2019')
    expect(other).toMatchObject({ code: 2, stdout: '' })
    expect(other.stderr).toContain('没有2019年的一期。')
  })

  it.each([
    [['--rules', '没有.yaml'], '找不到“没有.yaml”。\n改法：检查 --rules 写的文件名'],
    [['--csv', 'a.txt'], '文件名以 .csv 结尾，如 --csv 用稿统计.csv。'],
    [['--csv', 'a.csv', '--details', './a.csv'], '--csv 和 --details 都要存成“./a.csv”。'],
    [['--html', 'r.yaml/a.html'], '“r.yaml”是文件，不是文件夹。'],
    [['--csv', 'b.csv', '--notice', 'r.yaml'], '“r.yaml”是文件，不是文件夹。'],
  ])('%j is refused before anything is read or written', async (words, message) => {
    const before = readdirSync(cwd)
    const { code, stdout, stderr } = await run(...words)
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain(message)
    expect(readdirSync(cwd)).toEqual(before)
  })
})
