import { beforeAll, describe, expect, it } from 'vitest'
import { article, han } from '../kit/manuscript.js'
import { drawing } from '../kit/pictures.js'
import type { Printed } from '../kit/press.js'
import { press } from '../kit/press.js'
import { linesIn, typeArea } from '../kit/type-area.js'
import { workspace } from '../kit/workspace.js'

const folder = workspace('holes')

/** `count` paragraphs of one line. */
const lines = (count: number, seed = 0) =>
  Array.from({ length: count }, (_, n) => `${han(20, seed + n)}。`).join('\n\n')
/** A paragraph of `count` lines: the first has 26 cells, the others 28; the last is not full. */
const paragraph = (count: number, opening: string, seed = 0) =>
  `${opening}${han(26 + 28 * (count - 2) + 10 - opening.length, seed)}。`
/** 156 × 117 mm: 13 lines, and one for its caption. */
const photo = (caption: string, directive = '') => `![${caption}](p.png${directive})`
const table = `| 栏 | 数 |\n| --- | --- |\n${Array.from({ length: 8 }, (_, n) => `| 第${n}行 | ${n} |`).join('\n')}`

/**
 * Every article begins a page with a title of three lines; the first of the issue has its section's
 * name above it.
 */
const articles = {
  first: '一行。',
  shrunk: [lines(11), photo('缩小的图'), '图书馆的一段。', lines(3)],
  filled: [lines(14), photo('后移的图'), paragraph(12, '移上来'), lines(3)],
  table: [`${lines(13)}\n\n数字见下表。`, table, paragraph(12, '表后'), lines(3)],
  before: [lines(5), paragraph(9, '图下的'), photo('前移的图'), '## 二、下一节', lines(3)],
  led: [lines(13), '当天的情况如下：', photo('跟着冒号的图'), paragraph(12, '图后'), lines(3)],
  chosen: [
    lines(10),
    '全貌见图。',
    photo('定了宽的图', ' "width=100%"'),
    '## 二、下一节',
    lines(3),
  ],
  leading: [
    lines(14),
    photo('列表前的图'),
    `${paragraph(10, '引出').slice(0, -1)}：`,
    '- 甲项\n- 乙项',
  ],
  last: [lines(4), paragraph(10, '末段'), photo('文末的图')],
}
type Name = keyof typeof articles
const names = Object.keys(articles) as Name[]
const files = (startOn: string) => ({
  'bulletin.yaml': `title: 工作通讯\nstartOn: ${startOn}\n`,
  ...Object.fromEntries(
    names.map((name, index) => [
      `${index + 10}.md`,
      article({ title: name, unit: '甲县文化馆' }, [articles[name]].flat().join('\n\n')),
    ]),
  ),
})

/** Pictures at changing positions of a page, with enough text around them. */
const long = Object.fromEntries(
  Array.from({ length: 10 }, (_, n) => {
    const text = (count: number) => paragraph(count, `第${n}篇`, n * 10 + count)
    const parts = [text(4 + n), photo('一图'), text(9), text(7), photo('二图'), text(8), text(9)]
    return [`${n + 10}.md`, article({ title: `篇${n}`, unit: '乙县文化馆' }, parts.join('\n\n'))]
  }),
)

let own: Record<'pages' | 'flow' | 'long', Printed>
beforeAll(async () => {
  const picture = { 'p.png': await drawing(2000, 1500) }
  own = await press(folder, {
    pages: { ...files('page'), ...picture },
    flow: { ...files('flow'), ...picture },
    long: { 'bulletin.yaml': 'title: 工作通讯\nstartOn: flow\n', ...long, ...picture },
  })
})

/** The lines of an article, one list for each page. */
const pagesOf = (name: Name): string[][] => {
  const { report, pdf } = own.pages
  const starts = report.articles.map(({ page }) => page ?? 0)
  const index = names.indexOf(name)
  return pdf.pages
    .slice((starts[index] ?? 0) - 1, (starts[index + 1] ?? pdf.pages.length + 1) - 1)
    .map((page) => linesIn(page).map(({ text }) => text.trim()))
}
const at = (page: string[] | undefined, text: string) =>
  (page ?? []).findIndex((line) => line.startsWith(text))

describe('a picture that does not fit under the text', () => {
  it('is set a little smaller where that is enough', () => {
    const [page, next] = pagesOf('shrunk')
    expect(page?.at(-1)).toBe('缩小的图')
    expect(next?.[0]).toBe('图书馆的一段。')
  })

  it('comes after the paragraph that fills the page', () => {
    const [page, next] = pagesOf('filled')
    // Title, fourteen lines, and eight of the paragraph's twelve.
    expect(page).toHaveLength(1 + 14 + 8)
    expect(at(page, '移上来')).toBe(15)
    expect(at(next, '后移的图')).toBe(4)
  })

  it('is as good as a table', () => {
    const [page, next] = pagesOf('table')
    expect(at(page, '表后')).toBe(15)
    expect(page).toHaveLength(1 + 14 + 8)
    expect(next?.slice(4, 7).join('')).toContain('第 0 行')
  })

  it('comes before the paragraph over it where its section ends', () => {
    const [page, next] = pagesOf('before')
    expect(at(page, '前移的图')).toBeGreaterThan(0)
    expect(at(page, '图下的')).toBe(at(page, '前移的图') + 1)
    expect(at(next, '二、下一节')).toBeGreaterThan(0)
  })

  it('is not left alone with the signature at the end of an article', () => {
    const [page, next] = pagesOf('last')
    expect(at(page, '文末的图')).toBeGreaterThan(0)
    expect(next?.at(-1)).toBe('（甲县文化馆）')
    expect(next?.length).toBeGreaterThan(3)
  })

  it('stays under the line that leads to it', () => {
    const [, next] = pagesOf('led')
    expect(next?.slice(0, 2)).toEqual(['当天的情况如下：', '跟着冒号的图'])
  })

  it('does not come between a paragraph that leads on and its list', () => {
    const [page, next] = pagesOf('leading')
    expect(page).toHaveLength(1 + 14)
    expect(at(next, '列表前的图')).toBe(0)
    expect(at(next, '引出')).toBe(1)
  })

  it('keeps the width that was chosen, and its place after the words that point to it', () => {
    const [page, next] = pagesOf('chosen')
    expect(page?.at(-1)).toBe('全貌见图。')
    expect(next?.[0]).toBe('定了宽的图')
  })
})

describe('an issue with moved pictures', () => {
  it.each(['pages', 'flow', 'long'] as const)('has its page numbers foretold (%s)', (name) => {
    expect(own[name].report.prints).toBe(1)
    for (const { title, page } of own[name].report.articles) {
      const found = own[name].pdf.pages[(page ?? 0) - 1]
      expect(found && linesIn(found).some(({ text }) => text.trim() === title)).toBe(true)
    }
  })

  it('that runs on has no page but the last with room for three lines more', () => {
    const { pdf, report } = own.long
    const [first = 0] = report.articles.map(({ page }) => page ?? 0)
    expect(pdf.pages.length).toBeGreaterThan(15)
    const short = pdf.pages.slice(first - 1, -1).filter((page) => {
      const last = linesIn(page).at(-1)
      return last !== undefined && last.y < typeArea.bottom - 3 * typeArea.line
    })
    expect(short.map(({ number }) => number)).toEqual([])
  })

  it('shows nothing of a picture on the page before it', () => {
    const { bytes, pdf } = own.pages
    const captions = pdf.pages.filter((page) => linesIn(page).some(({ text }) => /图$/.test(text)))
    const objects = Buffer.from(bytes).toString('latin1').split('endobj')
    const pages = objects.filter(
      (text) => /\/Type \/Page\s/.test(text) && text.includes('/XObject'),
    )
    expect(pages).toHaveLength(captions.length)
  })
})
