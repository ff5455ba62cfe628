import type { Root as Hast } from 'hast'
import { klona } from 'klona/json'
import type { Nodes, Root } from 'mdast'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'
import type { PictureReference } from '../../model/article.js'
import type { Diagnostic, Edit } from '../../model/diagnostic.js'
import { walk } from '../../text/markdown-tree.js'
import { breaks } from './breaks.js'
import { code } from './code.js'
import { comments } from './comments.js'
import type { TreeStep } from './context.js'
import { contextFor } from './context.js'
import { notes } from './editors-notes.js'
import { takeAmbiguousMarks } from './emphasis.js'
import { figures } from './figures.js'
import { footnotes } from './footnotes.js'
import { foreignBreaks } from './foreign-breaks.js'
import { dropHeadingAttributes, foreignSyntax } from './foreign-syntax.js'
import { formulaStep, unclosedFormulas } from './formulas.js'
import { numberHeadings } from './heading-numbers.js'
import { headings } from './headings.js'
import { hiddenRuns } from './html/hidden-runs.js'
import { readHtml } from './html/index.js'
import { typedTags } from './html/typed-tags.js'
import { checkTags, removeHtml } from './html/unclosed.js'
import { images } from './images.js'
import { inlineNotes } from './inline-notes.js'
import { lazyLines } from './lazy-lines.js'
import { links } from './links.js'
import { noteTypedNumbers } from './list-numbers.js'
import { lists } from './lists.js'
import { miswrittenLinks } from './miswritten-links.js'
import { cutDeep, overloadedPlace, tooDeep } from './nesting.js'
import { openComments } from './open-comments.js'
import { pageBreaks } from './page-breaks.js'
import { parseTree } from './parser.js'
import { pictureAttributes } from './picture-attributes.js'
import { references } from './references.js'
import { separateLines } from './separated-lines.js'
import { softBreaks } from './soft-breaks.js'
import { paragraphs } from './strip-typed-indents.js'
import { tabTables } from './tab-tables.js'
import { tables } from './tables.js'
import { unclosedCode } from './unclosed-code.js'
import { undefinedNotes } from './undefined-footnotes.js'

export type { TitledBody } from './title.js'
export { takeTitle } from './title.js'

/**
 * The steps for the constructs of docs/design/authoring-format.md, section 4, in order, each with
 * the parser nodes that it processes. A step whose nodes do not occur is skipped, because
 * traversing the tree without a result is as expensive as any other traversal, and most articles
 * contain few constructs.
 */
const steps: readonly { step: TreeStep; nodes: readonly Nodes['type'][] }[] = [
  { step: references, nodes: ['definition', 'linkReference', 'imageReference'] },
  { step: comments, nodes: ['html'] },
  { step: hiddenRuns, nodes: ['html'] },
  { step: headings, nodes: ['heading'] },
  { step: notes, nodes: ['blockquote'] },
  { step: lists, nodes: ['list'] },
  { step: tables, nodes: ['table'] },
  { step: footnotes, nodes: ['footnoteDefinition', 'footnoteReference'] },
  // The parser reads page break comments as HTML.
  { step: pageBreaks, nodes: ['html'] },
  { step: paragraphs, nodes: ['paragraph'] },
  { step: images, nodes: ['image', 'imageReference'] },
  { step: links, nodes: ['link', 'linkReference'] },
  { step: code, nodes: ['code', 'inlineCode'] },
  { step: formulaStep, nodes: ['inlineMath', 'math'] },
  // The parser reads <br> as HTML.
  { step: breaks, nodes: ['break', 'thematicBreak', 'html'] },
]

/**
 * Parses Markdown. Positions refer to `text`: the caller replaces the front-matter with blank
 * lines, or passes the number of lines above the text as `lineOffset`. A text that would overload
 * the parser gives an error and an empty body.
 */
export function parseMarkdown(
  text: string,
  { file, lineOffset = 0 }: { file: string; lineOffset?: number },
): { body: Root; diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = []
  const context = contextFor(file, { numbering: 'manual', idPrefix: '' }, diagnostics)
  const source = '\n'.repeat(lineOffset) + text
  const overloaded = overloadedPlace(source)
  if (overloaded) {
    context.error(overloaded.at, overloaded.problem)
    return { body: { type: 'root', children: [] }, diagnostics }
  }
  const body = parseTree(source)
  typedTags(body, source)
  dropHeadingAttributes(body)
  noteTypedNumbers(body, source)
  pictureAttributes(body)
  inlineNotes(body)
  const cut = cutDeep(body)
  if (cut) context.error(cut, tooDeep)
  const warnings = [
    ...undefinedNotes(body, source),
    ...lazyLines(body, source),
    ...foreignBreaks(body),
    ...foreignSyntax(body),
    ...takeAmbiguousMarks(body),
    ...tabTables(body, source),
  ]
  for (const { at, problem } of warnings) context.warn(at, problem)
  const errors = [
    ...unclosedCode(body, source),
    ...openComments(body, source),
    ...unclosedFormulas(body),
  ]
  for (const { at, problem } of errors) context.error(at, problem)
  for (const { at, problem, severity, fix } of miswrittenLinks(body, source)) {
    if (severity === 'error') context.error(at, problem, inText(fix, lineOffset))
    else context.warn(at, problem)
  }
  return { body, diagnostics }
}

/** Converts a fix in the padded source to one in the text without the `lineOffset` lines above. */
const inText = (fix: Edit | undefined, lineOffset: number): Edit | undefined =>
  fix && { ...fix, from: fix.from - lineOffset, to: fix.to - lineOffset }

/** The result of `toContent`. */
export interface Content {
  /** Sanitised: contains only elements and classes that the program generated. */
  content: Hast
  /** The marks of the title's footnotes. */
  titleMarks?: Hast
  /** Every picture file that the body shows, in reading order. */
  pictures: PictureReference[]
  diagnostics: Diagnostic[]
}

/**
 * Converts the body to HTML for the page. `idPrefix` (ASCII, unique in the issue) is the prefix of
 * every id. `titleNotes` are the identifiers of the title's footnotes. The given body is not
 * modified.
 */
export function toContent(
  body: Root,
  {
    file,
    idPrefix = 'a',
    numbering = 'manual',
    titleNotes = [],
  }: {
    file: string
    idPrefix?: string
    numbering?: 'manual' | 'auto'
    titleNotes?: readonly string[]
  },
): Content {
  const diagnostics: Diagnostic[] = []
  const context = contextFor(file, { numbering, idPrefix, titleNotes }, diagnostics)
  const tree = klona(body)
  const written = typesIn(tree)
  if (written.has('html') && !checkTags(tree, context)) removeHtml(tree)
  for (const { step, nodes } of steps)
    if (nodes.some((type) => written.has(type))) step(tree, context)
  const bare = toHast.runSync(tree) as Hast
  // The steps may have removed all HTML.
  const isMixed = written.has('html') && typesIn(tree).has('html')
  const content = isMixed ? readHtml(bare, context) : bare
  if (isMixed) separateLines(content)
  figures(content, context)
  if (numbering === 'auto') numberHeadings(content)
  softBreaks(content)
  const { pictures, titleMarks } = context
  if (titleMarks.length === 0) return { content, pictures, diagnostics }
  const marks = toHast.runSync({ type: 'root', children: titleMarks }) as Hast
  return { content, titleMarks: marks, pictures, diagnostics }
}

/** Frozen, so that it can be shared by all articles. */
const toHast = unified().use(remarkRehype, { allowDangerousHtml: true }).freeze()

const typesIn = (tree: Root): Set<Nodes['type']> => {
  const types = new Set<Nodes['type']>()
  for (const { type } of walk(tree)) types.add(type)
  return types
}
