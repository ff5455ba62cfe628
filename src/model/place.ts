/** A place in a text file. Line and column start at 1; columns count UTF-16 units, as editors do. */
export interface Point {
  line: number
  column: number
}

/** A place together with its file, spelt as the person typed it (`issue-54/02-校园.md`). */
export interface Place {
  file: string
  at: Point
}

/** Where troubles with a whole file point. */
export const fileStart: Point = { line: 1, column: 1 }

/** Stands for a setting that nobody wrote. */
export const settingsStart: Place = { file: 'bulletin.yaml', at: fileStart }
