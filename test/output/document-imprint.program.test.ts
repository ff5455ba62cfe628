import { describe, expect, it } from 'vitest'
import {
  footOf,
  lineWith,
  off,
  part,
  printed,
  rulesOf,
  sheet,
  tolerance,
} from '../kit/document-sheet.js'
import { press } from '../kit/press.js'
import { pageNumberOf } from '../kit/type-area.js'
import { workspace } from '../kit/workspace.js'

const em = (14 * 25.4) / 72

describe('版记 (GB/T 9704—2012, 7.4)', () => {
  it('stands at the foot of the last page, an even one, its last line on the edge of the type area', async () => {
    for (const fixture of ['notice-7', 'joint-issue', 'minutes']) {
      const { pages, shapes } = await printed(fixture)
      expect(pages.length % 2).toBe(0)
      const rules = rulesOf(shapes.at(-1))
      const last = rules.at(-1)
      expect(off((last?.top ?? 0) + (last?.height ?? 0), sheet.bottom)).toBeLessThan(tolerance)
    }
  })

  it('draws the outer lines 0.35 mm and the inner ones 0.25 mm thick, as wide as the type area', async () => {
    for (const [fixture, inner] of [
      ['notice-7', 1],
      ['joint-issue', 2],
      ['minutes', 1],
    ] as const) {
      const { shapes } = await printed(fixture)
      const rules = rulesOf(shapes.at(-1))
      expect(rules.map(({ height }) => Number(height.toFixed(2)))).toEqual([
        0.35,
        ...Array.from({ length: inner }, () => 0.25),
        0.35,
      ])
      for (const rule of rules) {
        expect(off(rule.left, sheet.left)).toBeLessThan(tolerance)
        expect(off(rule.width, 156)).toBeLessThan(tolerance)
        expect(rule.colour).toBe('#000000')
      }
    }
  })

  it('sets 抄送 in 四号 仿宋, a cell in, wrapped lines under the first name, with 。 at the end', async () => {
    const { pages } = await printed('notice-7')
    const first = lineWith(pages, '抄送：')
    const second = lineWith(pages, '名誉会长、顾问。')
    expect(first.glyphs[0]?.font).toBe('BulletinFangsong')
    expect(first.glyphs[0]?.size).toBeCloseTo(14, 1)
    expect(off(first.x, sheet.left + em)).toBeLessThan(tolerance)
    expect(off(second.x, part(first, '市文化志愿').x)).toBeLessThan(tolerance)
    expect(first.right).toBeLessThan(sheet.right - em + tolerance)
  })

  it('sets 印发机关 a cell from the left, its date a cell from the right, over the last line', async () => {
    const { pages, shapes } = await printed('notice-7')
    const line = lineWith(pages.slice(-1), '秘书处')
    expect(off(line.x, sheet.left + em)).toBeLessThan(tolerance)
    expect(off(line.right, sheet.right - em)).toBeLessThan(tolerance)
    expect(line.text.endsWith('2022年5月30日印发')).toBe(true)
    expect(footOf(line)).toBeLessThan(rulesOf(shapes.at(-1)).at(-1)?.top ?? 0)
  })

  const folder = workspace('document-imprint')
  const head =
    'template: document\ntitle: 云溪市图书馆文件\npublisher: 云溪市图书馆\ndocNumber: 云图发〔2022〕7号\ndate: 2022-05-29\n'
  const text = '---\ntitle: 关于整理书库的通知\n---\n\n书库要在汛期以前整理完毕。\n'

  it('moves 主送 over 抄送 where it would push the text off the first page, no line between', async () => {
    const names = Array.from({ length: 60 }, (_, index) => `第${index + 1}分馆`).join('，')
    const { many } = await press(folder, {
      many: { 'bulletin.yaml': `${head}recipients: ${names}\ncc: 市文化局。\n`, '01.md': text },
    })
    const { pages } = many.pdf
    expect(pages[0]?.text).toContain('书库要在汛期以前')
    const moved = lineWith(pages, '主送：')
    const copied = lineWith(pages, '抄送：市文化局。')
    expect(moved.page).toBe(copied.page)
    expect(pages[0]?.text).not.toContain('第1分馆')
  })

  it('says so where the first page shows no text whatever is moved', async () => {
    const long = text.replace('整理书库', '整理书库和修补图书'.repeat(21))
    const settings = `${head}recipients: 各分馆\n`
    const { full, usual } = await press(folder, {
      full: { 'bulletin.yaml': settings, '01.md': long },
      usual: { 'bulletin.yaml': settings, '01.md': text },
    })
    const said = full.report.diagnostics.filter(({ rule }) => rule === 'first-page-text')
    expect(said).toMatchObject([{ severity: 'warning', at: { line: 2, column: 1 } }])
    expect(full.pdf.pages[0]?.text).not.toContain('书库要在汛期以前')
    expect(usual.report.diagnostics.map(({ rule }) => rule)).not.toContain('first-page-text')
  })

  it('sets the marks of many issuers smaller, so that the first page still shows text', async () => {
    const issuers = Array.from(
      { length: 7 },
      (_, index) => `云溪市第${'一二三四五六七'[index]}图书馆`,
    )
    const { many } = await press(folder, {
      many: {
        'bulletin.yaml': `${head.replace(/title: .*\n/, `title: |\n${[...issuers, '文件'].map((name) => `  ${name}\n`).join('')}`)}recipients: 各分馆\nsignedBy: [${issuers.join(', ')}]\n`,
        '01.md': text,
      },
    })
    const [first] = many.pdf.pages
    expect(first?.text).toContain('书库要在汛期以前')
    expect(first?.text).toContain('各分馆：')
    const mark = lineWith(many.pdf.pages, '第一图书馆')
    expect(mark.glyphs[0]?.size).toBeLessThan(36)
    expect(mark.glyphs[0]?.size).toBeGreaterThan(21.9)
  })

  it('is on the same page as the text when one-sided, on the back when two-sided', async () => {
    const settings = `${head}recipients: 各分馆\n`
    const { one, sided } = await press(folder, {
      one: { 'bulletin.yaml': settings, '01.md': text },
      sided: { 'bulletin.yaml': `${settings}page: { duplex: false }\n`, '01.md': text },
    })
    expect(one.pdf.pages).toHaveLength(2)
    expect(sided.pdf.pages).toHaveLength(1)
  })

  it('has no number, nor has the blank page before it, where a full even page comes first', async () => {
    const rows = '逐架清点，当天登记，次日复核。\n\n'.repeat(18)
    const { full } = await press(folder, {
      full: {
        'bulletin.yaml': `${head}recipients: 各分馆\n`,
        '01.md': text,
        '02.md': `---\ntitle: 清点办法\nattachment: true\n---\n\n${rows}`,
      },
    })
    const { pages } = full.pdf
    expect(pages).toHaveLength(4)
    expect(pages.map((page) => pageNumberOf(page)?.text)).toEqual([
      '— 1 —',
      '— 2 —',
      undefined,
      undefined,
    ])
    expect(pages[2]?.lines).toHaveLength(0)
    expect(pages[3]?.text).toContain('印发')
  })
})
