import { join } from 'node:path'
import { openSync } from 'fontkit'
import { describe, expect, it } from 'vitest'
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
import type { Line } from '../kit/lines.js'
import { root } from '../kit/workspace.js'

const red = '#e60012'

/** The highest point of a line's ink, mm from the top of the sheet. */
function inkTop(line: Line): number {
  const face = openSync(join(root, 'dist/fonts/BulletinTitle.ttf'))
  if (!('layout' in face)) throw new Error('a collection')
  const highest = Math.max(...face.layout(line.text).glyphs.map(({ bbox }) => bbox.maxY))
  return line.y - (highest / face.unitsPerEm) * sizeOf(line)
}

describe('版头 (GB/T 9704—2012, 7.2)', () => {
  it('sets 份号, 密级 and 紧急程度 one a line from the first line down, flush left', async () => {
    const { pages } = await printed('notice-7')
    for (const [index, text] of ['000012', '秘密★1年', '加急'].entries()) {
      const line = lineWith(pages, text)
      expect(off(line.x, sheet.left)).toBeLessThan(tolerance)
      // Vertically centred in its grid line.
      const middle = sheet.top + sheet.line * (index + 0.5)
      expect(off((topOf(line) + footOf(line)) / 2, middle)).toBeLessThan(tolerance)
      expect(line.glyphs[0]?.font).toBe(index === 0 ? 'BulletinFangsong' : 'BulletinHei')
      expect(line.glyphs[0]?.size).toBeCloseTo(15.79, 1)
    }
  })

  it('begins the ink of the 发文机关标志 at 72 mm, centred, in red 小标宋', async () => {
    for (const [fixture, text] of [
      ['notice-7', '澄川市文化志愿者协会文件'],
      ['minutes', '办公会议纪要'],
    ] as const) {
      const { pages } = await printed(fixture)
      const line = lineWith(pages, text)
      expect(off(inkTop(line), 72)).toBeLessThan(tolerance)
      expect(off(centreOf(line), 106)).toBeLessThan(tolerance)
      expect(line.glyphs[0]?.font).toBe('BulletinTitle')
    }
  })

  it('sets the 发文字号 two blank lines under the mark, centred, the red line 4 mm under it', async () => {
    const { pages, shapes } = await printed('notice-7')
    const mark = lineWith(pages, '澄川市文化志愿者协会文件')
    const number = lineWith(pages, '〔2022〕7号')
    const blank = (sheet.line - sizeOf(number)) / 2
    expect(off(topOf(number) - blank, footOf(mark) + 2 * sheet.line)).toBeLessThan(tolerance)
    expect(off(centreOf(number), 106)).toBeLessThan(tolerance)
    expect(number.text).toContain('澄文志发〔2022〕7号')
    const [rule] = rulesOf(shapes[0])
    expect(rule?.colour).toBe(red)
    expect(off(rule?.top ?? 0, footOf(number) + 4)).toBeLessThan(tolerance)
    expect(off(rule?.left ?? 0, sheet.left)).toBeLessThan(tolerance)
    expect(off(rule?.width ?? 0, 156)).toBeLessThan(tolerance)
  })

  it('stacks joint issuers in one width, 文件 beside the middle of the stack', async () => {
    const { pages } = await printed('joint-issue')
    const [first, second, third] = ['澄川市文化志愿者协会', '馆文件', '博物馆'].map((text) =>
      lineWith(pages.slice(0, 1), text),
    )
    if (!first || !second || !third) throw new Error('no marks')
    expect(off(inkTop(first), 72)).toBeLessThan(tolerance)
    expect(off(first.x, third.x)).toBeLessThan(tolerance)
    expect(off(first.right, third.right)).toBeLessThan(tolerance)
    // Level with the middle name, to the right of all names.
    const suffix = part(second, '文件')
    expect(suffix.x).toBeGreaterThan(first.right)
  })

  it('sets an upward document: the number left on the line of the last 签发人, two names a line', async () => {
    const { pages } = await printed('joint-issue')
    const number = lineWith(pages, '澄文志联〔2022〕2号')
    expect(off(number.x, sheet.left + sheet.cell)).toBeLessThan(tolerance)
    expect(number.text).toContain('葛一宁')
    const first = lineWith(pages, '签发人：')
    expect(first.text).toContain('顾闻笙')
    expect(off(part(first, '顾闻笙').right, sheet.right - sheet.cell)).toBeLessThan(tolerance)
    expect(off(part(number, '葛一宁').x, part(first, '沈').x)).toBeLessThan(tolerance)
    expect(part(first, '签发人').font).toBe('BulletinFangsong')
    expect(part(first, '顾闻笙').font).toBe('BulletinKai')
  })
})
