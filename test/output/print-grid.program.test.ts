import { beforeAll, describe, expect, it } from 'vitest'
import { article, han, paragraphs } from '../kit/manuscript.js'
import type { Printed } from '../kit/press.js'
import { press } from '../kit/press.js'
import { linesIn, textIn, typeArea } from '../kit/type-area.js'
import { workspace } from '../kit/workspace.js'

const folder = workspace('grid')
/** Allowed deviation of positions, mm: Chromium snaps baselines to whole pixels. */
const tolerance = 0.2

let printed: Record<'plain' | 'thirty' | 'mixed', Printed>
beforeAll(async () => {
  const plain = article({ title: '网格' }, han(28 * 25 * 4))
  printed = await press(folder, {
    plain: { '1.md': plain },
    thirty: { 'bulletin.yaml': 'page: { chars: 30, lines: 22 }', '1.md': plain },
    mixed: {
      '1.md': article(
        { title: '混排', subtitle: '（2021年5月11日）', byline: '某某协会会长 张 三' },
        [
          `## 一、${han(40)}`,
          paragraphs(2, 150),
          `### （一）${han(10)}`,
          `**一是${han(8)}。**${paragraphs(1, 200)}`,
          `普通[链接](https://example.org)与\`code\`及*楷体*，H<sub>2</sub>O，脚注[^1]。${paragraphs(1, 90)}`,
          `公式$E=mc^2$、$\\frac{a}{b}$、$\\sum_{i=1}^n x_i$，H~2~O，m^2^，==标记==。${paragraphs(1, 90)}`,
          '$$\\int_0^1 f(x)\\,dx = \\frac{-b \\pm \\sqrt{b^2-4ac}}{2a}$$',
          '> [!NOTE]\n> 请带身份证。',
          `#### 1. ${han(9)}`,
          `- ${paragraphs(1, 80)}\n- ${paragraphs(1, 60, 3)}`,
          `> 编者按：${paragraphs(1, 80)}`,
          `> ${paragraphs(1, 80)}`,
          '| 甲 | 乙 |\n| --- | --- |\n| 一 | 二 |',
          '---',
          paragraphs(3, 200, 4),
          '[^1]: 一条注。',
        ].join('\n\n'),
      ),
    },
  })
})

/** Pages of running text only: neither the first nor the last page of the article. */
const fullPages = ({ pdf: { pages } }: Printed) =>
  pages
    .filter((page) => linesIn(page).length > 0)
    .filter((page) =>
      linesIn(page).every(({ glyphs }) => glyphs.every(({ font }) => font === 'BulletinFangsong')),
    )
    .slice(0, 2)

describe('a page of plain text', () => {
  it('holds 25 lines of 28 characters', () => {
    const pages = fullPages(printed.plain)
    expect(pages).toHaveLength(2)
    for (const page of pages) {
      const lines = linesIn(page)
      expect(lines).toHaveLength(25)
      expect(lines.map(({ glyphs }) => glyphs.length)).toEqual(lines.map(() => 28))
    }
  })

  it('puts every character into its cell and every line on its place', () => {
    for (const page of fullPages(printed.plain)) {
      const lines = linesIn(page)
      const first = lines[0]?.y ?? 0
      // The baseline of the first line is inside the first line of the type area.
      expect(first).toBeGreaterThan(typeArea.top + 4)
      expect(first).toBeLessThan(typeArea.top + typeArea.line)
      for (const [row, { y, glyphs }] of lines.entries()) {
        expect(Math.abs(y - first - row * typeArea.line)).toBeLessThan(tolerance)
        for (const [column, { x }] of glyphs.entries()) {
          expect(Math.abs(x - typeArea.left - column * typeArea.cell)).toBeLessThan(tolerance)
        }
      }
    }
  })

  it('sets the type as large as its cell, 15.79 pt', () => {
    for (const page of fullPages(printed.plain)) {
      for (const { glyphs } of linesIn(page)) {
        for (const { size } of glyphs) expect(size).toBeCloseTo(15.79, 1)
      }
    }
  })

  it('holds as many lines and characters as page: says', () => {
    const pages = fullPages(printed.thirty)
    expect(pages).toHaveLength(2)
    for (const page of pages) {
      const lines = linesIn(page)
      expect(lines).toHaveLength(22)
      for (const [row, { y, glyphs }] of lines.entries()) {
        expect(glyphs).toHaveLength(30)
        // The pitch is rounded down to 1/8 px, otherwise a layout column would hold one line less
        // (page-geometry.ts).
        const place = (lines[0]?.y ?? 0) + (row * 225) / 22
        expect(y - place).toBeLessThan(tolerance)
        expect(place - y).toBeLessThan(tolerance + row * 0.01)
        for (const [column, { x }] of glyphs.entries()) {
          expect(Math.abs(x - typeArea.left - (column * 156) / 30)).toBeLessThan(tolerance)
        }
      }
    }
  })

  it('begins a paragraph two cells in', () => {
    const lines = printed.plain.pdf.pages.flatMap(linesIn)
    const body = lines.filter(({ glyphs }) => glyphs[0]?.font === 'BulletinFangsong')
    expect(body[0]?.x).toBeCloseTo(typeArea.left + 2 * typeArea.cell, 1)
    expect(body[1]?.x).toBeCloseTo(typeArea.left, 0)
  })
})

it('stays on the grid with headings, notes, tables, formulas, links and signs of other fonts between', () => {
  const body = printed.mixed.pdf.pages
    .slice(2)
    .flatMap((page) =>
      linesIn(page).filter(({ glyphs }) =>
        glyphs.some(({ font, size }) => font === 'BulletinFangsong' && size > 15.5),
      ),
    )
  expect(body.length).toBeGreaterThan(40)
  const phases = body.map(({ y }) => ((y - typeArea.top) / typeArea.line) % 1)
  expect(Math.max(...phases) - Math.min(...phases)).toBeLessThan(0.06)
})

it('sets formulas in a face of their own, letters in italics', () => {
  const { pages, fonts } = printed.mixed.pdf
  expect(fonts.get('BulletinMath')).toEqual({ type3: false, embedded: true })
  expect(pages.map((page) => textIn(page, 'BulletinMath')).join('')).toMatch(/𝐸=𝑚𝑐.*√∫𝑓/u)
})

it('is A4', () => {
  for (const { width, height } of printed.mixed.pdf.pages) {
    expect(Math.abs(width - 210)).toBeLessThan(0.2)
    expect(Math.abs(height - 297)).toBeLessThan(0.2)
  }
})
