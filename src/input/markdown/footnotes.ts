import type { FootnoteDefinition, FootnoteReference, RootContent } from 'mdast'
import { visit } from 'unist-util-visit'
import type { walk } from '../../text/markdown-tree.js'
import type { ParseContext, TreeStep } from './context.js'
import { noteMark } from './footnote-mark.js'
import { h } from './hast-node.js'

/**
 * Sets footnotes as notes at the end of the article, numbered in the order of their first
 * reference.
 */
export const footnotes: TreeStep = (tree, context) => {
  const definitions = takeDefinitions(tree, context)
  const order: FootnoteDefinition[] = []
  const mark = (
    node: Pick<FootnoteReference, 'identifier' | 'label' | 'position'>,
  ): RootContent => {
    const definition = definitions.get(node.identifier)
    if (!definition) return { type: 'text', value: `[^${node.label ?? node.identifier}]` }
    if (!order.includes(definition)) order.push(definition)
    const number = order.indexOf(definition) + 1
    const link = h('a', { href: `#${idOf(number, context)}` }, [
      { type: 'text', value: noteMark(number) },
    ])
    return h('sup', { className: ['footnote-mark'] }, [link], node)
  }
  context.titleMarks = context.titleNotes.map((identifier) => mark({ identifier }))
  setMarks(tree, mark)
  // A note may refer to another note, which is then appended to `order` during this loop.
  for (const definition of order) setMarks(definition, mark)
  for (const definition of definitions.values()) {
    if (!order.includes(definition)) reportUnused(definition, context)
  }
  if (order.length === 0) return
  const notes = order.map((definition, index) => setNote(definition, index + 1, context))
  tree.children.push(h('section', { className: ['footnotes'] }, [h('ol', {}, notes)]))
}

function setMarks(
  node: Parameters<typeof walk>[0],
  mark: (node: FootnoteReference) => RootContent,
): void {
  visit(node, 'footnoteReference', (reference, index, parent) => {
    if (parent && index !== undefined) parent.children[index] = mark(reference)
  })
}

function takeDefinitions(tree: Parameters<TreeStep>[0], context: ParseContext) {
  const definitions = new Map<string, FootnoteDefinition>()
  visit(tree, 'footnoteDefinition', (node, index, parent) => {
    if (index === undefined || !parent) return
    if (definitions.has(node.identifier)) reportDuplicate(node, context)
    else definitions.set(node.identifier, node)
    parent.children.splice(index, 1)
    return index
  })
  return definitions
}

const idOf = (number: number, { idPrefix }: ParseContext) => `${idPrefix}-fn${number}`

function setNote(
  definition: FootnoteDefinition,
  number: number,
  context: ParseContext,
): RootContent {
  const label = h('span', { className: ['footnote-number'] }, [
    { type: 'text', value: noteMark(number) },
  ])
  const [first, ...others] = definition.children
  const children: RootContent[] =
    first?.type === 'paragraph'
      ? [{ ...first, children: [label, ...first.children] }, ...others]
      : [{ type: 'paragraph', children: [label] }, ...definition.children]
  return h('li', { id: idOf(number, context) }, children, definition)
}

const labelOf = ({ label, identifier }: FootnoteDefinition) => `[^${label ?? identifier}]`

const reportUnused = (node: FootnoteDefinition, context: ParseContext) =>
  context.warn(node, {
    rule: 'footnote-unused',
    message: `脚注“${labelOf(node)}”在正文里没有用到，没有印。`,
    hint: `在正文要加注的字后面写 ${labelOf(node)}，或删掉这条脚注。`,
  })

const reportDuplicate = (node: FootnoteDefinition, context: ParseContext) =>
  context.warn(node, {
    rule: 'footnote-twice',
    message: `脚注“${labelOf(node)}”写了两条，只印前面一条。`,
    hint: '给后面一条换一个名字，正文里也跟着改。',
  })
