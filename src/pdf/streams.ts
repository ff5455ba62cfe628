import { zlibSync } from 'fflate'
import { inflate } from '../system/inflate.js'
import { objectAt, type Pdf } from './document.js'
import { type Dictionary, dictionaryFrom, dictionaryOf, unexpected } from './syntax.js'

/** A stream object: its dictionary, and its bytes as they are stored. */
export interface Stream {
  entries: Dictionary
  data: Uint8Array
}

/**
 * Returns the stream with an object number.
 *
 * @throws Error if the object is not a stream, or its length is not a number.
 */
export function streamAt(pdf: Pdf, number: number): Stream {
  const source = objectAt(pdf, number)
  const start =
    (pdf.offsets[number] ?? 0) + `${number} 0 obj\n`.length + source.length + ' stream\n'.length
  const entries = dictionaryFrom(source)
  const length = Number(entries.get('Length') ?? Number.NaN)
  if (Number.isNaN(length) || !pdf.text.startsWith(' stream\n', start - ' stream\n'.length))
    throw unexpected(`对象 ${number} 不是流`)
  return { entries, data: pdf.bytes.subarray(start, start + length) }
}

/**
 * Returns the bytes of a stream without its compression.
 *
 * @throws Error if it is stored in another way than Flate.
 */
export function decoded({ entries, data }: Stream): Uint8Array {
  const filter = entries.get('Filter')
  if (filter === undefined) return data
  if (filter !== '/FlateDecode') throw unexpected(`没有见过的压缩方法 ${filter}`)
  return inflate(data)
}

/** Returns a content stream, or a function's program, with one character per byte. */
export const contentAt = (pdf: Pdf, number: number): string =>
  Buffer.from(decoded(streamAt(pdf, number))).toString('latin1')

/** Formats a stream whose data is stored as it is. `entries` says how it is coded. */
export function streamOf(entries: Dictionary, data: Uint8Array): string {
  const dictionary = dictionaryOf(new Map(entries).set('Length', String(data.length)))
  return `${dictionary} stream\n${Buffer.from(data).toString('latin1')}\nendstream`
}

/** Formats a stream with compressed data. */
export const compressed = (entries: Dictionary, data: Uint8Array): string =>
  streamOf(new Map(entries).set('Filter', '/FlateDecode'), zlibSync(data, { level: 9 }))

/** Formats a compressed stream of text that has one character per byte. */
export const compressedText = (entries: Dictionary, text: string): string =>
  compressed(entries, Buffer.from(text, 'latin1'))
