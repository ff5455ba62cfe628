import type { Nodes, Root, RootContent } from 'mdast'
import type { PictureReference } from '../../model/article.js'
import type { Diagnostic, Edit } from '../../model/diagnostic.js'
import { errorAt, warningAt } from '../../model/diagnostic.js'
import type { Point } from '../../model/place.js'
import { pointOf } from '../../text/markdown-tree.js'

/** A diagnostic of a construct, without its place and severity. */
export type Problem = Pick<Diagnostic, 'rule' | 'message' | 'hint'>

/** The state shared by the steps of one article: settings to read, and lists to add to. */
export interface ParseContext {
  numbering: 'manual' | 'auto'
  /** Prefix of every id of the article, because several articles share one HTML document. */
  idPrefix: string
  /** The identifiers of the footnotes in the article's title. They are numbered first. */
  titleNotes: readonly string[]
  /** Their reference marks, filled in by the `footnotes` step. */
  titleMarks: RootContent[]
  pictures: PictureReference[]
  /** `fix`: the edit that corrects the error, in offsets of the parsed text. */
  error(at: Point | Pick<Nodes, 'position'>, problem: Problem, fix?: Edit): void
  warn(at: Point | Pick<Nodes, 'position'>, problem: Problem): void
}

/** Processes one kind of construct; changes the tree in place. */
export type TreeStep = (tree: Root, context: ParseContext) => void

/** Creates a context that adds its errors and warnings to `diagnostics`. */
export function contextFor(
  file: string,
  settings: Pick<ParseContext, 'numbering' | 'idPrefix'> &
    Partial<Pick<ParseContext, 'titleNotes'>>,
  diagnostics: Diagnostic[],
): ParseContext {
  const place = (at: Point | Pick<Nodes, 'position'>) => ({
    file,
    at: 'line' in at ? { line: at.line, column: at.column } : pointOf(at),
  })
  return {
    titleNotes: [],
    titleMarks: [],
    ...settings,
    pictures: [],
    error: (at, problem, fix) =>
      void diagnostics.push({ ...errorAt(place(at), problem), ...(fix && { fix }) }),
    warn: (at, problem) => void diagnostics.push(warningAt(place(at), problem)),
  }
}
