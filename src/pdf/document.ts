import { arrayFrom, type Dictionary, dictionaryFrom, referenceFrom, unexpected } from './syntax.js'

/**
 * A PDF in the form that Chromium writes: version 1.4, one classic cross-reference table, no object
 * streams. Objects are parsed only on demand.
 */
export interface Pdf {
  bytes: Uint8Array
  /** The file with one character per byte, so that an index is a file offset. */
  text: string
  /** Byte offset by object number; undefined if the object does not exist. */
  offsets: readonly (number | undefined)[]
  /** Offset of the cross-reference table, which is the end of the last object. */
  tableAt: number
  trailer: Dictionary
}

const tail = /startxref\s+(\d+)\s+%%EOF\s*$/
const tableHead = /^xref\n0 (\d+)\n/
// ISO 32000-1, 7.5.4: ten digits, five digits, a letter, two line-end bytes.
const ENTRY_LENGTH = 20

/** Cache: a file is opened twice, to check the page numbers and to finish it. */
const cache = new WeakMap<Uint8Array, Pdf>()

/**
 * Opens a PDF written by the browser. The result is cached by `bytes`.
 *
 * @throws Error if the file does not have the form that Chromium writes.
 */
export function readPdf(bytes: Uint8Array): Pdf {
  const pdf = cache.get(bytes) ?? open(bytes)
  cache.set(bytes, pdf)
  return pdf
}

function open(bytes: Uint8Array): Pdf {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const text = buffer.toString('latin1')
  if (!text.startsWith('%PDF-1.')) throw unexpected('开头不是 %PDF')
  const tableAt = Number(tail.exec(text.slice(-64))?.[1] ?? Number.NaN)
  const found = tableHead.exec(text.slice(tableAt, tableAt + 32))
  if (!found) throw unexpected('找不到交叉引用表')
  const first = tableAt + found[0].length
  const trailerAt = first + Number(found[1]) * ENTRY_LENGTH
  const offsets = offsetsFrom(text.slice(first, trailerAt))
  const trailer = trailerFrom(text.slice(trailerAt))
  return { bytes, text, offsets, tableAt, trailer }
}

function offsetsFrom(entries: string): (number | undefined)[] {
  const offsets: (number | undefined)[] = []
  for (let at = 0; at < entries.length; at += ENTRY_LENGTH) {
    const inUse = entries.charAt(at + 17) === 'n'
    offsets.push(inUse ? Number(entries.slice(at, at + 10)) : undefined)
  }
  return offsets
}

function trailerFrom(source: string): Dictionary {
  const found = /^trailer\s+([\s\S]*?)\s+startxref\s/.exec(source)
  if (!found?.[1]) throw unexpected('找不到文件尾')
  const trailer = dictionaryFrom(found[1])
  for (const key of ['Prev', 'XRefStm', 'Encrypt']) {
    if (trailer.has(key)) throw unexpected(`文件尾里有 /${key}`)
  }
  return trailer
}

/**
 * Returns the source between `n 0 obj` and the end of the object; for a stream, its dictionary.
 *
 * @throws Error if the object does not exist.
 */
export function objectAt({ text, offsets }: Pdf, number: number): string {
  const offset = offsets[number]
  const opening = `${number} 0 obj\n`
  if (offset === undefined || !text.startsWith(opening, offset)) {
    throw unexpected(`找不到对象 ${number}`)
  }
  const start = offset + opening.length
  ending.lastIndex = start
  const end = ending.exec(text)
  if (!end) throw unexpected(`对象 ${number} 没有结尾`)
  return text.slice(start, end.index)
}

// Strings contain no literal line feed (Skia escapes it), so neither alternative can match inside
// one.
const ending = /\nendobj\n|(?<=>>) stream\n/g

/** Returns the dictionary that an object is, or that of its stream. */
export const dictionaryAt = (pdf: Pdf, number: number): Dictionary =>
  dictionaryFrom(objectAt(pdf, number))

/** Returns the object number of the catalogue. */
export const catalogueNumber = ({ trailer }: Pdf): number => referenceFrom(trailer.get('Root'))

/** Maps the object number of each page to its physical page number, from 1, in page order. */
export function pageNumbers(pdf: Pdf): Map<number, number> {
  const pages = new Map<number, number>()
  const waiting = [referenceFrom(dictionaryAt(pdf, catalogueNumber(pdf)).get('Pages'))]
  const seen = new Set<number>()
  for (let number = waiting.pop(); number !== undefined; number = waiting.pop()) {
    if (seen.has(number)) throw unexpected('页面树绕回了自己')
    seen.add(number)
    const source = objectAt(pdf, number)
    // Skia writes the type first. Parsing every page would take ten times as long.
    if (source.startsWith('<</Type /Page\n')) pages.set(number, pages.size + 1)
    else waiting.push(...kidsOf(source).reverse())
  }
  return pages
}

function kidsOf(source: string): number[] {
  const node = dictionaryFrom(source)
  if (node.get('Type') !== '/Pages') throw unexpected('页面树里有别的东西')
  return arrayFrom(node.get('Kids') ?? '').map(referenceFrom)
}
