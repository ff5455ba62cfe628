import { readFileSync } from 'node:fs'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { solid } from './type-area.js'

/** A page of a PDF as far as its size and its letters go. */
export interface PageText {
  /** Size of what is shown, mm. */
  width: number
  height: number
  /** The text without whitespace, in the order of the content. */
  text: string
}

/** Reads the pages of a PDF file, in a tenth of the time of `readPdf`. */
export async function pageTexts(path: string): Promise<PageText[]> {
  const task = getDocument({ data: Uint8Array.from(readFileSync(path)), verbosity: 0 })
  const file = await task.promise
  try {
    const pages: PageText[] = []
    for (let number = 1; number <= file.numPages; number++) {
      const page = await file.getPage(number)
      const [left = 0, bottom = 0, right = 0, top = 0] = page.view
      const { items } = await page.getTextContent({ disableNormalization: true })
      const text = items.map((item) => ('str' in item ? item.str : '')).join('')
      pages.push({ width: inMm(right - left), height: inMm(top - bottom), text: solid(text) })
    }
    return pages
  } finally {
    await task.destroy()
  }
}

/** PDF points in mm, to a tenth. */
const inMm = (points: number): number => Math.round((points / 72) * 254) / 10

/** The letters of a text, sorted: equal when two texts have the same letters in any order. */
export const sortedLetters = (text: string): string => [...text].sort().join('')
