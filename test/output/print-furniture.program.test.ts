import { beforeAll, describe, expect, it } from 'vitest'
import { contentsOf } from '../kit/contents.js'
import { article, han, paragraphs, prose } from '../kit/manuscript.js'
import type { Printed } from '../kit/press.js'
import { press, pressFixture } from '../kit/press.js'
import type { PdfPage } from '../kit/read-pdf.js'
import { linesIn, pageNumberOf, solid, typeArea } from '../kit/type-area.js'
import { type Files, workspace } from '../kit/workspace.js'

const folder = workspace('furniture')

const settings = `title: 工作通讯
publisher: 某某协会
date: 2021-06-28
sections: [要闻, 工作交流, 简讯]
staff: { 总编辑: 尹 红, 编辑: 宋 禾 }
distribution: { 送: ${JSON.stringify(prose(60))}, 发: ${JSON.stringify(prose(40))} }
`
/**
 * An issue whose only article takes `pages` pages and leaves `free` lines of the last one empty.
 */
const sized = (pages: number, free: number, more = ''): Files => ({
  'bulletin.yaml': settings + more,
  // The section's name takes one line, the title three.
  '1.md': article({ title: '标题' }, han(28 * (25 * pages - 4 - free) - 2)),
})
const brief = (unit: string, date: string, words: string) =>
  article({ section: '简讯', unit, date }, `${words}${prose(40)}`)

let own: Record<
  'roomy' | 'odd' | 'tight' | 'simplex' | 'bare' | 'undated' | 'briefs' | 'sections' | 'flow',
  Printed
>
let issue: Printed
beforeAll(async () => {
  own = await press(folder, {
    roomy: sized(2, 14),
    odd: sized(1, 14),
    tight: sized(2, 2),
    simplex: sized(1, 14, 'page: { duplex: false }\n'),
    bare: { 'bulletin.yaml': 'title: 工作通讯\n', '1.md': article({ title: '标题' }, '正文。') },
    undated: {
      'bulletin.yaml': 'title: 工作通讯\nstaff: { 编辑: 宋 禾 }\n',
      '1.md': article({ title: '标题' }, '正文。'),
    },
    briefs: {
      'bulletin.yaml': settings,
      '1.md': article({ title: '一篇', unit: '甲馆', author: '陈 思' }, prose(50)),
      '简讯/a.md': brief('丙馆', '2021-06-20', '第三条'),
      '简讯/b.md': brief('甲馆', '2021-06-01', '第一条'),
      '简讯/c.md': brief('乙馆', '2021-06-09', '第二条'),
      '简讯/d.md': article(
        { section: '简讯', date: '2021-06-25' },
        `- 第四条${prose(50)}\n\n  （丁馆）\n- 第五条${prose(30)}\n\n  （戊馆 李 艳）`,
      ),
    },
    sections: {
      'bulletin.yaml': settings,
      '1.md': article({ title: '甲', section: '要闻' }, paragraphs(2)),
      '2.md': article({ title: '乙', section: '要闻' }, paragraphs(2)),
      '3.md': article({ title: '丙', note: '按：选登一篇。' }, paragraphs(2)),
    },
    flow: {
      'bulletin.yaml': `${settings}startOn: flow\n`,
      // The page has nine lines of text, then ten with the empty line. Six lines are left, but a
      // note, a title and a line need seven.
      '1.md': article({ title: '甲', section: '要闻' }, han(28 * 5 - 2)),
      '2.md': article({ title: '乙' }, han(28 * 5 - 2, 1)),
      '3.md': article({ title: '丙', note: '按：选登一篇。' }, paragraphs(2)),
    },
  })
  issue = await pressFixture('issue-54')
})

const texts = (page: PdfPage | undefined) =>
  page ? linesIn(page).map(({ text }) => solid(text)) : []
const isColophon = (page: PdfPage | undefined) => texts(page).some((text) => text.endsWith('印发'))

describe('the signature', () => {
  it('stands right-aligned in full-width brackets straight after the body', () => {
    const page = own.briefs.pdf.pages[2]
    const lines = page ? linesIn(page) : []
    const at = lines.findIndex(({ text }) => solid(text) === '（甲馆陈思）')
    expect(at).toBeGreaterThan(2)
    expect(lines[at]?.right).toBeCloseTo(typeArea.right, 0)
    expect((lines[at]?.y ?? 0) - (lines[at - 1]?.y ?? 0)).toBeCloseTo(typeArea.line, 0)
    expect(lines[at - 1]?.text).toMatch(/。$/)
  })

  it('is the one that the report names, for every article of a whole issue', () => {
    const all = issue.pdf.pages.map(({ text }) => solid(text)).join('')
    const signatures = issue.report.articles.flatMap(({ signature }) => signature ?? [])
    expect(signatures.length).toBeGreaterThan(15)
    for (const signature of signatures) expect(all).toContain(solid(signature))
  })

  it('never stands alone at the head of a page', () => {
    for (const page of issue.pdf.pages.slice(2)) expect(texts(page)[0]).not.toMatch(/^（.*）$/)
  })

  it('keeps the space of a two-character name as a whole cell', () => {
    const glyphs = own.briefs.pdf.pages[2]?.glyphs ?? []
    const at = (text: string) => glyphs.findLast((glyph) => glyph.text === text)?.x ?? 0
    expect(at('思') - at('陈')).toBeCloseTo(2 * typeArea.cell, 0)
  })
})

describe('briefs', () => {
  const page = () => own.briefs.pdf.pages.find(({ text }) => text.includes('●'))

  it('stand in the order of their dates, list entries in the order of their list', () => {
    const starts = texts(page()).filter((text) => text.startsWith('●'))
    expect(starts.map((text) => text.slice(1, 4))).toEqual([
      '第一条',
      '第二条',
      '第三条',
      '第四条',
      '第五条',
    ])
  })

  it('have their signature right-aligned under each, then an empty line', () => {
    const lines = page() ? linesIn(page() as PdfPage) : []
    const signed = lines.filter(({ text }) => /^（.*）$/.test(solid(text)))
    expect(signed.map(({ text }) => solid(text))).toEqual([
      '（甲馆）',
      '（乙馆）',
      '（丙馆）',
      '（丁馆）',
      '（戊馆李艳）',
    ])
    for (const line of signed) expect(line.right).toBeCloseTo(typeArea.right, 0)
    for (const { y, text } of lines.filter(({ text }) => text.startsWith('●')).slice(1)) {
      const before = lines.findLast((line) => line.y < y - 1)
      expect(y - (before?.y ?? 0), text).toBeCloseTo(2 * typeArea.line, 0)
    }
  })

  it('begin with ● in the first cell after the indent, no space after it', () => {
    for (const { glyphs } of page() ? linesIn(page() as PdfPage) : []) {
      if (glyphs[0]?.text !== '●') continue
      expect(glyphs[0].x).toBeCloseTo(typeArea.left + 2 * typeArea.cell, 0)
      expect(glyphs[1]?.x).toBeCloseTo(typeArea.left + 3 * typeArea.cell, 0)
    }
  })

  it('have one row in the 目录', () => {
    expect(contentsOf(own.briefs.pdf).map(({ title }) => title)).toEqual(['一篇', ''])
  })
})

describe('the colophon', () => {
  it('stands at the foot of the last page, an even one', () => {
    const { pages } = own.roomy.pdf
    expect(pages).toHaveLength(4)
    const lines = linesIn(pages[3] as PdfPage)
    expect(solid(lines.at(-1)?.text ?? '')).toBe('某某协会2021年6月28日印发')
    expect(lines.at(-1)?.y).toBeGreaterThan(typeArea.bottom - 6)
    expect(lines.at(-1)?.y).toBeLessThan(typeArea.bottom)
    // The article ends above it.
    expect(lines.some(({ glyphs }) => (glyphs[0]?.size ?? 0) > 15.5)).toBe(true)
  })

  it('goes to the next page when the last one with text is odd', () => {
    const { pages } = own.odd.pdf
    expect(pages).toHaveLength(4)
    expect([isColophon(pages[2]), isColophon(pages[3])]).toEqual([false, true])
    expect(texts(pages[3]).some((text) => text.length === 28)).toBe(false)
  })

  it('gets a page of its own, an even one, when it does not fit', () => {
    const { pages } = own.tight.pdf
    expect(pages).toHaveLength(6)
    expect(pages.map(isColophon)).toEqual([false, false, false, false, false, true])
    expect(linesIn(pages[4] as PdfPage)).toEqual([])
    // With a blank page before it, neither is numbered (GB/T 9704—2012, 7.5).
    expect(pages.slice(4).map((page) => page.lines.length > linesIn(page).length)).toEqual([
      false,
      false,
    ])
    expect(linesIn(pages[5] as PdfPage).at(-1)?.y).toBeGreaterThan(typeArea.bottom - 6)
  })

  it('stays on the last page, odd or even, when the issue is printed on one side', () => {
    const { pages } = own.simplex.pdf
    expect(pages).toHaveLength(3)
    expect(isColophon(pages[2])).toBe(true)
  })

  it('hangs 送 and 发 under the first name', () => {
    const lines = linesIn(own.roomy.pdf.pages[3] as PdfPage)
    const at = lines.findIndex(({ text }) => text.startsWith('送：'))
    expect(lines[at + 1]?.x).toBeCloseTo(lines[at]?.glyphs[2]?.x ?? 0, 0)
  })

  it('names the editors in the order given', () => {
    expect(texts(own.roomy.pdf.pages[3])).toContain('总编辑：尹红编辑：宋禾')
  })

  it('is not there when the issue says nothing of itself', () => {
    expect(own.bare.pdf.pages).toHaveLength(3)
    expect(texts(own.bare.pdf.pages[2])).toEqual(['工作交流', '标题', '正文。'])
  })

  it('ends with one rule when there is no publisher and no day', () => {
    const { pages } = own.undated.pdf
    expect(pages).toHaveLength(4)
    expect(texts(pages[3])).toEqual(['编辑：宋禾'])
  })

  it('stands on the last even page of a whole issue', () => {
    const { pages } = issue.pdf
    expect(pages.length % 2).toBe(0)
    expect(isColophon(pages.at(-1))).toBe(true)
    expect(pages.filter(isColophon)).toHaveLength(1)
  })
})

describe('page numbers', () => {
  it('count the cover as 1 and are not on it', () => {
    const { pages } = issue.pdf
    expect(pages[0] && pageNumberOf(pages[0])).toBeUndefined()
    for (const page of pages.slice(1)) {
      expect(solid(pageNumberOf(page)?.text ?? '')).toBe(`—${page.number}—`)
    }
  })

  it('stand right on odd pages and left on even ones, one cell in, 四号 宋体', () => {
    for (const page of issue.pdf.pages.slice(1)) {
      const line = pageNumberOf(page)
      const cell = (14 * 25.4) / 72
      if (page.number % 2 === 1) expect(line?.right).toBeCloseTo(typeArea.right - cell, 0)
      else expect(line?.x).toBeCloseTo(typeArea.left + cell, 0)
      for (const { font, size } of line?.glyphs ?? []) {
        expect(font).toBe('BulletinSong')
        expect(size).toBeCloseTo(14, 1)
      }
    }
  })

  it('stand 7 mm under the type area', () => {
    for (const page of issue.pdf.pages.slice(1)) {
      // The dash is at mid-height of the line, about 0.36 em above the baseline.
      const middle = (pageNumberOf(page)?.y ?? 0) - 0.36 * ((14 * 25.4) / 72)
      expect(Math.abs(middle - typeArea.bottom - 7)).toBeLessThan(0.5)
    }
  })
})

describe('the name of a section', () => {
  const headed = ({ pdf }: Printed, name: string) =>
    pdf.pages.slice(2).filter((page) => texts(page)[0] === name)

  it('stands at the top of its first article alone, in 黑体', () => {
    const [page, ...others] = headed(own.sections, '要闻')
    expect(others).toEqual([])
    expect(page?.number).toBe(3)
    const line = page && linesIn(page)[0]
    expect(line?.glyphs.map(({ font }) => font)).toEqual(['BulletinHei', 'BulletinHei'])
    expect(line?.x).toBeCloseTo(typeArea.left, 0)
  })

  it('is there once for every section of a whole issue', () => {
    for (const name of ['要闻', '专题讲话', '工作交流', '调查研究', '志愿者风采']) {
      expect(headed(issue, name), name).toHaveLength(1)
    }
  })

  it('is followed by the note and then the title', () => {
    const lines = texts(own.sections.pdf.pages[4])
    const order = ['工作交流', '按：选登一篇。', '丙'].map((text) => lines.indexOf(text))
    expect(order).toEqual([0, 1, 2])
  })

  it('has an empty line over it where articles run on', () => {
    const lines = linesIn(own.flow.pdf.pages[2] as PdfPage)
    const name = lines.findIndex(({ text }) => solid(text) === '工作交流')
    expect((lines[name]?.y ?? 0) - (lines[name - 1]?.y ?? 0)).toBeCloseTo(2 * typeArea.line, 0)
  })
})

it('keeps a note with the title under it where articles run on', () => {
  const [page, next] = own.flow.pdf.pages.slice(2).map(texts)
  expect(page).toHaveLength(14)
  expect(next?.slice(0, 2)).toEqual(['按：选登一篇。', '丙'])
})

it('puts a title of one line into three lines of the grid, centred', () => {
  const page = own.sections.pdf.pages[2]
  const lines = page ? linesIn(page) : []
  const [name, title, first] = lines
  expect((first?.y ?? 0) - (name?.y ?? 0)).toBeCloseTo(4 * typeArea.line, 0)
  expect(((title?.x ?? 0) + (title?.right ?? 0)) / 2).toBeCloseTo(106, 0)
  expect(title?.glyphs[0]?.size).toBeCloseTo(22, 1)
})

it('shows masthead, number, period and publisher on the cover', () => {
  expect(texts(issue.pdf.pages[0])).toEqual([
    '工作通讯',
    '第3期（总第54期）',
    '2021年6月',
    '澄川市文化志愿者协会',
  ])
})
