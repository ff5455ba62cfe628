import { digestOf } from '../system/digest.js'
import { inflate } from '../system/inflate.js'
import { dictionaryAt, objectAt, type Pdf, pageNumbers } from './document.js'
import { arrayFrom, type Dictionary, dictionaryFrom, referenceFrom, unexpected } from './syntax.js'

/** A page: what it looks like, as a digest, and its size in pt. */
export interface PageDigest {
  digest: string
  width: number
  height: number
}

/** Entries that say nothing of how an object looks. */
const invisible = new Set(['Parent', 'StructParent', 'StructParents', 'Length'])

/** Operators around what belongs to an element of the structure, as Chromium writes them. */
const structureMark = /^(?:\/\w+ <<\/MCID \d+ ?>>BDC|EMC)\n/gm

/**
 * Returns a digest of every page in order. Equal digests mean pages that look the same, in one file
 * or in two: Chromium names fonts and pictures by object numbers, which differ from print to print,
 * so the digest takes what is named instead of the name. The structure for screen readers is not seen
 * either: a file printed without it gives the same digests.
 *
 * @throws Error if the PDF does not have the form that Chromium writes.
 */
export function pageDigests(pdf: Pdf): PageDigest[] {
  const known = new Map<number, string>()
  return [...pageNumbers(pdf).keys()].map((number) => {
    const page = dictionaryAt(pdf, number)
    const [, , width = 0, height = 0] = arrayFrom(page.get('MediaBox') ?? '').map(Number)
    const resources = dictionaryFrom(page.get('Resources') ?? '<<>>')
    const drawn = contentAt(pdf, referenceFrom(page.get('Contents')))
    const digest = digestOf(withoutNames(drawn, namesIn(pdf, resources, known)))
    return { digest: `${digest.slice(0, 24)}-${width}-${height}`, width, height }
  })
}

/** The digest of every resource by its name. */
function namesIn(pdf: Pdf, resources: Dictionary, known: Map<number, string>): Map<string, string> {
  const names = new Map<string, string>()
  for (const [kind, source] of resources) {
    if (!source.startsWith('<<')) continue
    for (const [name, reference] of dictionaryFrom(source))
      names.set(name, lookOf(pdf, `${kind} ${reference}`, known))
  }
  return names
}

/** Replaces the names of resources by digests of what they name. */
const withoutNames = (content: string, names: ReadonlyMap<string, string>): string =>
  content
    .replaceAll(structureMark, '')
    .replaceAll(/\/([A-Z][a-z]?\d+)(?=\s)/g, (whole, name: string) => {
      const look = names.get(name)
      return look === undefined ? whole : `/${look}`
    })

/** The source of a value, its references replaced by digests of the objects. */
const lookOf = (pdf: Pdf, source: string, known: Map<number, string>): string =>
  source.replaceAll(/(\d+) 0 R\b/g, (_, number: string) => objectLook(pdf, Number(number), known))

function objectLook(pdf: Pdf, number: number, known: Map<number, string>): string {
  const before = known.get(number)
  if (before !== undefined) return before
  // An object that leads back to itself is named by its place in the circle.
  known.set(number, 'circle')
  const source = objectAt(pdf, number)
  const look = digestOf(source.startsWith('<<') ? dictionaryLook(pdf, number, known) : source)
  known.set(number, look)
  return look
}

function dictionaryLook(pdf: Pdf, number: number, known: Map<number, string>): string {
  const entries = dictionaryAt(pdf, number)
  // The subset of a font grows with the issue; what a glyph looks like depends on the face alone.
  // A Type 3 font is only drawn by its own procedures.
  const face = entries.get('BaseFont')
  if (face !== undefined && entries.get('Subtype') !== '/Type3')
    return `font ${face.replace(/^\/[A-Z]{6}\+/, '/')} ${entries.get('Subtype')}`
  const own = [...entries].filter(([key]) => !invisible.has(key))
  const dictionary = own.map(([key, value]) => `${key} ${lookOf(pdf, value, known)}`).join('\n')
  const isForm = entries.get('Subtype') === '/Form'
  if (!entries.has('Length')) return dictionary
  if (!isForm) return `${dictionary}\n${digestOf(bytesAt(pdf, number))}`
  const resources = dictionaryFrom(entries.get('Resources') ?? '<<>>')
  return `${dictionary}\n${withoutNames(contentAt(pdf, number), namesIn(pdf, resources, known))}`
}

/** The operators of a page or a form. */
function contentAt(pdf: Pdf, number: number): string {
  const bytes = bytesAt(pdf, number)
  const isPacked = dictionaryAt(pdf, number).get('Filter') === '/FlateDecode'
  return Buffer.from(isPacked ? inflate(bytes) : bytes).toString('latin1')
}

/** The bytes of a stream as they are in the file. */
function bytesAt(pdf: Pdf, number: number): Uint8Array {
  const source = objectAt(pdf, number)
  const length = Number(dictionaryFrom(source).get('Length'))
  const from = (pdf.offsets[number] ?? 0) + `${number} 0 obj\n${source}${opening}`.length
  if (!pdf.text.startsWith(opening, from - opening.length) || !Number.isInteger(length))
    throw unexpected(`对象 ${number} 的数据找不到`)
  return pdf.bytes.subarray(from, from + length)
}

const opening = ' stream\n'
