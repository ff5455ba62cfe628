import { describe, expect, it } from 'vitest'
import {
  footOf,
  lineWith,
  middleOf,
  off,
  part,
  printed,
  rulesOf,
  sheet,
  sizeOf,
  tolerance,
  topOf,
} from '../kit/document-sheet.js'
import { pageNumberOf } from '../kit/type-area.js'

const red = '#e60012'

describe('信函 (GB/T 9704—2012, 10.1)', () => {
  it('draws two double lines of 170 mm on the first page only: under the mark, and at 277 mm', async () => {
    const { pages, shapes } = await printed('letter')
    const mark = lineWith(pages, '澄川市文化志愿者协会')
    const rules = rulesOf(shapes[0])
    expect(rules).toHaveLength(4)
    for (const rule of rules) {
      expect(rule.colour).toBe(red)
      expect(off(rule.width, 170)).toBeLessThan(tolerance)
      expect(off(rule.left, 20)).toBeLessThan(tolerance)
    }
    const [thick, thin, lowerThin, lowerThick] = rules
    expect(thick?.height).toBeGreaterThan(thin?.height ?? 0)
    expect(lowerThick?.height).toBeGreaterThan(lowerThin?.height ?? 0)
    expect(off(lowerThin?.top ?? 0, 277)).toBeLessThan(tolerance)
    // Measured from the ink of the letters, which ends a little above the bottom of the em box.
    expect(off(thick?.top ?? 0, footOf(mark) + 4 - 0.05 * sizeOf(mark))).toBeLessThan(tolerance)
    expect(rulesOf(shapes[1])).toHaveLength(0)
  })

  it('begins the mark at 30 mm, without 文件', async () => {
    const { pages } = await printed('letter')
    const mark = lineWith(pages, '澄川市文化志愿者协会')
    // The highest stroke of these letters is 86 % of the font size above the baseline.
    expect(off(mark.y - 0.86 * sizeOf(mark), 30)).toBeLessThan(tolerance)
    expect(mark.text).not.toContain('文件')
  })

  it('sets 份号 left and 发文字号 right, 7/8 of a letter under the first line', async () => {
    const { pages, shapes } = await printed('letter')
    const line = lineWith(pages, '澄文志函〔2022〕11号')
    const foot = Math.max(
      ...rulesOf(shapes[0])
        .slice(0, 2)
        .map(({ top, height }) => top + height),
    )
    expect(off(topOf(line), foot + 0.875 * sizeOf(line))).toBeLessThan(tolerance)
    expect(off(part(line, '000001').x, sheet.left)).toBeLessThan(tolerance)
    expect(off(line.right, sheet.right)).toBeLessThan(tolerance)
  })

  it('has no number on its first page, the usual ones after it, and a 版记 without lines', async () => {
    const { pages, shapes } = await printed('letter')
    expect(pages[0]?.lines.some(({ y }) => y > 265)).toBe(false)
    const second = pages[1] && pageNumberOf(pages[1])
    expect(second?.text).toBe('— 2 —')
    expect(off(second?.x ?? 0, sheet.left + (14 * 25.4) / 72)).toBeLessThan(tolerance)
    const copied = lineWith(pages, '抄送：')
    expect(copied.page).toBe(pages.length)
    expect(off(middleOf(copied), sheet.bottom - sheet.line / 2)).toBeLessThan(tolerance)
    expect(rulesOf(shapes.at(-1))).toHaveLength(0)
    expect(pages.at(-1)?.text).not.toContain('印发')
  })

  it('sets the title two blank lines under what is above it', async () => {
    const { pages } = await printed('letter')
    const above = lineWith(pages, '加急')
    const title = lineWith(pages, '关于同意承办')
    expect(off(middleOf(title), middleOf(above) + 3 * sheet.line)).toBeLessThan(tolerance)
  })
})

describe('纪要 (GB/T 9704—2012, 10.3)', () => {
  it('names those present under the text: the word in 黑体, names in 仿宋, wrapped under the first name', async () => {
    const { pages } = await printed('minutes')
    const text = lineWith(pages, '随补。')
    const first = lineWith(pages, '出席：')
    expect(off(first.x, sheet.left + 2 * sheet.cell)).toBeLessThan(tolerance)
    if (first.page === text.page) {
      expect(off(middleOf(first), middleOf(text) + 2 * sheet.line)).toBeLessThan(tolerance)
    }
    expect(part(first, '出席').font).toBe('BulletinHei')
    expect(part(first, '市文化').font).toBe('BulletinFangsong')
    const own = pages.flatMap(({ lines }) => lines)
    const next = own[own.findIndex(({ text }) => text === first.text) + 1]
    expect(off(next?.x ?? 0, part(first, '市文化').x)).toBeLessThan(tolerance)
    const everything = pages.map((page) => page.text).join('')
    expect(everything).toContain('请假：')
    expect(everything).toContain('列席：')
  })

  it('prints nobody of the newsletter that it shares its settings with, and no signature', async () => {
    const { pages } = await printed('minutes')
    const text = pages.map((page) => page.text).join('')
    expect(text).not.toContain('总编辑')
    expect(text).not.toContain('0700')
    expect(text.match(/2022年5月16日/g)).toHaveLength(2)
  })
})
