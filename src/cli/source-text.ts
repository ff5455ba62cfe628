import { readFileSync } from 'node:fs'
import { decode } from '../system/decode.js'

/** A source again, in whatever encoding it is read, for the line that a message quotes. */
export function textOf(file: string): string | undefined {
  try {
    return decode(readFileSync(file)).text
  } catch {
    return undefined
  }
}
