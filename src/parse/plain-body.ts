import type { Heading, Nodes, Root } from 'mdast'
import { plainText, walk } from '../text.js'

/** What every body is made of, and goes on the page without a word from us. */
const plain: ReadonlySet<Nodes['type']> = new Set([
  'root',
  'paragraph',
  'text',
  'strong',
  'emphasis',
  'delete',
  'break',
  'thematicBreak',
  'list',
  'listItem',
  'blockquote',
])

/**
 * Whether a body holds no picture and nothing that `toContent` could have to say something of. Most
 * do; then their content need not be made before somebody asks for it, and the checks never do.
 */
export function isPlainBody(body: Root): boolean {
  for (const node of walk(body)) {
    if (!(plain.has(node.type) || (node.type === 'heading' && isSound(node)))) return false
  }
  return true
}

/** `##` or deeper, with words, on a line of its own. */
const isSound = (heading: Heading): boolean =>
  heading.depth > 1 &&
  heading.position?.start.line === heading.position?.end.line &&
  plainText(heading).trim() !== ''
