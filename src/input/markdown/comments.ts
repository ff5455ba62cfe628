import type { Html, RootContent } from 'mdast'
import { SKIP, visit } from 'unist-util-visit'
import type { Context, Step } from './context.js'
import { craft } from './hast-node.js'
import { readComments } from './html/comment-text.js'

/** What a comment can ask for, by its words; any other comment is the editor's own. */
const orders = new Map([
  ['pagebreak', 'page-break'],
  ['分页', 'page-break'],
  ['landscape', 'landscape-start'],
  ['横排', 'landscape-start'],
  ['/landscape', 'landscape-end'],
  ['/横排', 'landscape-end'],
])

/** Obeys `<!-- pagebreak -->` and its like, drops all other comments, and reads `<br>` as a hard break. */
export const comments: Step = (tree, context) => {
  visit(tree, 'html', (node, index, parent) => {
    if (index === undefined || !parent) return
    if (/^<br\s*\/?>$/i.test(node.value)) {
      parent.children[index] = { type: 'break', position: node.position }
      return
    }
    const { comments: found, rest, open } = readComments(node.value)
    if (open) sayOpen(node, context)
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

function ordersIn(
  found: readonly string[],
  node: Html,
  inText: boolean,
  context: Context,
): RootContent[] {
  const elements: RootContent[] = []
  for (const words of found) {
    const className = orders.get(words.trim().toLowerCase())
    if (className === undefined) continue
    if (inText) {
      context.warn(node, {
        rule: 'comment-in-text',
        message: `“<!--${words}-->”夹在段落、列表或引文里，没有起作用。`,
        fix: '让它自成一段：单独占一行，顶格写，上下各空一行。',
      })
    } else elements.push(craft('div', { className: [className] }, [], node))
  }
  return elements
}

const sayOpen = (node: Html, context: Context) =>
  context.error(node, {
    rule: 'comment-open',
    message: '注释“<!--”没有收尾，它后面的内容都印不出来。',
    fix: '在注释的末尾写 -->。',
  })
