import { readFile } from 'node:fs/promises'
import { pageCount, readPdf } from '../src/finish/index.js'
import type { Contender } from './contender.js'

/** What a contender wrote. */
export interface Printed {
  pages: number
  bytes: number
}

/** Looks at what the last run of a contender wrote. */
export async function printedBy({ pdf }: Contender): Promise<Printed> {
  const bytes = await readFile(pdf)
  return { pages: pageCount(readPdf(bytes)), bytes: bytes.length }
}
