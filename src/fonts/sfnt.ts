import { type FileHandle, open } from 'node:fs/promises'

/** An open font file in the sfnt format (.ttf, .otf, .ttc). */
export interface FontFile {
  /** Number of faces. */
  count: number
  /**
   * Returns a standalone font with the given tables of one face, or with all of them. Reading only
   * a few tables saves reading tens of megabytes of outlines. Outline tables (`glyf`, `CFF `)
   * requested by tag are empty: fontkit only checks that they exist.
   */
  face(index: number, tags?: readonly string[]): Promise<Buffer>
}

/**
 * Runs a task with an open font file, and closes it.
 *
 * @throws Error if the file does not exist or is not a font.
 */
export async function withFontFile<T>(
  path: string,
  task: (font: FontFile) => Promise<T>,
): Promise<T> {
  const handle = await open(path)
  try {
    const offsets = await faceOffsets(handle)
    return await task({
      count: offsets.length,
      face: async (index, tags) => faceAt(handle, offsets[index] ?? 0, tags),
    })
  } finally {
    await handle.close()
  }
}

const SIGNATURES = new Set(['\0\u0001\0\0', 'true', 'OTTO'])

const OUTLINES = new Set(['glyf', 'CFF '])

/** More faces or tables than any real font has; a greater count means a damaged file. */
const TOO_MANY = 512

async function faceOffsets(handle: FileHandle): Promise<number[]> {
  const header = await read(handle, 0, 12)
  const signature = header.toString('latin1', 0, 4)
  if (SIGNATURES.has(signature)) return [0]
  const count = header.readUInt32BE(8)
  if (signature !== 'ttcf' || count > TOO_MANY) throw new Error('not a TrueType or OpenType font')
  const offsets = await read(handle, 12, count * 4)
  return Array.from({ length: count }, (_, i) => offsets.readUInt32BE(i * 4))
}

async function faceAt(handle: FileHandle, offset: number, tags?: readonly string[]) {
  const header = await read(handle, offset, 12)
  const count = header.readUInt16BE(4)
  if (count > TOO_MANY) throw new Error('damaged table directory')
  const all = await read(handle, offset + 12, count * 16)
  const rows = Array.from({ length: count }, (_, i) =>
    Buffer.from(all.subarray(i * 16, i * 16 + 16)),
  ).filter((row) => tags?.includes(row.toString('latin1', 0, 4)) ?? true)
  header.writeUInt16BE(rows.length, 4)
  let end = 12 + rows.length * 16
  const tables: Buffer[] = []
  for (const row of rows) {
    if (tags !== undefined && OUTLINES.has(row.toString('latin1', 0, 4))) row.writeUInt32BE(0, 12)
    const bytes = await read(handle, row.readUInt32BE(8), row.readUInt32BE(12))
    row.writeUInt32BE(end, 8)
    const filler = Buffer.alloc((4 - (bytes.length % 4)) % 4)
    tables.push(bytes, filler)
    end += bytes.length + filler.length
  }
  return Buffer.concat([header, ...rows, ...tables])
}

async function read(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  const { size } = await handle.stat()
  if (position + length > size) throw new Error('the font file ends too early')
  const { buffer } = await handle.read(Buffer.alloc(length), 0, length, position)
  return buffer
}
