import { beforeAll, describe, expect, it } from 'vitest'
import { article, han } from '../kit/manuscript.js'
import { pageTexts } from '../kit/page-texts.js'
import type { Printed } from '../kit/press.js'
import { press } from '../kit/press.js'
import { solid } from '../kit/type-area.js'
import { workspace } from '../kit/workspace.js'

const folder = workspace('landscape-text')

const rows = (count: number) =>
  `| 序号 | 内容 |\n| --- | --- |\n${Array.from({ length: count }, (_, n) => `| ${n + 1} | ${han(24, n)} |`).join('\n')}`
const paragraph = (opening: string, seed: number) => `${opening}${han(90, seed)}。`

/** A landscape part with text before and after its tables, in all more than a page. */
const body = [
  '直排的一段。',
  '<!-- 横排 -->',
  paragraph('表前的话', 1),
  rows(8),
  paragraph('表后的话', 2),
  '## 一、小标题',
  `- 甲项${han(60, 3)}\n- 乙项`,
  rows(30),
  paragraph('末了的话', 4),
  '<!-- /横排 -->',
  '又是直排的一段。',
].join('\n\n')

let own: Record<'issue', Printed>
let pages: string[]
beforeAll(async () => {
  own = await press(folder, { issue: { '1.md': article({ title: '横排' }, body) } })
  const texts = await pageTexts(own.issue.report.pdf ?? '')
  pages = texts.map(({ text }) => solid(text)).slice(2)
})

describe('a landscape part with text around its tables', () => {
  it('says nothing, and keeps the composed lines of the rest', () => {
    expect(own.issue.report).toMatchObject({ exitCode: 0, diagnostics: [] })
  })

  it('goes on on further pages, a heading with what follows it', () => {
    const pageOf = (words: string) => pages.findIndex((text) => text.includes(words))
    expect(pageOf('表前的话')).toBe(1)
    expect(pageOf('表后的话')).toBe(1)
    expect(pageOf('一、小标题')).toBe(pageOf('甲项'))
    expect(pageOf('甲项')).toBe(2)
    expect(pageOf('末了的话')).toBe(pages.length - 2)
    expect(pageOf('又是直排的一段')).toBe(pages.length - 1)
  })

  it('loses no letter, and repeats nothing but the head of the table that is cut', () => {
    const count = (words: string) => pages.join('').split(words).length - 1
    for (const text of [
      paragraph('表前的话', 1),
      paragraph('表后的话', 2),
      paragraph('末了的话', 4),
    ])
      expect(count(solid(text))).toBe(1)
    for (let n = 8; n < 30; n += 1) expect(count(`${n + 1}${han(24, n)}`)).toBe(1)
    // The second table is on two pages.
    expect(count('序号内容')).toBe(3)
  })

  it('stays within the paper', () => {
    for (const { lines } of own.issue.pdf.pages)
      for (const { x, y } of lines.flatMap(({ glyphs }) => glyphs)) {
        expect(x).toBeGreaterThan(15)
        expect(x).toBeLessThan(195)
        expect(y).toBeGreaterThan(20)
        expect(y).toBeLessThan(280)
      }
  })
})
