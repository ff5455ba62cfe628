import { describe, expect, it } from 'vitest'
import { blocks } from '../bench/typst/blocks.js'
import { parseMarkdown, toContent } from '../src/parse/markdown/index.js'

/** An article's body as the bench gives it to Typst; each picture is the next of `files`. */
function typst(markdown: string, files: readonly string[] = []): string {
  const { body } = parseMarkdown(markdown, { file: 'a.md' })
  const names = [...files]
  const next = () => ({ name: names.shift() ?? 'none', width: 80, height: 60 })
  return blocks(toContent(body, { file: 'a.md' }).content.children, next)
}

describe('what the bench gives Typst to set', () => {
  const table: [what: string, markdown: string, source: string][] = [
    [
      'text in which nothing is markup',
      '价格 #1 是 "5\\*3" [元]。',
      '#"价格 #1 是 \\"5*3\\" [元]。"',
    ],
    [
      'run-in sentences and 楷体',
      '**一是快。**很*好*。',
      '#strong[#"一是快。"]#"很"#kai[#"好"]#"。"',
    ],
    [
      'headings by level',
      '## 一、甲\n\n### （一）乙',
      '#heading-1[#"一、甲"]\n\n#heading-2[#"（一）乙"]',
    ],
    ['lists in lists', '1. 甲\n   1. 乙\n2. 丙', '#enum([#"甲"\n\n#enum([#"乙"])], [#"丙"])'],
    [
      'tables with their header and joined cells',
      '| > | 县 |\n|---|--:|\n| 甲 | 1 |',
      '#sheet(2, none, table.header(table.cell(colspan: 2, rowspan: 1, align: right, text(font: "Bulletin Hei")[#"县"])), table.cell(colspan: 1, rowspan: 1, [#"甲"]), table.cell(colspan: 1, rowspan: 1, align: right, [#"1"]))',
    ],
    ["an editor's note", '> 按：说明。', '#note[#"按：说明。"]'],
    ['a new page', '甲\n\n<!-- pagebreak -->\n\n乙', '#"甲"\n\n#pagebreak(weak: true)\n\n#"乙"'],
  ]
  it.each(table)('has %s', (_, markdown, source) => {
    expect(typst(markdown)).toBe(source)
  })

  it('has the pictures of the finished page in their order, at its sizes', () => {
    const source = typst('![甲](a.jpg) ![乙](b.jpg)', ['picture-1.jpeg', 'picture-2.jpeg'])
    expect(source).toBe(
      '#figure-row(picture(image("picture-1.jpeg", width: 80mm, height: 60mm), [#"甲"]), ' +
        'picture(image("picture-2.jpeg", width: 80mm, height: 60mm), [#"乙"]))',
    )
  })

  it('has footnotes after the text that refers to them', () => {
    const source = typst('正文[^1]。\n\n[^1]: 注文。')
    expect(source).toBe('#"正文"#super[#"①"]#"。"\n\n#footnotes([#"注文。"])')
  })
})
