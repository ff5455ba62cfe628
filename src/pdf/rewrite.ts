import type { Pdf } from './document.js'
import { type Dictionary, dictionaryOf, unexpected } from './syntax.js'

/** Changes to the objects of a PDF: new bodies by object number, and object numbers to remove. */
export interface Changes {
  changed: Map<number, string>
  dropped: Set<number>
}

/** Redundant entry that occurs thousands of times (ISO 32000-1, table 323: optional). */
const elementType = '/Type /StructElem\n'

/**
 * Writes the whole file again: changed objects in place of the old ones, new objects at the end,
 * one cross-reference table. No earlier revision remains, nor the type of structure elements.
 * Bodies have one character per byte, like `pdf.text`. `trailerOf` receives the content before the
 * trailer.
 *
 * @throws Error if an object is not at its offset.
 */
export function rewrite(
  pdf: Pdf,
  { changed, dropped }: Changes,
  trailerOf: (content: Uint8Array) => Dictionary,
): Uint8Array {
  const file = growing(pdf.bytes)
  const offsets: (number | undefined)[] = []
  const put = (number: number, body: string) => {
    offsets[number] = file.length()
    file.put(Buffer.from(`${number} 0 obj\n${body}\nendobj\n`, 'latin1'))
  }

  const inOrder = objectsInOrder(pdf)
  file.copy(0, inOrder[0]?.from ?? pdf.tableAt)
  for (const { number, from, to } of inOrder) {
    const body = changed.get(number)
    if (body !== undefined) put(number, body)
    else if (!dropped.has(number)) {
      offsets[number] = file.length()
      const at = from + `${number} 0 obj\n<<`.length
      const isElement = pdf.text.startsWith(elementType, at)
      file.copy(from, isElement ? at : from)
      file.copy(isElement ? at + elementType.length : from, to)
    }
  }
  for (const [number, body] of changed) if (offsets[number] === undefined) put(number, body)

  const tableAt = file.length()
  file.put(Buffer.from(tableOf(offsets)))
  const trailer = trailerOf(file.content()).set('Size', String(offsets.length))
  file.put(
    Buffer.from(`trailer\n${dictionaryOf(trailer)}\nstartxref\n${tableAt}\n%%EOF\n`, 'latin1'),
  )
  return file.content()
}

/** A buffer assembled from pieces. Adjacent ranges of `source` are copied as one piece. */
function growing(source: Uint8Array) {
  const pieces: Uint8Array[] = []
  const run = { from: 0, to: 0 }
  let length = 0
  const endRun = (next: number) => {
    if (run.to > run.from) pieces.push(source.subarray(run.from, run.to))
    run.from = next
    run.to = next
  }
  return {
    copy(from: number, to: number) {
      if (run.to !== from) endRun(from)
      run.to = to
      length += to - from
    },
    put(piece: Uint8Array) {
      endRun(run.to)
      pieces.push(piece)
      length += piece.length
    },
    length: () => length,
    content() {
      endRun(run.to)
      return Buffer.concat(pieces)
    },
  }
}

function objectsInOrder({ text, offsets, tableAt }: Pdf) {
  const found = offsets
    .flatMap((from, number) => (from === undefined ? [] : [{ number, from }]))
    .sort((a, b) => a.from - b.from)
  return found.map(({ number, from }, index) => {
    const to = found[index + 1]?.from ?? tableAt
    if (from >= to || !text.startsWith(`${number} 0 obj`, from)) {
      throw unexpected(`对象 ${number} 不在表里说的地方`)
    }
    return { number, from, to }
  })
}

/**
 * Formats the cross-reference table. ISO 32000-1, 7.5.4: twenty bytes per line; a free entry that is
 * never reused has generation 65535.
 */
export const tableOf = (offsets: readonly (number | undefined)[]) =>
  `xref\n0 ${offsets.length}\n${Array.from(offsets, (offset) =>
    offset === undefined
      ? '0000000000 65535 f \n'
      : `${String(offset).padStart(10, '0')} 00000 n \n`,
  ).join('')}`
