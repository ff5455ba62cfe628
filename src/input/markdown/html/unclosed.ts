import type { Html, Root } from 'mdast'
import { SKIP, visit } from 'unist-util-visit'
import type { Point } from '../../../model/place.js'
import { pointOf, walk } from '../../../text/text.js'
import type { Context } from '../context.js'
import { readComments } from './comment-text.js'
import { hidden } from './elements.js'

/** Deepest nesting of an author's elements. */
const deepest = 50
/** Elements that need no end tag, or have none. */
const selfClosing = new Set(
  'area base br col dd dt embed hr img input li link meta option p param source td th tr wbr'.split(
    ' ',
  ),
)
const tag = /<(\/?)([a-z][a-z\d-]*)/gi

interface Tag {
  name: string
  node: Html
  /** Where it begins in the node's value. */
  index: number
}

/**
 * Says which tables and hidden elements have no end: they would swallow the rest of the article.
 * Returns false when the tags are nested too deeply to go on with.
 */
export function checkTags(tree: Root, context: Context): boolean {
  const open: Tag[] = []
  for (const node of walk(tree)) {
    if (node.type !== 'html') continue
    for (const { closes, ...found } of tagsOf(node)) {
      const { name } = found
      if (selfClosing.has(name)) continue
      if (!closes) open.push(found)
      else {
        const last = open.findLastIndex((opened) => opened.name === name)
        if (last >= 0) open.splice(last, 1)
      }
      if (open.length > deepest) {
        context.error(placeOf(found), {
          rule: 'nesting',
          message: `“<${name}>”一层套一层，太深了，排不出来。`,
          fix: '删掉多余的标签。',
        })
        return false
      }
    }
  }
  for (const found of open) {
    const { name } = found
    if (name !== 'table' && !hidden.has(name)) continue
    context.error(placeOf(found), {
      rule: 'html-open',
      message: `“<${name}>”没有收尾，它后面的内容会乱。`,
      fix: `在末尾写 </${name}>。`,
    })
  }
  return true
}

function* tagsOf(node: Html): Generator<Tag & { closes: boolean }> {
  for (const { 1: slash, 2: name = '', index } of readComments(node.value).rest.matchAll(tag)) {
    yield { closes: slash === '/', name: name.toLowerCase(), node, index }
  }
}

function placeOf({ node, index }: Tag): Point {
  const { line, column } = pointOf(node)
  const before = node.value.slice(0, index).split(/\r\n|\r|\n/)
  const along = before.at(-1)?.length ?? 0
  return {
    line: line + before.length - 1,
    column: before.length === 1 ? column + along : along + 1,
  }
}

/** Leaves the Markdown of a tree alone. */
export const removeHtml = (tree: Root): void =>
  visit(tree, 'html', (_, index, parent) => {
    if (index === undefined || !parent) return
    parent.children.splice(index, 1)
    return [SKIP, index]
  })
