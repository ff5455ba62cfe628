import { describe, expect, it } from 'vitest'
import { shapesOf } from '../kit/document-shapes.js'
import {
  centreOf,
  footOf,
  lineWith,
  off,
  part,
  printed,
  rulesOf,
  sheet,
  sizeOf,
  tolerance,
  topOf,
} from '../kit/document-sheet.js'
import { han, article as manuscript, paragraphs, prose } from '../kit/manuscript.js'
import { press } from '../kit/press.js'
import { pageNumberOf } from '../kit/type-area.js'
import { workspace } from '../kit/workspace.js'

const em = (14 * 25.4) / 72

describe('the head of a briefing', () => {
  it('prints the name in large red letters, 20 mm under the type area, and the issue line under it', async () => {
    const { pages } = await printed('briefing-19')
    const name = lineWith(pages, '文化志愿服务简报')
    const issue = lineWith(pages, '二〇二二年第十九期')
    expect(name.glyphs[0]?.font).toBe('BulletinTitle')
    expect(name.glyphs[0]?.size).toBeGreaterThanOrEqual(36)
    expect(off(centreOf(name), 106)).toBeLessThan(1)
    // The highest stroke of these letters is 85 % of the font size above the baseline.
    expect(off(name.y - 0.85 * sizeOf(name), sheet.top + 20)).toBeLessThan(tolerance)
    expect(off(centreOf(issue), 106)).toBeLessThan(tolerance)
    expect(issue.y).toBeGreaterThan(name.y + sheet.line)
  })

  it('sets the publisher left and the date right, a cell in, over a red rule as wide as the type area', async () => {
    const { pages, shapes } = await printed('briefing-19')
    const line = lineWith(pages, '二〇二二年五月二十九日')
    expect(off(part(line, '澄川市').x, sheet.left + sheet.cell)).toBeLessThan(tolerance)
    expect(off(line.right, sheet.right - sheet.cell)).toBeLessThan(tolerance)
    const [rule] = rulesOf(shapes[0]).filter(({ colour }) => colour === '#e60012')
    expect(off(rule?.width ?? 0, 156)).toBeLessThan(tolerance)
    expect(off(rule?.top ?? 0, footOf(line) + 4)).toBeLessThan(tolerance)
  })

  it('lists its four titles with page numbers, for it has more than eight pages', async () => {
    const { pages, pdf } = await printed('briefing-19')
    expect(pages.length).toBeGreaterThan(8)
    const rows = pages[0]?.links ?? []
    expect(new Set(rows.map(({ page }) => page)).size).toBe(4)
    for (const { page } of rows) {
      const title = pdf.outline.filter(({ depth }) => depth === 1).map((one) => one.page)
      expect(title).toContain(page)
    }
    const row = lineWith(pages, '鹿鸣县“流动客厅”进山记')
    const own = pdf.outline.find((one) => one.title.startsWith('鹿鸣县'))?.page
    expect(row.text.replace(/…+/, ' ')).toBe(`鹿鸣县“流动客厅”进山记 ${own}`)
  })

  it('keeps the issue’s note in one piece on the first page', async () => {
    const { pages } = await printed('briefing-19')
    expect(pages[0]?.text).toContain('家门口的文化客厅”建设进入第三年')
    expect(pages[0]?.text).toContain('供各区（县）参考。')
  })
})

const folder = workspace('briefing')

describe('the pages of a briefing', () => {
  it('hold 22 lines and let articles flow on', async () => {
    const { pages } = await printed('briefing-19')
    const full = pages
      .slice(1, -1)
      .map(({ lines }) => lines.filter(({ y }) => y < sheet.bottom))
      .filter((lines) => lines.length === 22)
    expect(full.length).toBeGreaterThan(0)
    const flowing = pages
      .slice(1)
      .filter(({ lines }) =>
        lines.some(
          ({ glyphs, y }) => glyphs[0]?.font === 'BulletinTitle' && y > sheet.top + 5 * sheet.line,
        ),
      )
    expect(flowing.length).toBeGreaterThan(0)
  })

  it('end with the tail at the foot of the last page, odd or even: names hanging, numbers of copies', async () => {
    const { pages, shapes } = await printed('briefing-19')
    const rules = rulesOf(shapes.at(-1))
    expect(rules.map(({ height }) => Number(height.toFixed(2)))).toEqual([0.35, 0.25, 0.35])
    const last = rules.at(-1)
    expect(off((last?.top ?? 0) + (last?.height ?? 0), sheet.bottom)).toBeLessThan(tolerance)
    const own = pages.slice(-1)
    const first = lineWith(own, '送：')
    expect(off(first.x, sheet.left + em)).toBeLessThan(tolerance)
    const wrapped = lineWith(own, '图书馆，市群众艺术馆')
    expect(off(wrapped.x, part(first, '市文化').x)).toBeLessThan(tolerance)
    expect(lineWith(own, '（共印260份）').text).toContain('0700-88886666')
    const page = pages.at(-1)
    expect(page && pageNumberOf(page)?.text).toBe(`— ${pages.length} —`)
  })

  it('begin 37 mm under the sheet’s edge, and all have the lines of one grid, the first page too', async () => {
    const body = (seed: number) =>
      [
        '## 一、做法',
        paragraphs(4, 180, seed),
        `### （一）${han(8)}`,
        `**一是${han(8)}。**${prose(90)}`,
        `> ${prose(80)}`,
        `- ${prose(60)}`,
        paragraphs(4, 150, seed + 9),
      ].join('\n\n')
    const settings = (title: string, more = '') =>
      `template: briefing\ntitle: ${JSON.stringify(title)}\nnumber: 3\ndate: 2022-05-29\n${more}`
    const articles = Object.fromEntries(
      [1, 2, 3].map((n) => [
        `${n}.md`,
        manuscript({ title: `书库第${n}回`, subtitle: '副题', byline: '某人' }, body(n)),
      ]),
    )
    const marks = `secrecy: 内部资料\ncopyNumber: "0012"\nnote: ${prose(80)}\n`
    // A name of two lines, and a note that moves to the next page as a whole.
    const note = `feature: 专辑\nnote: ${prose(270)}\n`
    const made = await press(folder, {
      marked: { 'bulletin.yaml': settings('书库简报', marks), ...articles },
      long: { 'bulletin.yaml': settings('云溪市书库\n工作情况简报', note), ...articles },
      dense: { 'bulletin.yaml': settings('书库简报', 'page: { lines: 25 }\n'), ...articles },
    })
    const fixture = await printed('briefing-19')
    for (const [pages, count] of [
      [made.marked.pdf.pages, 22],
      [made.long.pdf.pages, 22],
      [made.dense.pdf.pages, 25],
      [fixture.pages, 22],
    ] as const) {
      const pitch = 225 / count
      const lines = pages.flatMap((page) => page.lines.filter(({ y }) => y < sheet.bottom))
      const own = lines.filter((line) => off(sizeOf(line), sheet.cell) < 0.1)
      expect(new Set(own.map(({ glyphs }) => glyphs[0]?.font)).size).toBeGreaterThan(2)
      for (const line of own) {
        const place = (topOf(line) - sheet.top) / pitch
        expect(off(place, Math.round(place)) * pitch, line.text).toBeLessThan(tolerance)
      }
    }
    const [first] = made.marked.pdf.pages[0]?.lines ?? []
    expect(first?.text).toContain('内部资料')
    expect(off(first ? topOf(first) : 0, 37)).toBeLessThan(tolerance)
    expect(made.long.pdf.pages[1]?.lines[0]?.glyphs[0]?.font).toBe('BulletinKai')
  })

  const article = (title: string) => `---\ntitle: ${title}\n---\n\n今天开门，来人不少。\n`

  it('list titles without numbers in a short issue, and none for a single article', async () => {
    const head =
      'template: briefing\ntitle: 书库简报\nnumber: 3\ndate: 2022-05-29\npublisher: 云溪市图书馆\n'
    const made = await press(folder, {
      two: { 'bulletin.yaml': head, '01.md': article('书库开放'), '02.md': article('书库整理') },
      one: { 'bulletin.yaml': head, '01.md': article('书库开放') },
      pages: {
        'bulletin.yaml': `${head}toc: pages\n`,
        '01.md': article('书库开放'),
        '02.md': article('书库整理'),
      },
    })
    expect(made.one.pdf.pages).toHaveLength(1)
    expect(lineWith(made.two.pdf.pages, '书库整理').text).toMatch(/^●?书库整理$/)
    expect(made.one.pdf.pages[0]?.text).not.toContain('本期要目')
    expect(lineWith(made.pages.pdf.pages, '书库整理').text).toMatch(/…1$/)
    expect(made.two.pdf.pages[0]?.text).toContain('第3期')
    // Its only page is odd, and has the tail nevertheless.
    expect(rulesOf((await shapesOf(made.one.bytes))[0]).length).toBeGreaterThan(2)
  })

  it('follow `page`: 30 × 25 with letters of a thirtieth of the line', async () => {
    const { grid } = await press(folder, {
      grid: {
        'bulletin.yaml':
          'template: briefing\ntitle: 书库简报\nnumber: 3\ndate: 2022-05-29\npage: { chars: 30, lines: 25 }\n',
        '01.md': `---\ntitle: 书库开放\n---\n\n${'书'.repeat(1500)}\n`,
      },
    })
    const lines = grid.pdf.pages[1]?.lines.filter(({ y }) => y < sheet.bottom) ?? []
    expect(lines).toHaveLength(25)
    expect(lines[3]?.glyphs).toHaveLength(30)
    expect(lines[3]?.glyphs[0]?.size).toBeCloseTo(((156 / 30) * 72) / 25.4, 1)
    for (const [index, top] of lines.map(topOf).entries()) {
      expect(off(top, sheet.top + index * 9)).toBeLessThan(tolerance)
    }
  })
})
