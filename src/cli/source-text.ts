import { readFileSync, statSync } from 'node:fs'
import { decode } from '../system/decode.js'

/** The largest source of which a line is quoted, bytes. */
const largest = 20e6

/** A source again, in whatever encoding it is read, for the line that a message quotes. */
export function textOf(file: string): string | undefined {
  try {
    const collected = statSync(file)
    // A pipe would be waited for.
    if (!collected.isFile() || collected.size > largest) return undefined
    return decode(readFileSync(file)).text
  } catch {
    return undefined
  }
}
