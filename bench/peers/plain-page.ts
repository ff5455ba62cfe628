import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Root } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { visit } from 'unist-util-visit'
import { signatureOf } from '../../src/arrange/signature.js'
import type { Article, Issue } from '../../src/model.js'
import type { PagePicture } from '../finished-page.js'

/** The page and the letters, for every peer alike. */
export const styleSheet = readFileSync(join(import.meta.dirname, 'peers.css'), 'utf8')

/**
 * An issue as plain HTML for those who page it themselves: a 目录, articles, briefs. `numbers` is what
 * stands after each entry of the 目录, as CSS content.
 */
export function plainPage(issue: Issue, pictures: readonly PagePicture[], numbers: string): string {
  const left = [...pictures]
  const html = (content: Root) => toHtml(withPictures(content, left))
  const articles: string[] = []
  const rows: string[] = []
  for (const { name, note, articles: own, briefs } of issue.sections) {
    if (name) rows.push(`<li class="section">${name}</li>`)
    const opening = note ? html(note) : ''
    for (const [index, article] of own.entries()) {
      const id = `t${articles.length + 1}`
      rows.push(`<li><a href="#${id}">${titleOf(article)}</a></li>`)
      articles.push(articleHtml(article, id, index === 0 ? opening : '', html))
    }
    if (briefs.length === 0) continue
    const items = briefs.map(
      ({ content, signature = '' }) => `${html(content)}${signed(signature)}`,
    )
    rows.push(`<li><a href="#briefs">${name ?? ''}</a></li>`)
    articles.push(`<article><h1 id="briefs">${name ?? ''}</h1>${items.join('\n')}</article>`)
  }
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><title>${issue.title}</title>
<style>${styleSheet}nav a::after { content: ${numbers} }</style></head>
<body><header><p class="masthead">${issue.title}</p><p>${issue.issueLine ?? ''}</p></header>
<nav><h1>目录</h1><ul>${rows.join('\n')}</ul></nav>
${articles.join('\n')}
</body></html>`
}

const titleOf = ({ fields: { title } }: Article) => (title || '').replaceAll('\n', '')

const signed = (signature: string) => (signature ? `<p class="signature">${signature}</p>` : '')

function articleHtml(
  article: Article,
  id: string,
  opening: string,
  html: (content: Root) => string,
): string {
  const { fields, note, content } = article
  const lines = [fields.subtitle, fields.byline].flatMap((text) => text?.split('\n') ?? [])
  return [
    `<article>${opening}${note ? html(note) : ''}<h1 id="${id}">${titleOf(article)}</h1>`,
    ...lines.map((line) => `<p class="centred">${line}</p>`),
    html(content),
    `${signed(signatureOf(fields) ?? '')}</article>`,
  ].join('\n')
}

/** Each picture with the file and the size that the finished page has for it; takes them off the list. */
function withPictures(content: Root, left: PagePicture[]): Root {
  const tree = structuredClone(content)
  visit(tree, { tagName: 'img' }, (node) => {
    const picture = left.shift()
    if (!picture) return
    const { name, width, height } = picture
    node.properties = { src: name, style: `width:${width}mm;height:${height}mm` }
  })
  return tree
}
