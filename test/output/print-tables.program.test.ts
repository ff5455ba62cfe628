import { beforeAll, describe, expect, it } from 'vitest'
import { article, han, prose } from '../kit/manuscript.js'
import type { Printed } from '../kit/press.js'
import { press } from '../kit/press.js'
import { linesIn, solid, typeArea } from '../kit/type-area.js'
import { workspace } from '../kit/workspace.js'

const folder = workspace('tables')

const accounts = `| 序号 | 日期 | 项目 | 金额（元） | 经手人 | 备注 |
| :---: | --- | --- | ---: | --- | --- |
| 1 | 2021年3月12日 | 购置图书 | 12,480.00 | 陈 思 | ${han(36, 1)} |
| 2 | 2021年11月28日 | 志愿者培训 | 128,000.00 | 欧阳文静 | ${han(50, 2)} |`
const telephones = `|${' 电话 |'.repeat(6)}\n|${' --- |'.repeat(6)}\n|${' 0731-84828624 |'.repeat(6)}`
const small = '| 甲 | 乙 |\n| --- | --- |\n| 子 | 丑 |'

/** Each lead-in after texts of increasing length: at every position of a page. */
const everywhere = (introduction: (n: number) => string, follows: string) =>
  Array.from(
    { length: 30 },
    (_, n) => `${prose(60 + n * 9, n)}\n\n${introduction(n)}\n\n${follows}`,
  ).join('\n\n')

const verse = `引子。

渡口的灯亮着，  
${han(40)}，  
等的人坐在石阶上。

来稿请寄：\\
滨江路118号

引子。`

/**
 * Four similar columns with different numbers, beside a text column that takes the remaining width.
 */
const quarters = (rows: number) =>
  `| 地区 |${[...'一二三四'].map((n) => ` ${n}季度（元） |`).join('')} 全年合计（元） | 备注 |
| --- |${' ---: |'.repeat(5)} --- |
${Array.from({ length: rows }, (_, n) => `| 甲区 | 1,234.5 | 134,567.50 | ${n + 1} | 1,234,567.50 | 11,234,567.50 | ${han(40, n)} |`).join('\n')}`

/** Ten columns on a landscape page: some similar by chance, beside names and dates. */
const year = (cut: string) =>
  `| 馆别 | > | 接待读者（万人次） | > | 外借图书（万册次） | 异地还入（万册次） | 活动${cut}（场） | 地方文献${cut}（件） | 楼下书房${cut}（处） | 开通日期 |
| :--- |${' ---: |'.repeat(8)} :---: |
| ^ | 2023年 | 2024年 | 2023年 | 2024年 | ^ | ^ | ^ | ^ | ^ |
| 市图书馆 | 61 | 68 | 78 | 92 | 27 | 216 | 412 | — | 1月8日 |
| 望桥区 | 24 | 29 | 31 | 38 | 13 | 187 | 318 | 19 | 4月23日 |
| 云栈县 | 5 | 7 | 6 | 8 | 1 | 97 | 379 | — | 12月6日 |
| 合计 | 168 | 197 | 213 | 261 | 71 | 1318 | 2016 | 31 | |`
const sideways = (table: string) => `<!-- 横排 -->\n\n${table}\n\n<!-- /横排 -->`

let own: Record<
  | 'quarters'
  | 'year'
  | 'cutYear'
  | 'accounts'
  | 'telephones'
  | 'turned'
  | 'captions'
  | 'lists'
  | 'verse',
  Printed
>
beforeAll(async () => {
  own = await press(folder, {
    quarters: { '1.md': article({ title: '季度' }, `段落。\n\n${quarters(2)}`) },
    year: { '1.md': article({ title: '年度' }, sideways(year(''))) },
    cutYear: { '1.md': article({ title: '年度' }, sideways(year('<br>'))) },
    accounts: { '1.md': article({ title: '账目' }, accounts) },
    telephones: { '1.md': article({ title: '电话' }, `段落。\n\n${telephones}`) },
    turned: {
      '1.md': article({ title: '电话' }, sideways(telephones)),
    },
    captions: {
      '1.md': article(
        { title: '表题' },
        everywhere((n) => `表${n + 1}　表题`, small),
      ),
    },
    lists: {
      '1.md': article(
        { title: '引语' },
        everywhere(() => '引语：', '- 一项'),
      ),
    },
    verse: { '1.md': article({ title: '诗' }, verse) },
  })
})

describe('the columns of a table', () => {
  const lines = () => pagesOf(own.quarters).flat()

  it('cut no number, and are equally wide where they are alike', () => {
    const texts = lines().map(({ text }) => text)
    for (const number of ['1,234.5', '134,567.50', '1,234,567.50', '11,234,567.50'])
      expect(texts.filter((text) => text.includes(number)).length, number).toBeGreaterThan(0)
    const numbers = lines().find(({ text }) => text.includes('134,567.50'))?.glyphs ?? []
    // Right-aligned, at the right edges of the first four.
    const figures = numbers.filter(({ text }) => /[\d,.]/.test(text))
    const ends = figures
      .filter(({ x, width }, n) => (figures[n + 1]?.x ?? Infinity) - x - width > 1)
      .map(({ x, width }) => x + width)
      .slice(0, 4)
    const steps = ends.slice(1).map((end, n) => end - (ends[n] ?? 0))
    expect(steps).toHaveLength(3)
    expect(Math.max(...steps) - Math.min(...steps)).toBeLessThan(0.2)
  })

  it.each(['year', 'cutYear'] as const)('are no wider than a turned page: %s', (name) => {
    expect(own[name].report).toMatchObject({ exitCode: 0, diagnostics: [] })
  })

  it('break their heads by sense', () => {
    const head = lines().filter(({ glyphs }) => glyphs[0]?.font === 'BulletinHei')
    for (const word of ['季度', '（元）', '合计', '全年', '地区', '备注']) {
      const begun = head.flatMap(({ text }) => text.split(word[0] ?? '').length - 1)
      const kept = head.flatMap(({ text }) => text.split(word).length - 1)
      expect(begun, word).toEqual(kept)
    }
  })
})

const pagesOf = ({ pdf }: Printed) => pdf.pages.slice(2).map(linesIn)

/** The texts on one baseline, across columns. */
const baselines = (printed: Printed) =>
  pagesOf(printed)
    .flat()
    .map((line) => solid(line.text))

describe('a table', () => {
  it('breaks no number, date or name beside a long column', () => {
    const lines = baselines(own.accounts)
    for (const whole of ['序号', '金额（元）', '购置图书', '128,000.00', '欧阳文静'])
      expect(
        lines.some((line) => line.includes(whole)),
        whole,
      ).toBe(true)
    for (const date of ['2021年3月12日', '2021年11月28日'])
      expect(
        lines.some((line) => line.includes(date)),
        date,
      ).toBe(true)
    expect(own.accounts.report.diagnostics).toEqual([])
  })

  it('is reported with its line when its type falls under 小四', () => {
    const said = own.telephones.report.diagnostics
    expect(said).toMatchObject([{ rule: 'table-small', severity: 'warning', at: { line: 8 } }])
    expect(said[0]?.message).toMatch(/五号|小五|六号/)
    expect(said[0]?.hint).toContain('<!-- 横排 -->')
  })

  it('is set in 小四 where it is turned, as the message advises', () => {
    expect(own.turned.report.diagnostics.map(({ rule }) => rule)).toEqual([])
    expect(own.turned.report.pdf).toBeDefined()
  })
})

describe('a page', () => {
  it('never ends with the caption of a table or a line that introduces a list', () => {
    const lasts = (printed: Printed) =>
      pagesOf(printed).map((lines) => solid(lines.at(-1)?.text ?? ''))
    expect(lasts(own.captions).length).toBeGreaterThan(8)
    expect(lasts(own.captions).filter((last) => last.endsWith('表题'))).toEqual([])
    expect(lasts(own.lists).filter((last) => last === '引语：')).toEqual([])
  })
})

describe('verse', () => {
  it('begins every line two cells in, and goes on at the edge where one is too long', () => {
    const lines = pagesOf(own.verse).flat()
    const xOf = (start: string) => lines.find((line) => solid(line.text).startsWith(start))?.x
    const indented = typeArea.left + 2 * typeArea.cell
    for (const start of ['渡口', han(4), '等的人', '来稿', '滨江路'])
      expect(xOf(start), start).toBeCloseTo(indented, 0)
    expect(xOf(han(40).slice(26, 30))).toBeCloseTo(typeArea.left, 0)
  })

  it('stands a line apart from the next stanza', () => {
    const lines = pagesOf(own.verse).flat()
    const yOf = (start: string) => lines.find((line) => solid(line.text).startsWith(start))?.y ?? 0
    expect(yOf('来稿') - yOf('等的人')).toBeCloseTo(2 * typeArea.line, 0)
    expect(yOf('滨江路') - yOf('来稿')).toBeCloseTo(typeArea.line, 0)
  })
})
