import { type Tables, tableOf, words } from './sfnt.js'

/** A composite glyph made of existing glyphs; without parts it is blank. Lengths in font units. */
export interface AddedGlyph {
  advance: number
  parts: { glyph: number; dx: number; dy?: number; xScale?: number; box: Box }[]
}

/** The bounding box of a glyph. */
export interface Box {
  minX: number
  minY: number
  maxX: number
  maxY: number
}

/**
 * Appends glyphs after the last one, so that existing glyph ids do not change. Returns the new ids.
 */
export function addGlyphs(tables: Tables, added: readonly AddedGlyph[]): number[] {
  const maxp = tableOf(tables, 'maxp')
  const count = maxp.readUInt16BE(4)
  const outlines = added.map(compound)
  appendOutlines(tables, count, outlines)
  appendMetrics(tables, { table: 'hmtx', header: 'hhea', count }, added, leftOf)
  if (tables.has('vmtx')) {
    appendMetrics(tables, { table: 'vmtx', header: 'vhea', count }, added, () => 0)
  }
  maxp.writeUInt16BE(count + added.length, 4)
  // Composite points, contours, elements and depth: generous upper bounds.
  maxp.writeUInt16BE(Math.max(maxp.readUInt16BE(10), 512), 10)
  maxp.writeUInt16BE(Math.max(maxp.readUInt16BE(12), 64), 12)
  maxp.writeUInt16BE(Math.max(maxp.readUInt16BE(28), 4), 28)
  maxp.writeUInt16BE(Math.max(maxp.readUInt16BE(30), 1), 30)
  return added.map((_, i) => count + i)
}

function compound({ parts }: AddedGlyph): Buffer {
  if (parts.length === 0) return Buffer.alloc(0)
  const boxes = parts.map(placed)
  const ends = [
    Math.min(...boxes.map(({ minX }) => minX)),
    Math.min(...boxes.map(({ minY }) => minY)),
    Math.max(...boxes.map(({ maxX }) => maxX)),
    Math.max(...boxes.map(({ maxY }) => maxY)),
  ]
  const rows = parts.map(({ glyph, dx, dy = 0, xScale = 1 }, i) => {
    const more = i < parts.length - 1 ? 0x20 : 0
    // ARGS_ARE_WORDS, ARGS_ARE_XY_VALUES, WE_HAVE_AN_X_AND_Y_SCALE (2.14 fixed point),
    // UNSCALED_COMPONENT_OFFSET.
    const flags = 0x0001 | 0x0002 | 0x0040 | 0x1000 | more
    return words(flags, glyph, Math.round(dx), Math.round(dy), Math.round(xScale * 0x4000), 0x4000)
  })
  const bytes = Buffer.concat([words(-1, ...ends), ...rows])
  return bytes.length % 4 === 0 ? bytes : Buffer.concat([bytes, Buffer.alloc(2)])
}

const placed = ({ dx, dy = 0, xScale = 1, box }: AddedGlyph['parts'][number]): Box => ({
  minY: Math.round(box.minY + dy),
  maxY: Math.round(box.maxY + dy),
  minX: Math.round(box.minX * xScale + dx),
  maxX: Math.round(box.maxX * xScale + dx),
})

const leftOf = ({ parts }: AddedGlyph) =>
  parts.length === 0 ? 0 : Math.min(...parts.map((part) => placed(part).minX))

function appendOutlines(tables: Tables, count: number, outlines: Buffer[]): void {
  const loca = tableOf(tables, 'loca')
  const head = tableOf(tables, 'head')
  const long = head.readInt16BE(50) === 1
  const offsets = Array.from({ length: count + 1 }, (_, i) =>
    long ? loca.readUInt32BE(i * 4) : loca.readUInt16BE(i * 2) * 2,
  )
  const glyf = tableOf(tables, 'glyf').subarray(0, offsets.at(-1))
  const gap = Buffer.alloc((4 - (glyf.length % 4)) % 4)
  let end = glyf.length + gap.length
  offsets[count] = end
  for (const outline of outlines) {
    end += outline.length
    offsets.push(end)
  }
  const longLoca = Buffer.alloc(offsets.length * 4)
  offsets.forEach((offset, i) => {
    longLoca.writeUInt32BE(offset, i * 4)
  })
  head.writeInt16BE(1, 50)
  tables.set('glyf', Buffer.concat([glyf, gap, ...outlines]))
  tables.set('loca', longLoca)
}

/**
 * Appends metrics. The table's short form omits repeated advances at its end; it is expanded to
 * full rows first.
 */
function appendMetrics(
  tables: Tables,
  { table, header, count }: { table: string; header: string; count: number },
  added: readonly AddedGlyph[],
  bearing: (glyph: AddedGlyph) => number,
): void {
  const metrics = tableOf(tables, table)
  const heads = tableOf(tables, header)
  const full = heads.readUInt16BE(34)
  const last = metrics.readUInt16BE((full - 1) * 4)
  const short = Array.from({ length: count - full }, (_, i) =>
    words(last, metrics.readInt16BE(full * 4 + i * 2)),
  )
  const rows = added.map((glyph) => words(table === 'hmtx' ? glyph.advance : 1000, bearing(glyph)))
  tables.set(table, Buffer.concat([metrics.subarray(0, full * 4), ...short, ...rows]))
  heads.writeUInt16BE(count + added.length, 34)
}
