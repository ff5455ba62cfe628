import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fields } from '../../src/input/article/fields.js'
import { isForeignKey } from '../../src/input/article/foreign-keys.js'
import { parseArticle } from '../../src/input/parse-issue.js'
import { dayFrom, isoDay } from '../../src/text/day.js'

const fileOf = (text: string) => ({ path: '01.md', absolute: '/issue/01.md', text })
const parse = (text: string) => parseArticle(fileOf(text), { idPrefix: 'a1', single: false })
const withHead = (head: string) => parse(`---\n${head}\n---\n\n正文。\n`)
const said = (head: string) => withHead(head).diagnostics.map(({ rule }) => rule)

/** For every key: values with their meaning, and values that are refused. */
const cases = {
  title: {
    passes: [
      ['2021', '2021'],
      ['甲<br>乙', '甲\n乙'],
      ['甲 \u000b乙\u2028丙\u0085\u2029', '甲\n乙\n丙'],
      ['false', false],
    ],
    fails: '[甲]',
  },
  subtitle: { passes: [['（2020年3月25日）', '（2020年3月25日）']], fails: '{ 甲: 乙 }' },
  byline: { passes: [['张 三\u000b李 四', '张 三\n李 四']], fails: '[张 三]' },
  section: { passes: [['工作交流', '工作交流']], fails: '[工作交流]' },
  unit: {
    passes: [
      ['甲馆', ['甲馆']],
      ['[甲馆, 乙馆]', ['甲馆', '乙馆']],
    ],
    fails: '{ 甲: 乙 }',
  },
  author: { passes: [['李 艳、罗 婷', ['李 艳、罗 婷']]], fails: '[[陈 思]]' },
  date: {
    passes: [
      ['2021-06-28', { year: 2021, month: 6, day: 28 }],
      ['2021年6月', { year: 2021, month: 6 }],
      ['2024.3.18', { year: 2024, month: 3, day: 18 }],
      ['2024/3/18', { year: 2024, month: 3, day: 18 }],
      ['20240318', { year: 2024, month: 3, day: 18 }],
      ['2024 . 10', { year: 2024, month: 10 }],
      ['2024.10', { year: 2024, month: 10 }],
      ['２０２４．３．１８', { year: 2024, month: 3, day: 18 }],
      ['2024–03–18', { year: 2024, month: 3, day: 18 }],
      ['二〇二四年三月一日', { year: 2024, month: 3, day: 1 }],
      ['二零二四年十二月三十一日', { year: 2024, month: 12, day: 31 }],
      ['二○二四年十月', { year: 2024, month: 10 }],
      ['2024年三月18号', { year: 2024, month: 3, day: 18 }],
      ['2024-03-18 10:00:00', { year: 2024, month: 3, day: 18 }],
      ['2024-03-18T22:10+08:00', { year: 2024, month: 3, day: 18 }],
      ['2024/3/18 9:30', { year: 2024, month: 3, day: 18 }],
    ],
    fails: '2026/3-1',
  },
  order: {
    passes: [
      ['012', 12],
      ['1.5', 1.5],
      ['-1', -1],
    ],
    fails: '第三',
  },
  note: { passes: [['|\n  按：甲。\n\n  乙。', '按：甲。\n\n乙。']], fails: '[按]' },
  tocTitle: {
    passes: [
      ['甲', '甲'],
      ['false', false],
    ],
    fails: '[甲]',
  },
  attachment: {
    passes: [
      ['true', true],
      ['是', true],
      ['报名表', '报名表'],
    ],
    fails: '[甲]',
  },
  draft: {
    passes: [
      ['true', true],
      ['否', false],
    ],
    fails: '也许',
  },
} satisfies Record<keyof typeof fields, { passes: [string, unknown][]; fails: string }>

describe.each(Object.keys(cases) as (keyof typeof cases)[])('%s', (key) => {
  const { passes, fails } = cases[key]
  const { alias } = fields[key]
  it.each(passes as [string, unknown][])('reads %j under either name', (written, meant) => {
    for (const name of [key, alias]) {
      const { value, diagnostics } = withHead(`${name}: ${written}`)
      expect(value?.fields[key]).toEqual(meant)
      expect(diagnostics).toEqual([])
    }
  })
  it('refuses what it cannot be, at the key, quoting it in the fix', () => {
    const [first] = withHead(`${alias}: ${fails}`).diagnostics
    expect(first?.at.line).toBe(2)
    expect(first?.severity).toBe('error')
    expect(first?.hint).toContain(alias)
  })
  it('counts as not given when nothing follows it', () => {
    expect(withHead(`${key}:`).value?.fields).toEqual({})
  })
})

it.each([
  ['2024.13.1', '不存在：没有 13 月', '年-月-日'],
  ['2023-02-30', '不存在：2023 年 2 月只有 28 天', '年-月-日'],
  ['20240230', '不存在：2024 年 2 月只有 29 天', '年-月-日'],
  ['二〇二三年二月三十日', '不存在', '年-月-日'],
  ['2024年3月18日（星期一）', '读不懂', '日期: 2024-03-18。'],
  ['2024-3.18', '读不懂', '日期: 2024-03-18。'],
  ['18/3/2024', '读不懂', '日期: 2024-03-18。'],
  ['3/4/2024', '读不懂', '日期: 2021-06-28。'],
  ['2024', '读不懂', '日期: 2021-06-28。'],
])(
  'says of the date %s what is wrong, and proposes no day that nobody wrote',
  (written, ...words) => {
    const [first] = withHead(`日期: ${written}`).diagnostics
    expect(first?.message).toContain(words[0])
    expect(first?.hint).toContain(words[1])
    expect(first?.hint).not.toMatch(/2024-0[234]-(?!18)|2023/)
  },
)

it('reads what an input method makes of a colon', () => {
  const { value, diagnostics } = parse(
    '---\n标题：城东区：新馆\n栏目:要闻\n作者:　陈 思\n日期 ： 2024.3.18\n---\n\n正文。\n',
  )
  expect(diagnostics).toEqual([])
  expect(value?.fields).toEqual({
    title: '城东区：新馆',
    section: '要闻',
    author: ['陈 思'],
    date: { year: 2024, month: 3, day: 18 },
  })
})

it('points at the line of the key, with Windows line ends too', () => {
  const { value, diagnostics } = parse(
    '---\r\ntitle: 甲\r\ndate: 2021-02-30\r\n---\r\n\r\n正文。\r\n',
  )
  expect(value?.where).toEqual({ title: { line: 2, column: 1 }, date: { line: 3, column: 1 } })
  expect(diagnostics.map(({ at }) => at)).toEqual([{ line: 3, column: 1 }])
})

it('gives the body the line numbers of the file', () => {
  const { value } = withHead('title: 甲')
  expect(value?.body.children[0]?.position?.start.line).toBe(5)
})

it('takes the title from the only heading of the first level', () => {
  const { value } = parse('# 本期要闻\n\n正文。\n')
  expect(value?.fields.title).toBe('本期要闻')
  expect(value?.where.title).toEqual({ line: 1, column: 1 })
  expect(value?.body.children.map(({ type }) => type)).toEqual(['paragraph'])
})

it('prints a title once that stands both in the front-matter and over the body', () => {
  const { value } = parse('---\ntitle: 本期要闻\n---\n\n# 本期 要闻\n\n正文。\n')
  expect(value?.fields.title).toBe('本期要闻')
  expect(value?.body.children.map(({ type }) => type)).toEqual(['paragraph'])
})

it('joins the lines of a text as Chinese is joined, and keeps the spaces that were typed', () => {
  const { value } = withHead('title: 举办健康教\n  育讲座 陈 思\nnote: >\n  值得\n  read\n  一读')
  expect(value?.fields).toEqual({ title: '举办健康教育讲座 陈 思', note: '值得 read 一读' })
})

it('never runs front-matter, whatever language it says it is in', () => {
  const ran = globalThis as { ran?: boolean }
  for (const language of [
    'js',
    'javascript',
    'json',
    'coffee',
    'toml',
    'constructor',
    '__proto__',
  ]) {
    const { value, diagnostics } = parse(`---${language}\n{ "a": (globalThis.ran = true) }\n---\n`)
    expect(value).toBeUndefined()
    expect(diagnostics.map(({ rule }) => rule)).toContain('front-matter-code')
  }
  expect(ran.ran).toBeUndefined()
})

it('does not give one reading of a broken text to the next', () => {
  const text = '---\ntitle: "甲\n---\n\n正文。\n'
  expect(parse(text)).toEqual(parse(text))
  expect(parse(text).diagnostics.map(({ rule }) => rule)).toEqual(['yaml-unclosed'])
})

it('does not let aliases grow', () => {
  const rows = ['a: &a [x, x]', 'b: &b [*a, *a]', 'c: &c [*b, *b]', 'author: *c']
  expect(said(rows.join('\n'))).toContain('yaml-mark')
})

it('leaves a rule at the top of a body without keys alone when it is closed by none', () => {
  const { value, diagnostics } = parse('正文。\n\n---\n\n附件：1. 报名表\n')
  expect(value).toBeDefined()
  expect(diagnostics).toEqual([])
})

it('keeps a warning of the note at the key of the note', () => {
  const { value, diagnostics } = withHead('title: 甲\nnote: <blink>按：甲。</blink>')
  expect(value?.note).toBeDefined()
  expect(diagnostics.map(({ at }) => at.line)).toEqual(diagnostics.map(() => 3))
  expect(diagnostics.length).toBeGreaterThan(0)
})

describe('a date', () => {
  const dates = fc
    .date({ min: new Date('1000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
    .map((date) => ({
      year: date.getUTCFullYear(),
      month: date.getUTCMonth() + 1,
      day: date.getUTCDate(),
    }))
  it('reads back what it writes', () => {
    fc.assert(
      fc.property(dates, (day) => {
        expect(dayFrom(isoDay(day))).toEqual(day)
      }),
    )
  })
  it('is the same day in Chinese', () => {
    fc.assert(
      fc.property(dates, (day) => {
        expect(dayFrom(`${day.year}年${day.month}月${day.day}日`)).toEqual(day)
      }),
    )
  })
  it.each(['2021-02-29', '2021-00-01', '2021-13', '2021年4月31日', '0021-01-01', '2021', '六月'])(
    'is not %s',
    (text) => expect(dayFrom(text)).toBeUndefined(),
  )
})

describe('any text whatever', () => {
  const marks = fc.constantFrom(
    '---',
    '\n',
    '\n---\n',
    'title: ',
    '标题：',
    '"',
    '[',
    '{',
    '- ',
    '&a ',
    '*a',
    '!x ',
    '#',
    '|\n ',
    '\t',
    '\r\n',
    '\u3000',
    '甲',
    '#  ',
    ': ',
  )
  const mixed = fc.array(fc.oneof(marks, fc.string({ unit: 'grapheme' })), { maxLength: 30 })
  it('gives an article or says why not, at a line of the file', () => {
    fc.assert(
      fc.property(mixed, fc.boolean(), (parts, headed) => {
        const text = (headed ? '---\n' : '') + parts.join('')
        const { value, diagnostics } = parse(text)
        const lines = text.split('\n').length
        for (const { at, message, hint } of diagnostics) {
          expect(at.line).toBeGreaterThanOrEqual(1)
          expect(at.line).toBeLessThanOrEqual(lines)
          expect(message).not.toMatch(/undefined|NaN/)
          expect(hint).not.toBe('')
        }
        expect(value !== undefined || diagnostics.length > 0).toBe(true)
      }),
      { numRuns: 300 },
    )
  })
})

it.each(Object.entries(fields))('no key of another program is taken for %s', (key, { alias }) => {
  expect([key, alias].filter(isForeignKey)).toEqual([])
})

it('takes keys without lines of dashes for the head, and puts the lines there', () => {
  const text = '\n标题：运动会\r\n栏目：要闻\r\n\r\n各位家长：\r\n'
  const { value, diagnostics } = parse(text)
  expect(value?.fields).toEqual({ title: '运动会', section: '要闻' })
  const [{ at, severity, fix } = { at: undefined }] = diagnostics
  expect([at?.line, severity]).toEqual([2, 'warning'])
  const fixed = text.slice(0, fix?.from) + fix?.text + text.slice(fix?.to)
  expect(fixed).toBe('---\r\n标题：运动会\r\n栏目：要闻\r\n---\r\n\r\n各位家长：\r\n')
  expect(parse('时间：五月\n标题：无\n\n正文。').value?.fields).toEqual({})
})
