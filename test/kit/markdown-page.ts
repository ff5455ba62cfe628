import { toHtml } from 'hast-util-to-html'
import { parseMarkdown, toContent } from '../../src/input/markdown/markdown.js'

/** Renders Markdown; diagnostics are returned as `line:column rule`. */
export function page(markdown: string, options: { numbering?: 'manual' | 'auto' } = {}) {
  const { body, diagnostics } = parseMarkdown(markdown, { file: '01.md' })
  const content = toContent(body, { file: '01.md', idPrefix: 'a12', ...options })
  const said = [...diagnostics, ...content.diagnostics]
  return {
    html: toHtml(content.content),
    tree: content.content,
    pictures: content.pictures,
    diagnostics: said,
    said: said.map(({ at, rule }) => `${at.line}:${at.column} ${rule}`),
  }
}

/** The HTML of a text; expects no diagnostics. */
export function html(markdown: string): string {
  const { html, said } = page(markdown)
  if (said.length > 0) throw new Error(said.join('\n'))
  return html
}
