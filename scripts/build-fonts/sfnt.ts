/** The tables of an OpenType file by tag. */
export type Tables = Map<string, Buffer>

/** Splits a TrueType file into its tables. */
export function tablesOf(font: Buffer): Tables {
  const tables: Tables = new Map()
  for (let i = 0; i < font.readUInt16BE(4); i++) {
    const row = 12 + i * 16
    const start = font.readUInt32BE(row + 8)
    const bytes = font.subarray(start, start + font.readUInt32BE(row + 12))
    tables.set(font.toString('latin1', row, row + 4), Buffer.from(bytes))
  }
  return tables
}

/** Assembles tables to a TrueType file with correct checksums. */
export function fontOf(tables: Tables): Buffer {
  const inOrder = [...tables].sort(([a], [b]) => (a < b ? -1 : 1))
  const head = tables.get('head')
  head?.writeUInt32BE(0, 8)
  const parts = [directoryOf(inOrder), ...inOrder.map(([, bytes]) => padded(bytes))]
  const font = Buffer.concat(parts)
  const headAt = font.indexOf('head', 12, 'latin1')
  // checkSumAdjustment: the checksum of the whole file must be 0xB1B0AFBA (OpenType, “head”).
  font.writeUInt32BE((0xb1b0afba - sumOf(font)) >>> 0, font.readUInt32BE(headAt + 8) + 8)
  return font
}

function directoryOf(tables: [string, Buffer][]): Buffer {
  const directory = Buffer.alloc(12 + tables.length * 16)
  const power = Math.floor(Math.log2(tables.length))
  directory.writeUInt32BE(0x00010000, 0)
  directory.writeUInt16BE(tables.length, 4)
  directory.writeUInt16BE(2 ** power * 16, 6)
  directory.writeUInt16BE(power, 8)
  directory.writeUInt16BE((tables.length - 2 ** power) * 16, 10)
  let offset = directory.length
  tables.forEach(([tag, bytes], i) => {
    const row = 12 + i * 16
    directory.write(tag, row, 'latin1')
    directory.writeUInt32BE(sumOf(padded(bytes)), row + 4)
    directory.writeUInt32BE(offset, row + 8)
    directory.writeUInt32BE(bytes.length, row + 12)
    offset += padded(bytes).length
  })
  return directory
}

const padded = (bytes: Buffer) =>
  bytes.length % 4 === 0 ? bytes : Buffer.concat([bytes, Buffer.alloc(4 - (bytes.length % 4))])

function sumOf(bytes: Buffer): number {
  let sum = 0
  for (let i = 0; i < bytes.length; i += 4) sum = (sum + bytes.readUInt32BE(i)) >>> 0
  return sum
}

/** @throws {Error} when the font does not have it. */
export function tableOf(tables: Tables, tag: string): Buffer {
  const table = tables.get(tag)
  if (!table) throw new Error(`the font has no ${tag} table`)
  return table
}

/** Encodes 16-bit numbers as big-endian bytes. */
export function words(...numbers: number[]): Buffer {
  const bytes = Buffer.alloc(numbers.length * 2)
  numbers.forEach((number, i) => {
    bytes.writeUInt16BE(number & 0xffff, i * 2)
  })
  return bytes
}
