import type { Place, Point } from './place.js'

/** A change of a source: the text from `from` up to `to` (UTF-16 units) becomes `text`. */
export interface Edit {
  from: number
  to: number
  text: string
}

/** One thing a person should change, and how. */
export interface Diagnostic {
  /** Spelt as the person typed it. */
  file: string
  at: Point
  severity: 'error' | 'warning'
  /** Stable kebab-case name; never changes once published. */
  rule: string
  /** What is wrong: one Chinese sentence that quotes what was found in “ ”. */
  message: string
  /** What to type instead, in Chinese. Never empty. */
  hint: string
  /** The other places of what is said once for all of them. */
  also?: { file: string; at: Point; message: string }[]
  /** Where it ends, just behind the last character; for formats that mark a range. */
  end?: Point
  /** What mends it in the source: what `bulletin check --fix` does. */
  fix?: Edit
  /** Seen on the printed page alone, where `bulletin check` does not look. */
  onPage?: true
  /** Trouble with the set-up rather than with an article: exit code 2 instead of 1. */
  configuration?: true
}

type DiagnosticText = Pick<Diagnostic, 'rule' | 'message' | 'hint'>

/** An error at a place in an article. */
export const errorAt = ({ file, at }: Place, said: DiagnosticText): Diagnostic => ({
  file,
  at,
  severity: 'error',
  ...said,
})

/** A warning at a place. */
export const warningAt = ({ file, at }: Place, said: DiagnosticText): Diagnostic => ({
  file,
  at,
  severity: 'warning',
  ...said,
})

/** An error at a place in `bulletin.yaml` or a template. */
export const configurationErrorAt = (place: Place, said: DiagnosticText): Diagnostic => ({
  ...errorAt(place, said),
  configuration: true,
})

/** Whether anything said forbids making the file. */
export const blocks = (said: readonly Diagnostic[]): boolean =>
  said.some(({ severity }) => severity === 'error')

/** Orders by file as given by `files` (reading order; others after, by name), then by place. */
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
