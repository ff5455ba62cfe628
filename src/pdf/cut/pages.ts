import { codesShown } from '../archive/glyphs-shown.js'
import { dictionaryAt, objectAt, type Pdf, pageNumbers, readPdf } from '../document.js'
import { streamAt } from '../streams.js'
import { dictionaryOf } from '../syntax.js'
import { cutFont } from './composite-font.js'
import { added, fileOf, type NewFile } from './new-file.js'

/**
 * Returns a PDF of some pages alone, in the order given, which look as in the whole file and have
 * the same text: with what they show of its fonts, and without links, tags and bookmarks. It is
 * small and quickly drawn, and not meant to be kept.
 *
 * @param wanted numbers of pages, counted from 1; those that do not exist are left out.
 * @throws Error if the PDF does not have the form that Chromium writes.
 */
export function cutPages(pdf: Pdf, wanted: readonly number[]): Uint8Array {
  const file = takenFrom(pdf, wanted)
  const cut = readPdf(fileOf(file))
  for (const [font, codes] of codesShown(cut)) cutFont(cut, { font, codes }, file)
  return fileOf(file)
}

/** Entries of a page that lead to the rest of the file, or are not drawn. */
const omitted = new Set(['Parent', 'StructParents', 'Annots', 'Tabs'])

const reference = /(?<![\d.])(\d+) 0 R(?![A-Za-z])/g

/** Takes pages, and all objects that they refer to, into a new file. */
function takenFrom(pdf: Pdf, wanted: readonly number[]): NewFile {
  const tree = 2
  const file: NewFile = {
    bodies: ['', `<</Type /Catalog\n/Pages ${tree} 0 R>>`, ''],
    data: new Map(),
  }
  const numbers = new Map<number, number>()
  const waiting: number[] = []
  const numberOf = (old: number) => {
    const known = numbers.get(old)
    if (known !== undefined) return known
    const number = added(file)
    numbers.set(old, number)
    waiting.push(old)
    return number
  }
  const renumbered = (source: string) =>
    source.replaceAll(reference, (_, old: string) => `${numberOf(Number(old))} 0 R`)

  const all = [...pageNumbers(pdf).keys()]
  const kids = wanted.flatMap((page) => {
    const old = all[page - 1]
    if (old === undefined) return []
    const entries = [...dictionaryAt(pdf, old)].filter(([key]) => !omitted.has(key))
    const [type, ...rest] = entries.map(([key, value]) => [key, renumbered(value)] as const)
    if (!type) return []
    const number = added(file)
    file.bodies[number] = dictionaryOf([type, ['Parent', `${tree} 0 R`], ...rest])
    return [`${number} 0 R`]
  })
  file.bodies[tree] = `<</Type /Pages\n/Count ${kids.length}\n/Kids [${kids.join(' ')}]>>`
  for (let old = waiting.pop(); old !== undefined; old = waiting.pop()) {
    const source = objectAt(pdf, old)
    file.bodies[numberOf(old)] = renumbered(source)
    const end = (pdf.offsets[old] ?? 0) + `${old} 0 obj\n${source}`.length
    if (pdf.text.startsWith(' stream\n', end)) file.data.set(numberOf(old), streamAt(pdf, old).data)
  }
  return file
}
