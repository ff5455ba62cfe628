import type { Place, Point } from './model.js'

/** Where troubles with a whole file point. */
export const fileStart: Point = { line: 1, column: 1 }

/** Stands for a setting that nobody wrote. */
export const settingsStart: Place = { file: 'bulletin.yaml', at: fileStart }
