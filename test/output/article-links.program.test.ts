import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, it } from 'vitest'
import { article, paragraphs } from '../kit/manuscript.js'
import type { Printed } from '../kit/press.js'
import { press } from '../kit/press.js'
import { bulletin } from '../kit/program.js'
import { allOf, readWord, wordText } from '../kit/read-word.js'
import { workspace } from '../kit/workspace.js'

const folder = workspace('article-links')
const out = join(folder, 'out')

const issue = {
  'bulletin.yaml': 'title: 工作通讯\nsections: [要闻]\n',
  '1.md': article(
    { title: '城东', section: '要闻' },
    '见[校园的做法](2.md)，[第二点](2.md#二、成效)，[办法](2.md#办法)，[简讯](3.md)，[没有的](4.md)。',
  ),
  '2.md': article(
    { title: '校园', section: '要闻' },
    `回[城东](1.md)。\n\n### （一）办法\n\n${paragraphs(12)}\n\n## 二、成效\n\n${paragraphs(2)}`,
  ),
  '3.md': article({ section: '简讯' }, '- 一则，见[校园](2.md)。\n\n- 又一则。'),
}

let printed: Printed
let notice: Printed
const made = (name: string) => readFileSync(join(out, name))

beforeAll(async () => {
  const all = await press(folder, {
    issue,
    notice: {
      'bulletin.yaml':
        'template: document\npublisher: 某某市文化馆\ndate: 2024-03-18\ndocNumber: 某发〔2024〕3号\n',
      '1.md': article({ title: '关于培训的通知', section: '' }, '见[名单](2.md)。'),
      '2.md': article({ title: '名单', section: '', attachment: true }, '甲，见[通知](1.md)。'),
    },
  })
  printed = all.issue
  notice = all.notice
  const formats = ['--format', 'html,docx,wechat', '--out-dir', out]
  await bulletin(['build', printed.folder, ...formats])
})

/** The page of the PDF on which a text stands as a line. */
const pageOf = ({ pdf }: Printed, text: string, from = 3) =>
  pdf.pages.find(({ number, lines }) => number >= from && lines.some((line) => line.text === text))
    ?.number

/** The pages that the links on a page lead to. */
const leadsTo = ({ pdf }: Printed, page: number | undefined) =>
  pdf.pages[(page ?? 0) - 1]?.links.map((link) => link.page)

it('a link to an article leads to its title or heading in the PDF', () => {
  const [first, second] = [pageOf(printed, '城东'), pageOf(printed, '校园')]
  const [effect, briefs] = [pageOf(printed, '二、成效'), pageOf(printed, '简讯')]
  expect(effect).toBeGreaterThan(second ?? 0)
  expect(leadsTo(printed, first)).toEqual([second, effect, second, briefs])
  expect(leadsTo(printed, second)).toEqual([first])
  expect(leadsTo(printed, briefs)).toEqual([second])
  expect(printed.pdf.pages[(first ?? 0) - 1]?.text).toContain('没有的')
  expect(printed.report.diagnostics.map(({ rule }) => rule)).toContain('link-article')
})

it('the page numbers are right at the first print', () => {
  expect(printed.report.prints).toBe(1)
})

it('an official document and its attachment lead to each other', () => {
  const attachment = pageOf(notice, '名单', 2)
  expect(leadsTo(notice, 1)).toEqual([attachment])
  expect(leadsTo(notice, attachment)).toEqual([1])
})

it('a link leads to a title or heading on the web page', () => {
  const html = made('issue.html').toString()
  const links = [...html.matchAll(/<a href="#([^"]+)">(校园的做法|第二点|办法|简讯|城东)<\/a>/g)]
  // Five in the articles, and two rows of the contents.
  expect(links).toHaveLength(7)
  for (const [, id, words] of links) expect(html, words).toContain(` id="${id}"`)
  expect(html).not.toMatch(/>没有的<\/a>|data-link/)
})

it('a link leads to a bookmark of the Word file', () => {
  const { document } = readWord(made('issue.docx'))
  const names = allOf(document, 'w:bookmarkStart').map((one) => one.attributes['w:name'])
  const links = allOf(document, 'w:hyperlink').filter((one) => wordText(one) === '第二点')
  expect(links).toHaveLength(1)
  for (const link of allOf(document, 'w:hyperlink'))
    expect(names).toContain(link.attributes['w:anchor'])
})

it('a page for WeChat has the words alone', () => {
  const html = made('issue-公众号.html').toString()
  expect(html).toContain('校园的做法')
  expect(html).not.toMatch(/href="#h|data-link|引用链接/)
})
