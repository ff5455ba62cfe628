import { writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Nodes } from 'hast'
import { toString as textOf } from 'hast-util-to-string'
import { packageRoot } from '../src/system/package.js'
import type { Contender } from './contender.js'
import { type BenchContext, outFolder } from './context.js'
import type { FinishedPage, PagePicture } from './finished-page.js'
import { installed } from './installed.js'
import { processContender } from './process-contender.js'
import { readIssueTree } from './read-issue-tree.js'
import { plainScript } from './scripts.js'

/** Contains Typst 0.14.2. Not a dependency, because registries lack it for some platforms. */
const compiler = ['@myriaddreamin/typst-ts-node-compiler', '0.7.0'] as const

/**
 * Typst with the text of issues (headings, paragraphs, lists, tables; no inline markup) and the
 * scaled pictures of their finished pages, with the same page size and fonts, in one process.
 */
export async function typst(
  name: string,
  pages: readonly FinishedPage[],
  context: BenchContext,
): Promise<Contender> {
  const module = await installed(...compiler)
  const out = await outFolder(context, name)
  const pdfs = pages.map((_, index) => join(out, `${index + 1}.pdf`))
  const files: string[] = []
  for (const [index, { issue, page, pictures }] of pages.entries()) {
    const source = join(dirname(page), 'issue.typ')
    await writeFile(source, await typstSource(issue, pictures))
    files.push(source, pdfs[index] ?? '')
  }
  const words = [await plainScript('typst-set'), module, join(packageRoot(), 'dist/fonts')]
  return processContender({
    name,
    command: [process.execPath, ...words, context.folder, ...files],
    env: context.env,
    pdfs,
  })
}

/** A4, type area 156 × 225 mm, 28 characters × 25 lines of 25.5 pt. */
const prelude = `
#let cell = 156mm / 28
#let gap = 25.5pt - cell
#set page(width: 210mm, height: 297mm, margin: (top: 37mm, bottom: 35mm, left: 28mm, right: 26mm), numbering: "— 1 —")
#set text(font: "Bulletin Fangsong", size: cell, lang: "zh", region: "cn", top-edge: 0.88em, bottom-edge: -0.12em)
#set par(justify: true, first-line-indent: (amount: 2em, all: true), leading: gap, spacing: gap)
#set block(spacing: gap)
#show heading: set text(font: "Bulletin Title", size: 22pt, weight: "regular")
#show table: set text(size: 12pt)
#outline(title: none, depth: 1)
`

/** Returns an issue as a Typst document: contents with page numbers, articles and briefs. */
async function typstSource(folder: string, pictures: readonly PagePicture[]): Promise<string> {
  const { sections } = await readIssueTree(folder)
  const left = [...pictures]
  const parts = sections.flatMap(({ articles, briefs }) => [
    ...articles.map(({ fields, content }) => [
      `#pagebreak(weak: true)\n\n#heading(${quoted(String(fields.title ?? ''))})`,
      ...blocks(content.children, left),
    ]),
    ['#pagebreak(weak: true)', ...briefs.flatMap(({ content }) => blocks(content.children, left))],
  ])
  return [prelude, ...parts.flat()].join('\n\n')
}

const quoted = (text: string): string =>
  `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replace(/\s+/g, ' ').trim()}"`

/** Converts content blocks to Typst. Each picture takes the next entry of `pictures`. */
function blocks(nodes: readonly Nodes[], pictures: PagePicture[]): string[] {
  return nodes.flatMap((node) => {
    if (node.type !== 'element') return []
    const { tagName, children } = node
    if (tagName === 'table') return [table(node)]
    if (tagName === 'img') return (pictures.splice(0, 1) ?? []).map(image)
    if (/^(?:ul|ol|li|div|section|aside|blockquote|figure|span)$/.test(tagName))
      return blocks(children, pictures)
    const text = textOf(node)
    return text.trim() === '' ? [] : [`#${quoted(text)}`]
  })
}

const image = ({ name, width, height }: PagePicture) =>
  `#image("${name}", width: ${width}mm, height: ${height}mm)`

function table(node: Nodes): string {
  const rows = elementsNamed(node, ['tr']).map((row) => elementsNamed(row, ['td', 'th']))
  const columns = Math.max(1, ...rows.map(({ length }) => length))
  const cells = rows.flatMap((row) => {
    const texts = row.map((cell) => `[#${quoted(textOf(cell))}]`)
    return [...texts, ...Array<string>(columns - texts.length).fill('[]')]
  })
  return `#table(columns: (1fr,) * ${columns}, ${cells.join(', ')})`
}

type Parent = Extract<Nodes, { type: 'element' }>

const elementsNamed = (node: Nodes, names: readonly string[]): Parent[] =>
  'children' in node
    ? node.children.flatMap((child) => {
        if (child.type !== 'element') return []
        return names.includes(child.tagName) ? [child] : elementsNamed(child, names)
      })
    : []
