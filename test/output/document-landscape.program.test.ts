import { describe, expect, it } from 'vitest'
import { off, sheet, tolerance } from '../kit/document-sheet.js'
import { press } from '../kit/press.js'
import type { PdfPage } from '../kit/read-pdf.js'
import { pageNumberOf } from '../kit/type-area.js'
import { workspace } from '../kit/workspace.js'

const columns = Array.from({ length: 12 }, (_, index) => index)
const table = [
  `|${columns.map((column) => `项目${column}`).join('|')}|`,
  `|${columns.map(() => '---|').join('')}`,
  ...Array.from({ length: 40 }, (_, row) => `|${columns.map(() => `第${row + 1}行`).join('|')}|`),
].join('\n')

const files = {
  'bulletin.yaml':
    'template: document\ntitle: 云溪市图书馆文件\npublisher: 云溪市图书馆\ndocNumber: 云图发〔2022〕7号\nrecipients: 各分馆\ndate: 2022-05-29\n',
  '01.md': '---\ntitle: 关于整理书库的通知\n---\n\n书库要在汛期以前整理完毕。\n',
  '02.md': `---\ntitle: 任务分工表\nattachment: true\n---\n\n<!-- landscape -->\n\n${table}\n\n<!-- /landscape -->\n`,
}

/** Left edge of the letters of a rotated text: all of its glyphs have the same x. */
const across = (page: PdfPage, text: string): number[] =>
  page.glyphs.filter((glyph) => glyph.text === text).map(({ x }) => x)

describe('横排表格 (GB/T 9704—2012, 8)', () => {
  const folder = workspace('landscape')

  it('turns the head to the left of odd and even pages, repeats it, and leaves page numbers alone', async () => {
    const { one } = await press(folder, { one: files })
    const turned = one.pdf.pages.filter(({ text }) => text.includes('项'))
    expect(turned.length).toBeGreaterThan(1)
    expect(new Set(turned.map(({ number }) => number % 2)).size).toBe(2)
    for (const page of turned) {
      const [heads, rows] = [across(page, '项'), across(page, '行')]
      expect(heads).toHaveLength(columns.length)
      expect(Math.max(...heads)).toBeLessThan(Math.min(...rows))
      expect(Math.min(...heads)).toBeGreaterThan(sheet.left)
      expect(Math.max(...rows)).toBeLessThan(sheet.right)
      const number = pageNumberOf(page)
      expect(number?.text).toBe(`— ${page.number} —`)
      expect(off((number?.y ?? 0) - 0.38 * 4.94, sheet.bottom + 7)).toBeLessThan(tolerance)
    }
    const all = turned.flatMap((page) => across(page, '行'))
    expect(all).toHaveLength(40 * columns.length)
  })

  it('turns the word and the title of the attachment with the table', async () => {
    const { one } = await press(folder, { one: files })
    const [first] = one.pdf.pages.filter(({ text }) => text.includes('项'))
    const own = first?.glyphs.filter(({ font }) => font === 'BulletinTitle') ?? []
    expect(own.map(({ text }) => text).join('')).toBe('任务分工表')
    expect(new Set(own.map(({ x }) => Math.round(x))).size).toBe(1)
  })
})
