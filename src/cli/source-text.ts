import { closeSync, fstatSync, lstatSync, openSync, readFileSync, realpathSync } from 'node:fs'
import { dirname } from 'node:path'
import { decode } from '../system/decode.js'
import { isSameFile, withoutWaiting } from '../system/read-within.js'

/** The largest source from which a line is quoted, in bytes. */
const largest = 20e6

/**
 * Reads a source again for the line that a message quotes; undefined when it cannot be read, and when
 * it is a link to another folder: nothing of what lies outside of an issue is shown. What was opened
 * is compared with what the path leads to afterwards, so that a link put in its place between the
 * check and the reading is not followed.
 */
export function textOf(file: string): string | undefined {
  let descriptor: number | undefined
  try {
    descriptor = openSync(file, withoutWaiting)
    const opened = fstatSync(descriptor, { bigint: true })
    if (!opened.isFile() || opened.size > largest) return undefined
    const real = realpathSync(file)
    if (dirname(real) !== realpathSync(dirname(file))) return undefined
    if (!isSameFile(opened, lstatSync(real, { bigint: true }))) return undefined
    return decode(readFileSync(descriptor)).text
  } catch {
    return undefined
  } finally {
    if (descriptor !== undefined) closeSync(descriptor)
  }
}
