import fc from 'fast-check'
import type { Nodes } from 'hast'
import { describe, expect, it } from 'vitest'
import { html, page } from '../kit/markdown-page.js'

/** All elements that may occur on a page. */
const allowed = new Set(
  (
    'p h3 strong em del mark code pre a br sup sub u span img svg path figure figcaption div aside section ' +
    'blockquote ol ul li table thead tbody tfoot tr td th caption colgroup col'
  ).split(' '),
)
const classes =
  /^(?:heading-[1-4]|list-\d+|editors-note|quotation|figure|picture|caption-above|inline-picture|qr-code|table|footnotes|footnote-mark|footnote-number|page-break|landscape-start|landscape-end|space|code)$/
const attributes = new Set(
  'className href id start style src alt align colSpan rowSpan dataAbreast dataMark width height viewBox shapeRendering role ariaLabel d'.split(
    ' ',
  ),
)

function* elements(node: Nodes): Generator<Extract<Nodes, { type: 'element' }>> {
  if (node.type === 'element') yield node
  if ('children' in node) for (const child of node.children) yield* elements(child)
}

function expectSafe(markdown: string): void {
  const { tree } = page(markdown)
  for (const { tagName, properties } of elements(tree)) {
    expect(allowed).toContain(tagName)
    for (const name of Object.keys(properties)) expect(attributes).toContain(name)
    for (const name of (properties.className ?? []) as string[]) expect(name).toMatch(classes)
    if (properties.style) expect(properties.style).toMatch(/^--start:\d+$/)
    if (properties.href) expect(properties.href).toMatch(/^(?:https?:\/\/|mailto:|#a12-fn)/i)
  }
}

/** Pieces with a meaning to a parser, combined in random order. */
const pieces = fc.constantFrom(
  ...'* ** _ ~~ ` ``` [ ] ( ) ![ ]( > ^ | - --- # ## 1. <!-- --> <b> </b> <table> <tr> <td> </table> <script> </script> <svg> <div class="page-break"> <p> </p> <u> <a href="javascript:x"> <img src=x onerror=y> <style> <textarea> <select> <template> <math> <plaintext> <br> <br/ [^1] [^1]: ^[ ^2^ ~2~ == ==甲== ![[ ]] [!NOTE] {width=50%} javascript: https:// qr:x &lt; \\ 甲 乙。 “ ” word 1 \n \n\n \t'.split(
    / /,
  ),
  ' ',
  '\n',
  '\n\n',
  '    ',
  '|a|b|\n|-|-|\n',
  '<div own0="0">',
  '<!-- pagebreak -->',
)

describe('any text', () => {
  it('gives nothing but what may stand on a page', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => expectSafe(parts.join(''))),
      { numRuns: 400 },
    )
  })

  it('does not throw, whatever characters are in it', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 80 }), expectSafe))
  })

  it('prints the words it was given', () => {
    const word = fc.stringMatching(/^[一-龥，。；a-z]{1,12}$/)
    fc.assert(
      fc.property(fc.array(word, { minLength: 1 }), (words) => {
        expect(html(words.join('\n\n'))).toBe(words.map((text) => `<p>${text}</p>`).join('\n'))
      }),
    )
  })

  it('joins Chinese lines without losing or adding a character', () => {
    const line = fc.stringMatching(/^[一-龥，。；“”]{1,12}$/)
    fc.assert(
      fc.property(fc.array(line, { minLength: 1 }), (lines) => {
        expect(html(lines.map((text) => `甲${text}乙`).join('\n'))).toBe(
          `<p>${lines.map((text) => `甲${text}乙`).join('')}</p>`,
        )
      }),
    )
  })
})

describe('a text built to overwhelm', () => {
  it.each([
    ['quotes', '>'.repeat(10_000)],
    ['quotes with spaces', '> '.repeat(10_000)],
    ['brackets', '['.repeat(10_000)],
    ['pictures in pictures', `${'!['.repeat(5_000)}a${'](b)'.repeat(5_000)}`],
    ['bold in bold', '**a *b '.repeat(5_000)],
    ['lists', '- '.repeat(10_000)],
    ['indented lists', Array.from({ length: 200 }, (_, i) => `${' '.repeat(2 * i)}- a`).join('\n')],
    ['letters without a blank', 'a'.repeat(1_000_000)],
    ['digits', '7'.repeat(10_001)],
    ['backslashes', '\\\\'.repeat(100_000)],
    ['formulas', '$a$'.repeat(200_000)],
    ['Han in one line', '教育，'.repeat(70_000)],
    ['HTML', '<div>'.repeat(10_000)],
    ['HTML in a line', `甲${'<u>'.repeat(2_000)}`],
  ])('of %s is an error, not a crash', (_, text) => {
    const { diagnostics } = page(text)
    expect(diagnostics.map(({ rule, severity }) => `${severity} ${rule}`)).toContain(
      'error nesting',
    )
  })

  it('does not take a long list or table of bold words for one', () => {
    expect(page('- **一是。**好，*楷*\n'.repeat(600)).said).toEqual([])
    expect(page(`|甲|乙|\n|-|-|\n${'|**一**|*二*|\n'.repeat(600)}`).said).toEqual([])
  })

  it('does not take an embedded picture or a long address for one', () => {
    const picture = `![](data:image/png;base64,${'A'.repeat(1_000_000)})`
    expect(page(picture).said.join()).not.toContain('nesting')
    expect(page(`见 https://a.cn/${'b'.repeat(9_000)}。`).said).toEqual([])
  })

  it('prints a paragraph of a hundred thousand characters', () => {
    const text = '教育，'.repeat(33_334)
    expect(html(text)).toBe(`<p>${text}</p>`)
  })
})
