import type { FormatName } from './format.js'
import type { Place, Point } from './place.js'

/**
 * A change to a source: the text from `from` up to, not including, `to` (UTF-16 units) is replaced
 * by `text`.
 */
export interface Edit {
  from: number
  to: number
  text: string
}

/** One thing that a person should change, and how. */
export interface Diagnostic {
  /** Path as the user typed it. */
  file: string
  at: Point
  severity: 'error' | 'warning'
  /** Stable kebab-case rule id; never changes once published. */
  rule: string
  /** The problem: one Chinese sentence that quotes the text found in “ ”. */
  message: string
  /** What to type instead, in Chinese. Never empty. */
  hint: string
  /** The other places, when one diagnostic covers several. */
  also?: { file: string; at: Point; message: string }[]
  /** End of the range, directly after its last character; for report formats that mark a range. */
  end?: Point
  /** The change to the source that `bulletin check --fix` makes. */
  fix?: Edit
  /** Detected only on the printed page, so `bulletin check` cannot report it. */
  onPage?: true
  /**
   * A problem in the settings or a template rather than in an article: exit code 2 instead of 1.
   */
  configuration?: true
  /** The only kind of file that it concerns; undefined when it concerns all. */
  format?: FormatName
}

type DiagnosticText = Pick<Diagnostic, 'rule' | 'message' | 'hint'>

/** Makes a diagnostic of severity `error` at a place in an article. */
export const errorAt = ({ file, at }: Place, text: DiagnosticText): Diagnostic => ({
  file,
  at,
  severity: 'error',
  ...text,
})

/** Makes a diagnostic of severity `warning` at a place. */
export const warningAt = ({ file, at }: Place, text: DiagnosticText): Diagnostic => ({
  file,
  at,
  severity: 'warning',
  ...text,
})

/** Makes an error at a place in `bulletin.yaml` or a template (exit code 2). */
export const configurationErrorAt = (place: Place, text: DiagnosticText): Diagnostic => ({
  ...errorAt(place, text),
  configuration: true,
})

/** Returns whether any diagnostic is an error, so that no file may be written. */
export const blocks = (diagnostics: readonly Diagnostic[]): boolean =>
  diagnostics.some(({ severity }) => severity === 'error')

/**
 * Returns a comparator that orders diagnostics by file, then line, column and rule. Files follow
 * the order of `files` (reading order); files that are not listed come last, by name.
 */
export function inReadingOrder(files: readonly string[] = []) {
  const rank = new Map(files.map((file, index) => [file, index]))
  const rankOf = (file: string) => rank.get(file) ?? files.length
  return (a: Diagnostic, b: Diagnostic): number =>
    rankOf(a.file) - rankOf(b.file) ||
    comparePlain(a.file, b.file) ||
    comparePoints(a.at, b.at) ||
    comparePlain(a.rule, b.rule)
}

const comparePoints = (a: Point, b: Point) => a.line - b.line || a.column - b.column
const comparePlain = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
