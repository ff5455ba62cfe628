import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import { bandEnds } from '../../src/typeset/picture-bands.js'
import { han } from '../kit/manuscript.js'
import type { Printed } from '../kit/press.js'
import { press } from '../kit/press.js'
import { linesIn, solid } from '../kit/type-area.js'
import { workspace } from '../kit/workspace.js'

const folder = workspace('split')

/** A screenshot of a long conversation: a bar every 100 px on a blank background. */
function screenshot(height: number): Promise<Buffer> {
  const bars = Array.from(
    { length: height / 100 },
    (_, n) => `<rect x="40" y="${n * 100 + 20}" width="${300 + ((n * 137) % 700)}" height="40"/>`,
  )
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="1080" height="${height}"><rect width="1080" height="${height}" fill="#eef"/>${bars.join('')}</svg>`
  return sharp(Buffer.from(drawing)).png().toBuffer()
}

let printed: Record<'squeezed' | 'split', Printed>
beforeAll(async () => {
  const picture = await screenshot(15_000)
  const around = (title: string) =>
    `---\ntitle: 长图\nsection: 一\n---\n\n${han(200)}\n\n![聊天记录](a.png${title})\n\n甲乙丙丁戊己。\n`
  printed = await press(folder, {
    squeezed: { '1.md': around(''), 'a.png': picture },
    split: { '1.md': around(' "split"'), 'a.png': picture },
  })
})

describe('a screenshot many times as long as the page', () => {
  it('is told of when it fits one page', () => {
    const { report } = printed.squeezed
    const said = report.diagnostics.filter(({ rule }) => rule === 'image-tall')
    expect(said).toMatchObject([{ severity: 'warning', at: { line: 8, column: 1 } }])
    expect(said[0]?.message).toContain('8 毫米宽')
    expect(said[0]?.hint).toContain('"split"')
  })

  it('goes on over the next pages at its whole width when asked', () => {
    const { report, pdf } = printed.split
    expect(report.diagnostics.filter(({ rule }) => rule.startsWith('image'))).toEqual([])
    // At a width of 156 mm it is 2167 mm high: nine pages and parts of two more.
    const last = pdf.pages.findIndex(({ text }) => solid(text).includes('甲乙丙丁'))
    const first = pdf.pages.findIndex(({ text }) => solid(text).includes(han(20)))
    expect(last - first).toBeGreaterThanOrEqual(9)
    expect(last - first).toBeLessThanOrEqual(11)
  })

  it('leaves what follows on the grid, under its caption', () => {
    const { pages } = printed.split.pdf
    const page = pages.find(({ text }) => solid(text).includes('甲乙丙丁'))
    const plain = pages.find(({ text }) => solid(text).includes(han(20)))
    const lines = page ? linesIn(page) : []
    expect(lines.map(({ glyphs }) => glyphs.map(({ text }) => text).join('')).slice(0, 2)).toEqual([
      '聊天记录',
      '甲乙丙丁戊己。',
    ])
    const grid = plain ? linesIn(plain).map(({ y }) => y) : []
    const pitch = (grid[3] ?? 0) - (grid[2] ?? 0)
    const off = ((lines[1]?.y ?? 0) - (grid[2] ?? 0)) / pitch
    expect(Math.abs(off - Math.round(off))).toBeLessThan(0.03)
  })
})

describe('the bands of a long picture', () => {
  const room = { measure: 156, line: 9, lines: 25 }
  const rows = (...at: number[]) => at.map((one) => ({ at: one, isBlank: false }))

  it('end at the first row that cuts nothing, a line or more on', () => {
    expect(bandEnds(60, rows(4, 12, 14, 40), room)).toEqual([12, 40, 60])
  })

  it('end rather at a blank row near it', () => {
    expect(bandEnds(60, [...rows(12, 14), { at: 30, isBlank: true }], room)).toEqual([30, 60])
  })

  it('leave whole what half a page holds, and are a line high in what is taller', () => {
    expect(bandEnds(300, rows(100), room).slice(0, 2)).toEqual([100, 109])
    expect(bandEnds(150, [], room)).toEqual([9, 18, 27, 36, 45, 150])
    expect(bandEnds(100, [], room)).toEqual([100])
  })
})
