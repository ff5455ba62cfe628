import { describe, expect, it } from 'vitest'
import type { Shape } from '../kit/document-shapes.js'
import { shapesOf } from '../kit/document-shapes.js'
import {
  centreOf,
  footOf,
  lineWith,
  middleOf,
  off,
  part,
  printed,
  sheet,
  tolerance,
} from '../kit/document-sheet.js'
import { drawing } from '../kit/pictures.js'
import { press } from '../kit/press.js'
import { workspace } from '../kit/workspace.js'

const head = `template: document
title: 云溪市图书馆文件
docNumber: 云图发〔2022〕7号
recipients: 各分馆
date: 2022-05-29
`
const article = (paragraphs: number) =>
  `---\ntitle: 关于整理书库的通知\n---\n\n${'书库要在汛期以前整理完毕，各分馆先清点后上架。'.repeat(3)}\n\n`.concat(
    '清点以两人为一组，逐架进行，当天登记。\n\n'.repeat(paragraphs),
  )

const sealsOn = (shapes: readonly Shape[] = []) => shapes.filter(({ kind }) => kind === 'picture')

describe('署名, 成文日期, 印章 (GB/T 9704—2012, 7.3.5)', () => {
  it('ends a sealed date four cells from the edge, the name centred over it, the seal on both', async () => {
    const { pages, shapes } = await printed('notice-7')
    const list = lineWith(pages, '2.文化志愿者登记表')
    const own = pages.slice(list.page - 1)
    const date = lineWith(own, '2022年5月29日')
    const name = own[0]?.lines.filter(({ text }) => text === '澄川市文化志愿者协会').at(-1)
    const [seal] = sealsOn(shapes[list.page - 1])
    if (!name || !seal) throw new Error('no name or seal')
    expect(off(date.right, sheet.right - 4 * sheet.cell)).toBeLessThan(tolerance)
    expect(off(centreOf(name), centreOf(date))).toBeLessThan(tolerance)
    expect(off(middleOf(date), middleOf(name) + sheet.line)).toBeLessThan(tolerance)
    // Horizontally centred on the date; its centre is a little above the middle of name and date.
    expect(off(seal.left + seal.width / 2, centreOf(date))).toBeLessThan(tolerance)
    const below = (middleOf(name) + middleOf(date)) / 2 - (seal.top + seal.height / 2)
    expect(below).toBeGreaterThan(1)
    expect(below).toBeLessThan(6)
    // Less than a line below the text, without touching it.
    const foot = middleOf(list) + sheet.line / 2
    expect(seal.top).toBeGreaterThan(foot - tolerance)
    expect(seal.top - foot).toBeLessThan(sheet.line)
  })

  it('seals every name of a joint document, apart from each other and inside the type area', async () => {
    const { pages, shapes } = await printed('joint-issue')
    const date = lineWith(pages, '2022年4月18日')
    const seals = sealsOn(shapes[date.page - 1])
    expect(seals).toHaveLength(3)
    const lines = pages[date.page - 1]?.lines ?? []
    const names = ['澄川市文化志愿者协会', '澄川市图书馆', '澄川市民俗博物馆'].map((text) => {
      const line = lines.filter((one) => one.text.includes(text)).at(-1)
      if (!line) throw new Error(text)
      return { line, ...part(line, text) }
    })
    for (const [index, { x, right, line }] of names.entries()) {
      const seal = seals[index]
      if (!seal) throw new Error('a seal is missing')
      expect(off(seal.left + seal.width / 2, (x + right) / 2)).toBeLessThan(tolerance)
      expect(off(seal.top + seal.height / 2, middleOf(line))).toBeLessThan(tolerance)
      expect(seal.left).toBeGreaterThan(sheet.left)
      expect(seal.left + seal.width).toBeLessThan(sheet.right)
    }
    for (const [index, one] of seals.entries()) {
      for (const other of seals.slice(index + 1)) {
        const across = Math.hypot(one.left - other.left, one.top - other.top)
        expect(across).toBeGreaterThan((one.width + other.width) / 2)
      }
    }
    const text = lineWith(pages, '妥否，请批示。')
    expect((seals[0]?.top ?? 0) - middleOf(text) - sheet.line / 2).toBeLessThan(sheet.line)
    expect(off(date.right, sheet.right - 4 * sheet.cell)).toBeLessThan(tolerance)
  })

  it('sets an unsealed name one blank line under the text, two cells in, the date two cells after it', async () => {
    const { pages } = await printed('letter')
    const text = lineWith(pages, '特此函复。')
    const date = lineWith(pages, '2022年5月12日')
    const name = pages[date.page - 1]?.lines.find((one) => one.text === '澄川市文化志愿者协会')
    if (!name) throw new Error('no name')
    expect(off(middleOf(name), middleOf(text) + 2 * sheet.line)).toBeLessThan(tolerance)
    expect(off(name.right, sheet.right - 2 * sheet.cell)).toBeLessThan(tolerance)
    expect(off(date.x, name.x + 2 * sheet.cell)).toBeLessThan(tolerance)
    expect(off(middleOf(date), middleOf(name) + sheet.line)).toBeLessThan(tolerance)
  })

  const folder = workspace('document-signature')

  it('moves a short name left, so that the date after it still ends two cells from the edge', async () => {
    const { one } = await press(folder, {
      one: { 'bulletin.yaml': `${head}signedBy: 云图\n`, '01.md': article(0) },
    })
    const { pages } = one.pdf
    const date = lineWith(pages, '2022年5月29日')
    const name = lineWith(pages, '云图')
    const own = pages.flatMap(({ lines }) => lines).find(({ text }) => text === '云图')
    expect(name.page).toBe(1)
    expect(off(date.right, sheet.right - 2 * sheet.cell)).toBeLessThan(tolerance)
    expect(off(own?.x ?? 0, date.x - 2 * sheet.cell)).toBeLessThan(tolerance)
  })

  it('keeps a sealed name that is far longer than its date inside the type area, the date under its middle', async () => {
    const name = '云溪市青禾区文化和旅游公共服务标准化建设工作领导小组'
    const seal = await drawing(600, 600)
    const { wide } = await press(folder, {
      wide: {
        'bulletin.yaml': `${head}signedBy: ${name}\nseal: seal.png\n`,
        '01.md': article(0),
        'seal.png': seal,
      },
    })
    const signed = lineWith(wide.pdf.pages, name)
    const date = lineWith(wide.pdf.pages, '2022年5月29日')
    expect(off(signed.right, sheet.right)).toBeLessThan(tolerance)
    expect(off(centreOf(date), centreOf(signed))).toBeLessThan(tolerance)
    const [picture] = sealsOn((await shapesOf(wide.bytes))[0])
    expect(off((picture?.left ?? 0) + (picture?.width ?? 0) / 2, centreOf(signed))).toBeLessThan(
      tolerance,
    )
  })

  it('never lets the signature stand alone on a page, whatever the length of the text', async () => {
    const lengths = [5, 6, 7, 8, 9, 10, 11, 12]
    const issues = Object.fromEntries(
      lengths.map((length) => [
        `text-${length}`,
        { 'bulletin.yaml': `${head}signedBy: 云溪市图书馆\n`, '01.md': article(length) },
      ]),
    )
    const printed = await press(folder, issues)
    const pitches = new Set<number>()
    for (const { pdf } of Object.values(printed)) {
      const date = lineWith(pdf.pages, '2022年5月29日')
      const page = pdf.pages[date.page - 1]
      expect(page?.text).toContain('当天登记。')
      expect(pdf.pages.map(({ text }) => text).join('')).not.toContain('此页无正文')
      const [last, before] = (pdf.pages[0]?.lines ?? [])
        .filter(({ y, x }) => y < sheet.bottom && x > sheet.left + 5 && y > 180)
        .toReversed()
      if (last && before) pitches.add(Math.round(last.y - before.y))
      expect(footOf(date)).toBeLessThan(sheet.bottom + tolerance)
    }
    // At least one document needed a smaller or larger line pitch.
    expect(pitches.size).toBeGreaterThan(1)
  })

  it('signs an order two lines under the text, the job title before the name, the date after a blank line', async () => {
    const { order } = await press(folder, {
      order: {
        'bulletin.yaml':
          'template: document\nform: order\ntitle: 云溪市文化局令\ndocNumber: 第3号\ndate: 2022-05-12\nsignedBy: 局　长\nsigner: 沈 岚\n',
        '01.md': '---\ntitle: 文化设施管理办法\n---\n\n《文化设施管理办法》已经通过，现予公布。\n',
      },
    })
    const { pages } = order.pdf
    const text = lineWith(pages, '现予公布。')
    const signed = lineWith(pages, '沈')
    const date = lineWith(pages, '2022年5月12日')
    expect(off(middleOf(signed), middleOf(text) + 3 * sheet.line)).toBeLessThan(tolerance)
    expect(off(signed.right, sheet.right - 4 * sheet.cell)).toBeLessThan(tolerance)
    expect(off(part(signed, '沈').x, part(signed, '长').right + 2 * sheet.cell)).toBeLessThan(
      tolerance,
    )
    expect(off(middleOf(date), middleOf(signed) + 2 * sheet.line)).toBeLessThan(tolerance)
    expect(off(date.right, sheet.right - 4 * sheet.cell)).toBeLessThan(tolerance)
    // 10.2: the number two blank lines below the mark, the text two below the number; no title, no
    // rule.
    const number = lineWith(pages, '第3号')
    expect(off(middleOf(text), middleOf(number) + 3 * sheet.line)).toBeLessThan(tolerance)
    expect(pages[0]?.lines.some((line) => line.text === '文化设施管理办法')).toBe(false)
  })
})
