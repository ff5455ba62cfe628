import type { Html, Paragraph, PhrasingContent, Root, RootContent } from 'mdast'
import { SKIP, visit } from 'unist-util-visit'
import type { ParseContext, TreeStep } from './context.js'
import { h } from './hast-node.js'
import { readComments } from './html/comment-text.js'
import { pageBreakElements } from './html/page-break-element.js'
import { nearOrder, orderOf } from './orders.js'

/**
 * Executes `<!-- pagebreak -->` and similar comments, drops all other comments, and reads `<br>` as
 * a hard break.
 */
export const comments: TreeStep = (tree, context) => {
  pageBreakElements(tree, context)
  liftOrders(tree)
  visit(tree, 'html', (node, index, parent) => {
    if (index === undefined || !parent) return
    if (/^<br\s*\/?>$/i.test(node.value)) {
      parent.children[index] = { type: 'break', position: node.position }
      return
    }
    const { comments: found, rest, open } = readComments(node.value)
    if (open) reportUnclosed(node, context)
    else if (found.length === 0) return
    else if (rest.trim() !== '') {
      ordersIn(found, node, true, context)
      return
    }
    const elements = open ? [] : ordersIn(found, node, parent.type !== 'root', context)
    parent.children.splice(index, 1, ...elements)
    return [SKIP, index + elements.length]
  })
}

/**
 * Moves an order at the beginning or end of a paragraph out of it, where it is as clear as on a
 * line of its own.
 */
function liftOrders(tree: Root): void {
  tree.children = tree.children.flatMap((node): RootContent[] => {
    if (node.type !== 'paragraph') return [node]
    const before = takeOrders(node, (children) => children.shift(), 0)
    const after = takeOrders(node, (children) => children.pop(), -1)
    return [...before, node, ...after.reverse()]
  })
}

function takeOrders(
  { children }: Paragraph,
  take: (children: PhrasingContent[]) => PhrasingContent | undefined,
  end: 0 | -1,
): Html[] {
  const taken: Html[] = []
  for (;;) {
    const node = children.at(end)
    if (children.length < 2 || node?.type !== 'html' || !isOrder(node)) return taken
    taken.push(node)
    take(children)
  }
}

function isOrder({ value }: Html): boolean {
  const { comments: found, rest, open } = readComments(value)
  return !open && rest.trim() === '' && found.some((words) => orderOf(words) !== undefined)
}

function ordersIn(
  found: readonly string[],
  node: Html,
  inText: boolean,
  context: ParseContext,
): RootContent[] {
  const elements: RootContent[] = []
  for (const words of found) {
    const className = orderOf(words)
    if (className === undefined) reportMisspelt(words, node, context)
    else if (inText) {
      context.warn(node, {
        rule: 'comment-in-text',
        message: `“<!--${words}-->”夹在段落、列表或引文里，没有起作用。`,
        hint: '让它自成一段：单独占一行，顶格写，上下各空一行。',
      })
    } else elements.push(h('div', { className: [className] }, [], node))
  }
  return elements
}

function reportMisspelt(words: string, node: Html, context: ParseContext): void {
  const suggestion = nearOrder(words)
  if (suggestion === undefined) return
  context.warn(node, {
    rule: 'comment-unknown',
    message: `“<!--${words}-->”不认得，当作批注，没有起作用。`,
    hint: `要分页、横排就写成 <!-- ${suggestion} -->；是批注就不用理。`,
  })
}

const reportUnclosed = (node: Html, context: ParseContext) =>
  context.error(node, {
    rule: 'comment-open',
    message: '注释“<!--”没有收尾，它后面的内容都印不出来。',
    hint: '在注释的末尾写 -->。',
  })
