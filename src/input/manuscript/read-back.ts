import type { Nodes } from 'mdast'
import { decodeString } from 'micromark-util-decode-string'
import { lettersIn } from '../docx/census.js'
import { parseTree } from '../markdown/parser.js'

/** The letters that a Markdown text prints, as our own parser reads it; `notes` are defined elsewhere. */
export const lettersOfMarkdown = (markdown: string, notes: readonly string[] = []): string =>
  lettersOfNode(parseTree([markdown, ...notes.map((label) => `[^${label}]:`)].join('\n\n')))

/** The letters that a node of a Markdown tree prints. */
export function lettersOfNode(tree: Nodes): string {
  const texts: string[] = []
  const waiting: Nodes[] = [tree]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.type === 'html') texts.push(ofHtml(node.value))
    else if ('value' in node) texts.push(node.value)
    else if (node.type === 'image') texts.push(node.alt ?? '')
    else if ('children' in node && !isJoin(node)) waiting.push(...[...node.children].reverse())
  }
  return lettersIn(texts.join(''))
}

/** A cell that only says with which it is one. */
function isJoin(node: Nodes): boolean {
  if (node.type !== 'tableCell') return false
  const [only, ...others] = node.children
  if (only?.type !== 'text' || others.length > 0 || !/^[>^]$/.test(only.value)) return false
  const { start, end } = only.position ?? {}
  return (end?.offset ?? 0) - (start?.offset ?? 0) === 1
}

const ofHtml = (html: string): string =>
  decodeString(html.replace(/<!--[\s\S]*?-->/g, '').replace(/<[^>]*>/g, ''))
