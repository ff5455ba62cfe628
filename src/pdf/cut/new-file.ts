import { dictionaryOf } from '../syntax.js'

/** The objects of a file that is being made, by number from 1; the first is the catalogue. */
export interface NewFile {
  bodies: string[]
  /** The data of the objects that are streams, as it is stored. */
  data: Map<number, Uint8Array>
}

/** Adds an object without a body yet, and returns its number. */
export const added = ({ bodies }: NewFile): number => bodies.push('') - 1

/** Makes an object an uncompressed stream. */
export function putStream(
  { bodies, data }: NewFile,
  number: number,
  bytes: Uint8Array,
  entries: readonly (readonly [key: string, value: string])[] = [],
): void {
  bodies[number] = dictionaryOf([...entries, ['Length', String(bytes.length)]])
  data.set(number, bytes)
}

/** Writes the file, in the form that `readPdf` reads. */
export function fileOf({ bodies, data }: NewFile): Uint8Array {
  const pieces: Uint8Array[] = []
  let length = 0
  const put = (piece: Uint8Array) => {
    pieces.push(piece)
    length += piece.length
  }
  const putText = (text: string) => put(Buffer.from(text, 'latin1'))
  putText('%PDF-1.4\n')
  const table = bodies.slice(1).map((body, index) => {
    const from = length
    putText(`${index + 1} 0 obj\n${body}`)
    const stream = data.get(index + 1)
    if (stream) {
      putText(' stream\n')
      put(stream)
      putText('\nendstream')
    }
    putText('\nendobj\n')
    return `${String(from).padStart(10, '0')} 00000 n \n`
  })
  const tableAt = length
  putText(`xref\n0 ${bodies.length}\n0000000000 65535 f \n${table.join('')}`)
  putText(`trailer\n<</Size ${bodies.length}\n/Root 1 0 R>>\nstartxref\n${tableAt}\n%%EOF\n`)
  return Buffer.concat(pieces)
}
