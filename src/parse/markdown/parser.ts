import type { Root } from 'mdast'
import { combineExtensions } from 'micromark-util-combine-extensions'
import remarkCjkFriendly from 'remark-cjk-friendly'
import remarkCjkFriendlyStrikethrough from 'remark-cjk-friendly-gfm-strikethrough'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { type Processor, unified } from 'unified'
import { autolinks } from './autolinks.js'
import { typedIndents } from './typed-indents.js'

/** Frozen, it is the same for all: putting it together anew would cost as much as an article. */
const processor = unified()
  .use(remarkParse)
  // One tilde stays a tilde: 3~5天.
  .use(remarkGfm, { singleTilde: false })
  .use(remarkCjkFriendly)
  .use(remarkCjkFriendlyStrikethrough, { singleTilde: false })
  .use(autolinks)
  .use(typedIndents)
  .use(combined)
  .freeze()

/** All that the plugins add as one extension: micromark merges the list anew for every article. */
function combined(this: Processor): void {
  const data = this.data()
  data.micromarkExtensions = [combineExtensions(data.micromarkExtensions ?? [])]
}

/** CommonMark and GFM, read as an editor means it (authoring-format, section 4). */
export const parseTree = (text: string): Root => processor.parse(text)
