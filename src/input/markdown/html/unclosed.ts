import type { Html, Root } from 'mdast'
import { SKIP, visit } from 'unist-util-visit'
import type { Point } from '../../../model/place.js'
import { walk } from '../../../text/markdown-tree.js'
import type { ParseContext } from '../context.js'
import { readComments } from './comment-text.js'
import { hidden } from './elements.js'
import { checkUnfinished, pointIn } from './unfinished.js'

/** The deepest permitted nesting of an author's elements. */
const maxDepth = 50
/**
 * Inline and block elements whose end tag HTML requires. Unknown names are text and are not checked
 * here.
 */
const closed: ReadonlySet<string> = new Set([
  // `<embed>` is a void element.
  ...[...hidden].filter((name) => name !== 'embed'),
  ...(
    'a abbr acronym address article aside b bdi bdo big blockquote center cite code data del details dfn ' +
    'dir div dl em fieldset figcaption figure font footer form h1 h2 h3 h4 h5 h6 header hgroup i ins kbd ' +
    'label legend main mark menu nav nobr ol output picture pre q ruby s samp search section small span ' +
    'strike strong sub summary sup table time tt u ul var'
  ).split(' '),
])
const tag = /<(\/?)([a-z][a-z\d-]*)/gi

interface Tag {
  name: string
  node: Html
  /** Its offset in the node's value. */
  index: number
}

/**
 * Reports elements without an end tag, which would contain the rest of the article or apply to it.
 * Returns false when the tags are nested too deeply to continue.
 */
export function checkTags(tree: Root, context: ParseContext): boolean {
  const cut = checkUnfinished(tree, context)
  const open: Tag[] = []
  for (const node of walk(tree)) {
    if (node.type !== 'html' || cut.has(node)) continue
    for (const { closes, ...found } of tagsOf(node)) {
      const { name } = found
      const within = open.at(-1)?.name ?? ''
      // The content of a script is not HTML.
      if (!closed.has(name) || (hidden.has(within) && within !== name)) continue
      if (!closes) open.push(found)
      else {
        const last = open.findLastIndex((opened) => opened.name === name)
        if (last >= 0) open.splice(last, 1)
      }
      if (open.length > maxDepth) {
        context.error(placeOf(found), {
          rule: 'nesting',
          message: `“<${name}>”一层套一层，太深了，排不出来。`,
          hint: '删掉多余的标签。',
        })
        return false
      }
    }
  }
  for (const found of open) {
    const { name } = found
    if (hasNoEffect(found)) continue
    context.error(placeOf(found), {
      rule: 'html-open',
      message: `“<${name}>”没有收尾，它后面的内容会乱。`,
      hint: `在末尾写 </${name}>；只是说到这个标签，就写成 \\<${name}>。`,
    })
  }
  return true
}

function* tagsOf(node: Html): Generator<Tag & { closes: boolean }> {
  for (const { 1: slash, 2: name = '', index } of readComments(node.value).rest.matchAll(tag)) {
    yield { closes: slash === '/', name: name.toLowerCase(), node, index }
  }
}

/**
 * Whether an unclosed element has no effect on the following content: an anchor, a plain `<span>`
 * or `<font>`, or an empty `<div/>` in XML notation.
 */
function hasNoEffect({ name, node, index }: Tag): boolean {
  const written = node.value.slice(index, node.value.indexOf('>', index))
  if (name === 'span' || name === 'font') return true
  return name === 'a' ? !/\shref\s*=/i.test(written) : name === 'div' && written.endsWith('/')
}

const placeOf = ({ node, index }: Tag): Point => pointIn(node, index)

/** Removes all HTML nodes from a tree; the Markdown stays. */
export const removeHtml = (tree: Root): void =>
  visit(tree, 'html', (_, index, parent) => {
    if (index === undefined || !parent) return
    parent.children.splice(index, 1)
    return [SKIP, index]
  })
