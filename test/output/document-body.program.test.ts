import { describe, expect, it } from 'vitest'
import {
  centreOf,
  footOf,
  lineWith,
  middleOf,
  off,
  part,
  printed,
  rulesOf,
  sheet,
  tolerance,
  topOf,
} from '../kit/document-sheet.js'
import { pageNumberOf } from '../kit/type-area.js'

describe('主体 (GB/T 9704—2012, 5.2 and 7.3)', () => {
  it('holds 22 lines of 28 characters on a full page, inside 156 × 225 mm', async () => {
    const { pages } = await printed('notice-7')
    const lines = (pages[1]?.lines ?? []).filter(({ y }) => y < sheet.bottom)
    expect(lines).toHaveLength(22)
    for (const [index, line] of lines.entries()) {
      expect(off(middleOf(line), sheet.top + sheet.line * (index + 0.5))).toBeLessThan(tolerance)
      expect(line.x).toBeGreaterThan(sheet.left - 0.1)
      expect(line.right).toBeLessThan(sheet.right + 0.2)
    }
    const full = lines.find(({ glyphs }) => glyphs.length === 28)
    expect(off((full?.right ?? 0) - (full?.x ?? 0), 156)).toBeLessThan(tolerance)
  })

  it('sets the title two blank lines under the red line, centred, 二号 小标宋, no rectangle', async () => {
    const { pages, shapes } = await printed('notice-7')
    const [rule] = rulesOf(shapes[0])
    const first = lineWith(pages, '关于开展')
    const second = lineWith(pages, '核对工作的通知')
    expect(first.glyphs[0]?.font).toBe('BulletinTitle')
    expect(first.glyphs[0]?.size).toBeCloseTo(22, 1)
    expect(off(centreOf(first), 106)).toBeLessThan(tolerance)
    const foot = (rule?.top ?? 0) + (rule?.height ?? 0)
    expect(off(middleOf(first), foot + 2.5 * sheet.line)).toBeLessThan(tolerance)
    expect(off(first.right - first.x, second.right - second.x)).toBeGreaterThan(sheet.cell)
  })

  it('sets 主送 one blank line under the title, flush left, with a full-width colon, the text after it', async () => {
    const { pages } = await printed('notice-7')
    const title = lineWith(pages, '核对工作的通知')
    const first = lineWith(pages, '各区（县）文化志愿者协会，市直')
    const last = lineWith(pages, '业委员会：')
    const text = lineWith(pages, '为摸清全市')
    expect(off(middleOf(first), middleOf(title) + 2 * sheet.line)).toBeLessThan(tolerance)
    expect(off(first.x, sheet.left)).toBeLessThan(tolerance)
    expect(off(last.x, sheet.left)).toBeLessThan(tolerance)
    expect(off(text.x, sheet.left + 2 * sheet.cell)).toBeLessThan(tolerance)
    expect(off(middleOf(text), middleOf(last) + sheet.line)).toBeLessThan(tolerance)
    expect(text.page).toBe(1)
  })

  it('tells the levels by face: 黑体, 楷体, 仿宋, 仿宋, none of them bold, all indented two cells', async () => {
    const { pages } = await printed('notice-7')
    for (const [text, font] of [
      ['一、登记对象和范围', 'BulletinHei'],
      ['（一）网上登记', 'BulletinKai'],
      ['1.填写要求', 'BulletinFangsong'],
      ['（1）补充材料', 'BulletinFangsong'],
    ] as const) {
      const line = lineWith(pages, text)
      expect(new Set(line.glyphs.map((glyph) => glyph.font))).toEqual(new Set([font]))
      expect(off(line.x, sheet.left + 2 * sheet.cell)).toBeLessThan(tolerance)
    }
  })

  it('lists the attachments one blank line under the text, names aligned, without a mark at the end', async () => {
    const { pages } = await printed('notice-7')
    const text = lineWith(pages, '处理。')
    const first = lineWith(pages, '附件：1.')
    const second = lineWith(pages, '2.文化志愿者登记表')
    expect(off(middleOf(first), middleOf(text) + 2 * sheet.line)).toBeLessThan(tolerance)
    expect(off(first.x, sheet.left + 2 * sheet.cell)).toBeLessThan(tolerance)
    expect(off(second.x, sheet.left + 5 * sheet.cell)).toBeLessThan(tolerance)
    expect(off(part(first, '登记平台').x, part(second, '文化志愿者').x)).toBeLessThan(tolerance)
    expect(first.text.endsWith('二维码')).toBe(true)
  })

  it('begins each attachment on a new page: the word in 黑体 on the first line, the title on the third', async () => {
    const { pages } = await printed('notice-7')
    const titles = ['登记平台和工作群二维码', '文化志愿者登记表']
    for (const [index, title] of titles.entries()) {
      const page = pages.filter(({ lines }) => lines[0]?.text === `附件${index + 1}`)
      expect(page).toHaveLength(1)
      const [word, name] = page[0]?.lines ?? []
      if (!word || !name) throw new Error('an empty page')
      expect(word.glyphs[0]?.font).toBe('BulletinHei')
      expect(off(word.x, sheet.left)).toBeLessThan(tolerance)
      expect(off(middleOf(word), sheet.top + 0.5 * sheet.line)).toBeLessThan(tolerance)
      expect(name.text).toBe(title)
      expect(off(middleOf(name), sheet.top + 2.5 * sheet.line)).toBeLessThan(tolerance)
      expect(off(centreOf(name), 106)).toBeLessThan(tolerance)
    }
  })

  it('keeps a form of eight rows and nine columns on one page, a line above it and blanks below', async () => {
    const { pages } = await printed('notice-7')
    const page = pages.find(({ lines }) => lines[0]?.text === '附件2')
    expect(page?.text).toContain('填表单位（盖章）')
    expect(page?.text).toContain('单位意见')
    expect(page?.text).toContain('联系电话')
  })

  it('puts 附注 on the line after the date, two cells in, in brackets', async () => {
    const { pages } = await printed('notice-7')
    const note = lineWith(pages, '（联系人')
    const date = lineWith(pages.slice(note.page - 1), '2022年5月29日')
    expect(off(middleOf(note), middleOf(date) + sheet.line)).toBeLessThan(tolerance)
    expect(off(note.x, sheet.left + 2 * sheet.cell)).toBeLessThan(tolerance)
  })
})

describe('页码 (GB/T 9704—2012, 7.5)', () => {
  it('lies 7 mm under the type area in 四号 宋体, odd right, even left, one cell in', async () => {
    const { pages } = await printed('notice-7')
    for (const page of pages) {
      const line = pageNumberOf(page)
      if (!line) throw new Error(`no number on ${page.number}`)
      expect(line.text).toBe(`— ${page.number} —`)
      expect(line.glyphs[0]?.font).toBe('BulletinSong')
      expect(line.glyphs[0]?.size).toBeCloseTo(14, 1)
      const em = (14 * 25.4) / 72
      if (page.number % 2 === 1) expect(off(line.right, sheet.right - em)).toBeLessThan(tolerance)
      else expect(off(line.x, sheet.left + em)).toBeLessThan(tolerance)
      // The dash is drawn in the middle of the em box.
      expect(off((topOf(line) + footOf(line)) / 2, sheet.bottom + 7)).toBeLessThan(tolerance)
    }
  })
})
