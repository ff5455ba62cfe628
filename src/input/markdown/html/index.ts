import type { Root } from 'hast'
import rehypeRaw from 'rehype-raw'
import { unified } from 'unified'
import type { ParseContext } from '../context.js'
import { wrapLooseText } from './loose-text.js'
import { markOwn } from './own-elements.js'
import { sanitise } from './sanitise.js'

/**
 * Reads an author's HTML and lets little of it pass (docs/design/authoring-format.md, 4). It is parsed
 * together with our elements, as a browser would; what is whose is known from our marks alone, so
 * that no author can write one of ours.
 */
export function readHtml(tree: Root, context: ParseContext): Root {
  const own = markOwn(tree)
  const parsed = unified().use(rehypeRaw).runSync(tree)
  const clean = sanitise(parsed, own, context)
  wrapLooseText(clean)
  return clean
}
