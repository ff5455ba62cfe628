import type { Root } from 'hast'
import rehypeRaw from 'rehype-raw'
import { unified } from 'unified'
import type { ParseContext } from '../context.js'
import { wrapLooseText } from './loose-text.js'
import { markOwn } from './own-elements.js'
import { sanitise } from './sanitise.js'

/**
 * Parses and sanitises an author's HTML (docs/design/authoring-format.md, 4). The tree is parsed as
 * a whole, with the elements that the program generated, as a browser would. Generated elements are
 * recognised only by their marker attribute, so that an author cannot write one.
 */
export function readHtml(tree: Root, context: ParseContext): Root {
  const own = markOwn(tree)
  const parsed = unified().use(rehypeRaw).runSync(tree)
  const clean = sanitise(parsed, own, context)
  wrapLooseText(clean)
  return clean
}
