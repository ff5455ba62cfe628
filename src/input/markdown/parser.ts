import type { Root } from 'mdast'
import remarkCjkFriendly from 'remark-cjk-friendly'
import remarkCjkFriendlyStrikethrough from 'remark-cjk-friendly-gfm-strikethrough'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { autolinks } from './autolinks.js'
import { emphasis } from './emphasis.js'
import { tagSyntax } from './html/tag-syntax.js'
import { lineSeparators } from './line-separators.js'
import { linkSyntax } from './link-syntax.js'
import { formulas } from './maths-syntax.js'
import { typedIndents } from './no-indented-code.js'
import { pageBreakLines } from './page-break-lines.js'
import { paragraphEnds } from './paragraph-ends.js'
import { spacedTargets } from './spaced-targets.js'
import { spans } from './spans.js'
import { tableEnds } from './table-ends.js'
import { wikiPictures } from './wiki-pictures.js'

const parser = unified()
  .use(remarkParse)
  // In Chinese text a single tilde is a range: 3~5天.
  .use(remarkGfm, { singleTilde: false })
  .use(remarkCjkFriendly)
  .use(remarkCjkFriendlyStrikethrough, { singleTilde: false })
  .use(tagSyntax)
  .use(linkSyntax)
  .use(spacedTargets)
  .use(wikiPictures)
  .use(spans)
  .use(formulas)
  .use(emphasis)
  .use(autolinks)
  .use(typedIndents)
  .use(tableEnds)
  .use(paragraphEnds)
  .use(lineSeparators)
  .use(pageBreakLines)
  .freeze()

/**
 * Parses Markdown: CommonMark and GFM, with the deviations described in
 * docs/design/authoring-format.md, 4.
 */
export const parseTree = (text: string): Root => parser.parse(text)
