import { readFileSync, realpathSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { decode } from '../system/decode.js'

/** The largest source from which a line is quoted, in bytes. */
const largest = 20e6

/**
 * Reads a source again for the line that a message quotes; undefined when it cannot be read, and when
 * it is a link to another folder: nothing of what lies outside of an issue is shown.
 */
export function textOf(file: string): string | undefined {
  try {
    const collected = statSync(file)
    // Reading a pipe would block.
    if (!collected.isFile() || collected.size > largest) return undefined
    if (dirname(realpathSync(file)) !== realpathSync(dirname(file))) return undefined
    return decode(readFileSync(file)).text
  } catch {
    return undefined
  }
}
