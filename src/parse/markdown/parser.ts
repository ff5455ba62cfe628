import type { Root } from 'mdast'
import { combineExtensions } from 'micromark-util-combine-extensions'
import remarkCjkFriendly from 'remark-cjk-friendly'
import remarkCjkFriendlyStrikethrough from 'remark-cjk-friendly-gfm-strikethrough'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { type Processor, unified } from 'unified'
import { autolinks } from './autolinks.js'
import { remainderOf } from './plain-paragraphs.js'
import { typedIndents } from './typed-indents.js'

/** Frozen, they are the same for all: putting one together anew would cost as much as an article. */
const parser = (options: { tables: boolean }) =>
  unified()
    .use(remarkParse)
    // One tilde stays a tilde: 3~5天.
    .use(remarkGfm, { singleTilde: false })
    .use(remarkCjkFriendly)
    .use(remarkCjkFriendlyStrikethrough, { singleTilde: false })
    .use(autolinks)
    .use(typedIndents)
    .use(combined, options)
    .freeze()

const withTables = parser({ tables: true })
const withoutTables = parser({ tables: false })

/** A line that might be the one under a table's head: `| --- | :-: |`, in a list or a quotation too. */
const delimiterRow = /^(?=.*-)[ \t>|:*+\d.)-]+$/m

/** CommonMark and GFM, read as an editor means it (authoring-format, section 4). */
export function parseTree(text: string): Root {
  const remainder = remainderOf(text)
  return remainder ? remainder.complete(parseRest(remainder.text)) : parseRest(text)
}

/**
 * GFM takes every line for a table's head until the next one shows that it is none, which costs a
 * tenth of the time: it is only asked where there is such a line.
 */
const parseRest = (text: string): Root =>
  delimiterRow.test(text) ? parseWhole(text) : withoutTables.parse(text)

/** The same, whatever is in the text: every character is looked at, and every line may head a table. */
export const parseWhole = (text: string): Root => withTables.parse(text)

/** All that the plugins add as one extension: micromark merges the list anew for every article. */
function combined(this: Processor, { tables }: { tables: boolean }): void {
  const data = this.data()
  const all = combineExtensions(data.micromarkExtensions ?? [])
  const flow = Object.entries(all.flow ?? {}).map(([code, constructs = []]) => [
    code,
    [constructs].flat().filter(({ name }) => tables || name !== 'table'),
  ])
  data.micromarkExtensions = [{ ...all, flow: Object.fromEntries(flow) }]
}
