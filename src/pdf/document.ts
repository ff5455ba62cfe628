import { arrayFrom, type Dictionary, dictionaryFrom, referenceFrom, unexpected } from './syntax.js'

/**
 * A PDF as Chromium writes it: version 1.4, one classic cross-reference table, every object in
 * plain view. Nothing is parsed before it is asked for.
 */
export interface Pdf {
  bytes: Uint8Array
  /** One character a byte, so that an index here is an offset in the file. */
  text: string
  /** Byte offset by object number; undefined where there is no such object. */
  offsets: readonly (number | undefined)[]
  /** Where the cross-reference table begins, which is where the last object ends. */
  tableAt: number
  trailer: Dictionary
}

const tail = /startxref\s+(\d+)\s+%%EOF\s*$/
const tableHead = /^xref\n0 (\d+)\n/
const ENTRY_LENGTH = 20 // ISO 32000-1, 7.5.4: ten digits, five digits, a letter, two line-end bytes.

/** The page numbers are proved in a file before it is finished: it is read once for both. */
const read = new WeakMap<Uint8Array, Pdf>()

/** Opens a PDF fresh from the browser. Throws when it is not of the shape that Chromium gives it. */
export function readPdf(bytes: Uint8Array): Pdf {
  const pdf = read.get(bytes) ?? open(bytes)
  read.set(bytes, pdf)
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

/** What stands between `n 0 obj` and its end; of a stream, its dictionary. Throws when missing. */
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

// A string never holds a bare line feed (Skia escapes it), so neither can begin inside one.
const ending = /\nendobj\n|(?<=>>) stream\n/g

/** The dictionary that object `number` is (or that heads its stream). */
export const dictionaryAt = (pdf: Pdf, number: number): Dictionary =>
  dictionaryFrom(objectAt(pdf, number))

/** The object number of the catalogue. */
export const catalogueNumber = ({ trailer }: Pdf): number => referenceFrom(trailer.get('Root'))

/** Physical page number, from 1, by the object number of the page; in page order. */
export function pageNumbers(pdf: Pdf): Map<number, number> {
  const pages = new Map<number, number>()
  const waiting = [referenceFrom(dictionaryAt(pdf, catalogueNumber(pdf)).get('Pages'))]
  const seen = new Set<number>()
  for (let number = waiting.pop(); number !== undefined; number = waiting.pop()) {
    if (seen.has(number)) throw unexpected('页面树绕回了自己')
    seen.add(number)
    const source = objectAt(pdf, number)
    // Skia names the type first; parsing every page would take ten times as long.
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
