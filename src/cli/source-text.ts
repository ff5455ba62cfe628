import { readFileSync } from 'node:fs'

/** A source again, for the line that a message quotes. */
export function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}
