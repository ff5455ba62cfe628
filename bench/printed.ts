import { readFile } from 'node:fs/promises'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { Contender } from './contender.js'

/** Total pages and bytes of the PDFs of a contender. */
export interface Printed {
  pages: number
  bytes: number
}

/** Reads the PDFs of the contender's last run. */
export async function printedBy({ pdfs }: Contender): Promise<Printed> {
  let pages = 0
  let bytes = 0
  for (const path of pdfs) {
    const pdf = await readFile(path)
    bytes += pdf.length
    pages += await pagesOf(pdf)
  }
  return { pages, bytes }
}

/** Returns the number of pages of any PDF. */
async function pagesOf(pdf: Uint8Array): Promise<number> {
  const task = getDocument({ data: new Uint8Array(pdf), verbosity: 0 })
  const { numPages } = await task.promise
  await task.destroy()
  return numPages
}
