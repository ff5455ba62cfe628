/**
 * A position in a text file. Line and column start at 1; columns count UTF-16 units, as editors do.
 */
export interface Point {
  line: number
  column: number
}

/** A position together with its file, as the user typed it (`issue-54/02-校园.md`). */
export interface Place {
  file: string
  at: Point
}

/** The position of diagnostics about a whole file. */
export const fileStart: Point = { line: 1, column: 1 }

/** The place of a setting that is not written in any file. */
export const settingsStart: Place = { file: 'bulletin.yaml', at: fileStart }
