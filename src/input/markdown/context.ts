import type { Nodes, Root, RootContent } from 'mdast'
import type { PictureReference } from '../../model/article.js'
import type { Diagnostic, Edit } from '../../model/diagnostic.js'
import { errorAt, warningAt } from '../../model/diagnostic.js'
import type { Point } from '../../model/place.js'
import { pointOf } from '../../text/markdown-tree.js'

/** What a construct has to say: the parts of a diagnostic that do not depend on its place. */
export type Said = Pick<Diagnostic, 'rule' | 'message' | 'hint'>

/** What the steps of one article share: the settings they read and the lists they add to. */
export interface ParseContext {
  numbering: 'manual' | 'auto'
  /** Begins every id of the article, for several articles share a page. */
  idPrefix: string
  /** The footnotes of the article's title, which come first, by identifier. */
  titleNotes: readonly string[]
  /** Their marks, once set. */
  titleMarks: RootContent[]
  pictures: PictureReference[]
  /** `edit`: what mends it, in offsets of the text that was parsed. */
  error(at: Point | Pick<Nodes, 'position'>, said: Said, fix?: Edit): void
  warn(at: Point | Pick<Nodes, 'position'>, said: Said): void
}

/** Sets one kind of construct: changes the tree in place. */
export type TreeStep = (tree: Root, context: ParseContext) => void

/** A context that files what is said under `diagnostics`. */
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
    error: (at, said, fix) =>
      void diagnostics.push({ ...errorAt(place(at), said), ...(fix && { fix }) }),
    warn: (at, said) => void diagnostics.push(warningAt(place(at), said)),
  }
}
