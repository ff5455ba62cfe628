import type { Definition, LinkReference, Paragraph, PhrasingContent, Root } from 'mdast'
import { SKIP, visit } from 'unist-util-visit'
import { walk } from '../../text/markdown-tree.js'
import type { ParseContext, TreeStep } from './context.js'
import { isWebAddress } from './destination.js'

/**
 * Resolves links and pictures by reference (`[字][1]`), so that later steps handle inline ones
 * only. A number that cites a source (`3万人次[1]`) keeps its brackets, and the definition of the
 * source is printed. A definition without any reference is printed as well.
 */
export const references: TreeStep = (tree, context) => {
  const definitions = definitionsIn(tree)
  const used = new Set<Definition>()
  const cited = new Set<Definition>()
  visit(tree, (node, index, parent) => {
    if (index === undefined || !parent) return
    if (node.type !== 'linkReference' && node.type !== 'imageReference') return
    const definition = definitions.get(node.identifier)
    const { url, title } = definition ?? { url: '', title: null }
    if (node.type === 'linkReference' && isCitation(node)) {
      if (definition) cited.add(definition)
      const bracketed: PhrasingContent[] = [text('['), ...node.children, text(']')]
      parent.children.splice(index, 1, ...bracketed)
      return [SKIP, index + bracketed.length]
    }
    if (definition) used.add(definition)
    parent.children[index] =
      node.type === 'linkReference'
        ? { type: 'link', url, title, children: node.children, position: node.position }
        : { type: 'image', url, title, alt: node.alt, position: node.position }
  })
  visit(tree, 'definition', (node, index, parent) => {
    if (index === undefined || !parent) return
    const isSource = !used.has(node) && !isComment(node)
    if (isSource && !cited.has(node)) reportUnused(node, context)
    parent.children.splice(index, 1, ...(isSource ? [source(node)] : []))
    return [SKIP, index + (isSource ? 1 : 0)]
  })
}

function definitionsIn(tree: Root): Map<string, Definition> {
  const definitions = new Map<string, Definition>()
  for (const node of walk(tree)) {
    if (node.type === 'definition' && !definitions.has(node.identifier)) {
      definitions.set(node.identifier, node)
    }
  }
  return definitions
}

/** `[1]` and `[注2]` cite a source, as in print; `[百度]` is the text of a link. */
const isCitation = ({ referenceType, label, identifier }: LinkReference): boolean =>
  referenceType === 'shortcut' && /^(?:注|来源|出处|资料)?\s*\d{0,3}$/.test(label ?? identifier)

/** `[//]: # (…)` is a common way to write a comment in Markdown. */
const isComment = ({ url }: Definition): boolean => url === '' || url === '#'

const text = (value: string) => ({ type: 'text' as const, value })

/** The paragraph that prints a definition as typed. */
function source({ label, identifier, url, title, position }: Definition): Paragraph {
  const address: PhrasingContent = isWebAddress(url)
    ? { type: 'link', url, children: [text(url)], position }
    : text(url)
  return {
    type: 'paragraph',
    children: [text(`[${label ?? identifier}]: `), address, ...(title ? [text(` ${title}`)] : [])],
    position,
  }
}

const reportUnused = (node: Definition, context: ParseContext) =>
  context.warn(node, {
    rule: 'definition-unused',
    message: `“[${node.label ?? node.identifier}]: ${node.url}”没有用到，照原样印了。`,
    hint: `正文里要用它就写 [文字][${node.label ?? node.identifier}]；不要就删掉这一行。`,
  })
