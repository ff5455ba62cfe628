import type { Blockquote, PhrasingContent } from 'mdast'
import { h } from './hast-node.js'

/** The printed names of GitHub's five kinds of alert, and of those that Obsidian adds. */
const names: ReadonlyMap<string, string> = new Map([
  ['note', '注意'],
  ['tip', '提示'],
  ['important', '重要'],
  ['warning', '警告'],
  ['caution', '小心'],
  ['hint', '提示'],
  ['attention', '注意'],
  ['danger', '危险'],
  ['error', '错误'],
  ['info', '说明'],
  ['abstract', '摘要'],
  ['summary', '摘要'],
  ['tldr', '摘要'],
  ['todo', '待办'],
  ['success', '完成'],
  ['check', '完成'],
  ['done', '完成'],
  ['question', '问题'],
  ['help', '问题'],
  ['faq', '问题'],
  ['failure', '未完成'],
  ['fail', '未完成'],
  ['missing', '未完成'],
  ['bug', '缺陷'],
  ['example', '示例'],
  ['quote', '引文'],
  ['cite', '引文'],
])

/** The mark of an alert, with Obsidian's `-` or `+` for folding, and a custom title. */
const beginning = /^[ \t]*\[!([A-Za-z]+)\][+-]?[ \t]*([^\r\n]*)(?:\r\n|\r|\n)?/

/**
 * Converts `> [!NOTE]` to a framed note with a title. Returns whether the quotation is an alert.
 */
export function setAlert(quote: Blockquote): boolean {
  const [first] = quote.children
  const text = first?.type === 'paragraph' ? first.children[0] : undefined
  if (first?.type !== 'paragraph' || text?.type !== 'text') return false
  const [whole, kind = '', words = ''] = beginning.exec(text.value) ?? []
  const name = names.get(kind.toLowerCase())
  if (whole === undefined || name === undefined) return false
  const rest = text.value.slice(whole.length)
  const others: PhrasingContent[] = first.children.slice(1)
  if (rest !== '') others.unshift({ ...text, value: rest })
  else if (others[0]?.type === 'break') others.shift()
  const strong: PhrasingContent = {
    type: 'strong',
    children: [{ type: 'text', value: words.trim() || name }],
  }
  const body = others.length > 0 ? [{ ...first, children: others }] : []
  quote.children = [
    h('p', {}, [strong], first),
    ...body,
    ...quote.children.slice(1),
  ] as Blockquote['children']
  return true
}
