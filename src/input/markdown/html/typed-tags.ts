import type { Html, Nodes, Parents, Root, RootContent } from 'mdast'
import { visit } from 'unist-util-visit'
import { walk } from '../../../text/markdown-tree.js'
import { readComments } from './comment-text.js'
import { isElement } from './elements.js'

/** Void elements that authors write in running text. */
const empty = new Set(['br', 'hr', 'img', 'wbr'])
/** Void elements that occur in running text only when the text is about HTML. */
const emptyElsewhere = new Set(['area', 'base', 'col', 'embed', 'input', 'link', 'meta', 'param'])
emptyElsewhere.add('source').add('track')
/** Elements whose end tag is optional. */
const openEnded = new Set(['dd', 'dt', 'li', 'option', 'p', 'td', 'th', 'tr', 'tbody', 'thead'])
/** Elements that must never be taken for text by mistake; a missing end tag is reported. */
const dangerous = new Set(['iframe', 'noscript', 'object', 'script', 'style'])
/** Inline elements that authors use for formatting; a missing end tag is a typing error. */
const formatting = new Set(
  'a b big center cite code del em font i ins kbd mark q s samp small span strike strong sub sup u var'.split(
    ' ',
  ),
)

/**
 * Converts unpaired tags in a paragraph to text: the text mentions them (`<video />`, `<div>
 * 标签`), or they are not tags (`a<b>c`, `List<Object>`). In an HTML block, tags with names unknown
 * to HTML become text as well.
 */
export function typedTags(tree: Root, source: string): void {
  const unpaired = unpairedIn(tree)
  visit(tree, 'html', (node, index, parent) => {
    if (index === undefined || !parent) return
    if (!isPhrasing(parent)) {
      node.value = withoutForeign(closed(node.value))
      return
    }
    const start = node.position?.start.offset ?? 0
    if (
      !unpaired.has(node) ||
      !isMention(node.value, source.slice(Math.max(0, start - 1), start))
    ) {
      node.value = closed(node.value)
      return
    }
    return asText(parent, index, node)
  })
}

const isPhrasing = ({ type }: Parents): boolean =>
  type !== 'root' && type !== 'blockquote' && type !== 'listItem' && type !== 'footnoteDefinition'

/** The HTML nodes that consist of one tag without its counterpart. */
function unpairedIn(tree: Root): Set<Nodes> {
  const unpaired = new Set<Nodes>()
  const open: { name: string; node: Html; isTag: boolean }[] = []
  for (const node of walk(tree)) {
    if (node.type !== 'html') continue
    const { rest } = readComments(node.value)
    const isTag = /^<[^<>]*>$/.test(rest)
    for (const { 1: slash, 2: name = '', 3: end } of rest.matchAll(tag)) {
      const lower = name.toLowerCase()
      if (emptyElsewhere.has(lower) || (end === '/' && !empty.has(lower))) {
        if (isTag) unpaired.add(node)
      } else if (empty.has(lower)) continue
      else if (slash === '') open.push({ name: lower, node, isTag })
      else {
        const last = open.findLastIndex((opened) => opened.name === lower)
        if (last >= 0) open.splice(last, 1)
        else if (isTag) unpaired.add(node)
      }
    }
  }
  for (const { node, isTag } of open) if (isTag) unpaired.add(node)
  return unpaired
}

const tag = /<(\/?)([a-z][a-z\d-]*)[^<>]*?(\/?)>/gi
const bare = /^<(\/?)([a-z][a-z\d-]*)\s*(\/?)>$/i

function isMention(html: string, before: string): boolean {
  const [, slash, name = '', end] = bare.exec(html) ?? []
  if (slash === undefined) return false
  const lower = name.toLowerCase()
  // Examples: std::vector<p>, a<b>c.
  if (/[\w)]/.test(before) && slash === '') return true
  if (dangerous.has(lower) || openEnded.has(lower)) return false
  // `<a name=x></a>` and `<div/>` are empty elements in XML notation.
  return end === '/' || !formatting.has(lower)
}

/** Adds the end tag that HTML requires to an empty element in XML notation. */
const closed = (html: string): string =>
  html.replace(/^<([a-z][a-z\d-]*)(\s[^<>]*?)?\s*\/>$/i, (written, name: string, rest = '') =>
    empty.has(name.toLowerCase()) || emptyElsewhere.has(name.toLowerCase())
      ? written
      : `<${name}${rest}></${name}>`,
  )

/** Escapes the tags whose names are unknown to HTML. */
function withoutForeign(html: string): string {
  const { rest } = readComments(html)
  let escaped = ''
  let at = 0
  for (const { 2: name = '', index } of rest.matchAll(tag)) {
    if (isElement(name)) continue
    escaped += `${html.slice(at, index)}&lt;`
    at = index + 1
  }
  return escaped + html.slice(at)
}

/** Replaces an HTML node with text, joined to the adjacent text nodes. */
function asText(parent: Parents, index: number, { value, position }: Html): number {
  const siblings = parent.children as RootContent[]
  const [before, after] = [siblings[index - 1], siblings[index + 1]]
  const joined = { type: 'text' as const, value, ...(position && { position: { ...position } }) }
  const [from, to] = [before?.type === 'text' ? index - 1 : index, after?.type === 'text' ? 1 : 0]
  if (before?.type === 'text') {
    joined.value = before.value + joined.value
    if (joined.position && before.position) joined.position.start = before.position.start
  }
  if (after?.type === 'text') {
    joined.value += after.value
    if (joined.position && after.position) joined.position.end = after.position.end
  }
  siblings.splice(from, index - from + 1 + to, joined)
  return from + 1
}
