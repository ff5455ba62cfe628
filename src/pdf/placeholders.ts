import type { PdfPicture } from '../model/picture.js'
import { objectAt, type Pdf, readPdf } from './document.js'
import { tableOf } from './rewrite.js'
import { streamAt } from './streams.js'
import { dictionaryOf, referenceFrom, unexpected } from './syntax.js'

/**
 * Returns a file that a page shows in place of a picture that is still being made: a JPEG of the same
 * size in px whose comment is `mark`, and which ends where its pixels would begin. The browser needs
 * no more of it to lay out the page, and copies it into the PDF as it is.
 */
export function placeholder({ width, height }: Size, mark: string): Uint8Array {
  const both = (value: number) => [value >> 8, value & 0xff]
  const segment = (marker: number, ...content: number[]) => [
    ...[0xff, marker, ...both(content.length + 2)],
    ...content,
  ]
  // ITU-T T.81, annex B.2: one quantisation table, three components of one sample each, and one code
  // of one bit in either Huffman table.
  const table = (kind: number) => segment(0xc4, kind, 1, ...Array(15).fill(0), 0)
  return Uint8Array.from([
    ...[0xff, 0xd8],
    ...segment(0xfe, ...Buffer.from(mark, 'latin1')),
    ...segment(0xdb, 0, ...Array(64).fill(1)),
    ...segment(
      0xc0,
      8,
      ...both(height),
      ...both(width),
      3,
      ...[1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0],
    ),
    ...table(0x00),
    ...table(0x10),
    ...segment(0xda, 3, 1, 0, 2, 0, 3, 0, 0, 63, 0),
    ...[0xff, 0xd9],
  ])
}

/** Longest side of a {@link placeholder}, px: what the programs that decode JPEG allow. */
export const longestPlaceholder = 65_500

interface Size {
  width: number
  height: number
}

/** Bytes before the comment of a placeholder. */
const markAt = 6

/** Returns the mark of a placeholder; undefined for another JPEG without a comment at its start. */
const markOf = (jpeg: Uint8Array): string | undefined =>
  jpeg[2] === 0xff && jpeg[3] === 0xfe
    ? Buffer.from(jpeg.subarray(markAt, 4 + (jpeg[4] ?? 0) * 256 + (jpeg[5] ?? 0))).toString(
        'latin1',
      )
    : undefined

/**
 * Puts the pictures, given by mark, in the places of their placeholders. The file is as if the browser had
 * written it with them; with grey JPEGs alone it also has the colour profile that they do not use.
 *
 * Returns undefined if a placeholder is not in the file, or if there are more other pictures than the
 * `others` that the page was given: then the browser has painted one instead of copying it, which it
 * does where a style filters it, and the page must be printed with the pictures themselves.
 */
export function withPictures(
  bytes: Uint8Array,
  pictures: ReadonlyMap<string, PdfPicture>,
  others: number,
): Uint8Array | undefined {
  const pdf = readPdf(bytes)
  const found = new Map<number, PdfPicture>()
  const seen = new Set<string>()
  const rest = new Set<number>()
  const masks = new Set<number>()
  for (const number of imagesOf(pdf)) {
    const { entries, data } = streamAt(pdf, number)
    const mask = entries.get('SMask')
    if (mask !== undefined) masks.add(referenceFrom(mask))
    const mark = entries.get('Filter') === '/DCTDecode' ? markOf(data) : undefined
    const picture = mark === undefined ? undefined : pictures.get(mark)
    if (mark === undefined || !picture) rest.add(number)
    else {
      found.set(number, picture)
      seen.add(mark)
    }
  }
  const isPainted = [...rest].filter((number) => !masks.has(number)).length > others
  return isPainted || seen.size < pictures.size ? undefined : replaced(pdf, found)
}

const imagesOf = (pdf: Pdf): number[] =>
  [...pdf.offsets.keys()].filter(
    (number) =>
      pdf.offsets[number] !== undefined && objectAt(pdf, number).includes('/Subtype /Image\n'),
  )

function replaced(pdf: Pdf, pictures: ReadonlyMap<number, PdfPicture>): Uint8Array {
  const { bytes, text, offsets, tableAt } = pdf
  const pieces: Uint8Array[] = []
  const moved: { from: number; by: number }[] = []
  let [copied, by] = [0, 0]
  const inOrder = [...pictures].sort(([a], [b]) => (offsets[a] ?? 0) - (offsets[b] ?? 0))
  for (const [number, picture] of inOrder) {
    const { entries, data } = streamAt(pdf, number)
    const start = (offsets[number] ?? 0) + `${number} 0 obj\n`.length
    const end = data.byteOffset - bytes.byteOffset + data.length
    entries
      .set('Width', String(picture.width))
      .set('Height', String(picture.height))
      .set('Filter', `/${picture.filter}`)
      .set('Length', String(picture.data.length))
    if (picture.components === 1) entries.set('ColorSpace', '/DeviceGray')
    if (picture.filter !== 'DCTDecode') entries.delete('ColorTransform')
    const head = Buffer.from(`${dictionaryOf(entries)} stream\n`, 'latin1')
    pieces.push(bytes.subarray(copied, start), head, picture.data)
    by += head.length + picture.data.length - (end - start)
    moved.push({ from: end, by })
    copied = end
  }
  const shift = (offset: number) => offset + (moved.findLast(({ from }) => from <= offset)?.by ?? 0)
  const shifted = offsets.map((offset) => (offset === undefined ? undefined : shift(offset)))
  const trailerAt = text.indexOf('trailer\n', tableAt)
  if (trailerAt === -1) throw unexpected('找不到文件尾')
  const trailer = text.slice(trailerAt).replace(/startxref\n\d+/, `startxref\n${shift(tableAt)}`)
  const tail = Buffer.from(`${tableOf(shifted)}${trailer}`, 'latin1')
  return Buffer.concat([...pieces, bytes.subarray(copied, tableAt), tail])
}
