/** A TrueType font of some glyphs. */
export interface CutTrueType {
  file: Uint8Array
  /** The numbers of the glyphs: in the whole font → in this one. */
  numbers: ReadonlyMap<number, number>
}

interface Table {
  tag: string
  body: Uint8Array
}

/** The tables that a font inside a PDF is drawn by (ISO 32000-1, 9.9). */
const drawn = new Set([
  'head',
  'hhea',
  'hmtx',
  'maxp',
  'loca',
  'glyf',
  'cvt ',
  'fpgm',
  'prep',
  'OS/2',
])

/**
 * Returns a TrueType font with the wanted glyphs alone, and those they are composed of. Their
 * outlines and widths are those of the whole font. Undefined for a font of another kind.
 */
export function cutTrueType(font: Uint8Array, wanted: Iterable<number>): CutTrueType | undefined {
  const tables = new Map(tablesOf(font).map(({ tag, body }) => [tag, viewOf(body)]))
  const [head, hhea, hmtx, maxp, loca, glyf] = ['head', 'hhea', 'hmtx', 'maxp', 'loca', 'glyf'].map(
    (tag) => tables.get(tag),
  )
  if (!head || !hhea || !hmtx || !maxp || !loca || !glyf) return undefined
  const isLong = head.getInt16(50) === 1
  const start = (glyph: number) =>
    isLong ? loca.getUint32(4 * glyph) : 2 * loca.getUint16(2 * glyph)
  const outlineOf = (glyph: number) => bytesOf(glyf).slice(start(glyph), start(glyph + 1))
  const outlines = new Map<number, Uint8Array>()
  const waiting = [0, ...wanted]
  for (let glyph = waiting.pop(); glyph !== undefined; glyph = waiting.pop()) {
    if (outlines.has(glyph) || glyph >= maxp.getUint16(4)) continue
    const outline = outlineOf(glyph)
    outlines.set(glyph, outline)
    waiting.push(...partsOf(viewOf(outline)).map(({ glyph }) => glyph))
  }
  const inOrder = [...outlines].toSorted(([a], [b]) => a - b)
  const numbers = new Map(inOrder.map(([glyph], index) => [glyph, index]))
  const starts = viewOf(new Uint8Array(4 * (inOrder.length + 1)))
  const widths = viewOf(new Uint8Array(4 * inOrder.length))
  const full = hhea.getUint16(34)
  let length = 0
  for (const [index, [glyph, outline]] of inOrder.entries()) {
    for (const { at, glyph: part } of partsOf(viewOf(outline)))
      viewOf(outline).setUint16(at, numbers.get(part) ?? 0)
    // Glyphs after the last full entry have its width, and a bearing of their own.
    widths.setUint16(4 * index, hmtx.getUint16(4 * Math.min(glyph, full - 1)))
    const bearing = glyph < full ? 4 * glyph + 2 : 4 * full + 2 * (glyph - full)
    widths.setInt16(4 * index + 2, hmtx.getInt16(bearing))
    length += outline.length
    starts.setUint32(4 * (index + 1), length)
  }
  const changed = (view: DataView, change: (copy: DataView) => void) => {
    const copy = viewOf(bytesOf(view).slice())
    change(copy)
    return bytesOf(copy)
  }
  const bodies = new Map([
    ['head', changed(head, (copy) => copy.setInt16(50, 1))],
    ['hhea', changed(hhea, (copy) => copy.setUint16(34, inOrder.length))],
    ['maxp', changed(maxp, (copy) => copy.setUint16(4, inOrder.length))],
    ['hmtx', bytesOf(widths)],
    ['loca', bytesOf(starts)],
    ['glyf', Buffer.concat(inOrder.map(([, outline]) => outline))],
  ])
  const kept = [...tables].filter(([tag]) => drawn.has(tag))
  const all = kept.map(([tag, view]) => ({ tag, body: bodies.get(tag) ?? bytesOf(view) }))
  return { file: fontOf(all), numbers }
}

const viewOf = ({ buffer, byteOffset, byteLength }: Uint8Array) =>
  new DataView(buffer, byteOffset, byteLength)
const bytesOf = ({ buffer, byteOffset, byteLength }: DataView) =>
  new Uint8Array(buffer, byteOffset, byteLength)

function tablesOf(font: Uint8Array): Table[] {
  const view = viewOf(font)
  return Array.from({ length: view.getUint16(4) }, (_, index) => {
    const at = 12 + 16 * index
    const from = view.getUint32(at + 8)
    return {
      tag: String.fromCharCode(...font.subarray(at, at + 4)),
      body: font.subarray(from, from + view.getUint32(at + 12)),
    }
  })
}

/** Flags of a part of a composite glyph (OpenType specification, `glyf`). */
const flag = { wordOffsets: 0x1, scale: 0x8, more: 0x20, twoScales: 0x40, matrix: 0x80 }

/** The glyphs that a glyph is composed of, and where in its outline their numbers stand. */
function partsOf(outline: DataView): { at: number; glyph: number }[] {
  if (outline.byteLength < 10 || outline.getInt16(0) >= 0) return []
  const parts: { at: number; glyph: number }[] = []
  for (let at = 10; at + 4 <= outline.byteLength; ) {
    const flags = outline.getUint16(at)
    parts.push({ at: at + 2, glyph: outline.getUint16(at + 2) })
    at += flags & flag.wordOffsets ? 8 : 6
    if (flags & flag.scale) at += 2
    else if (flags & flag.twoScales) at += 4
    else if (flags & flag.matrix) at += 8
    if (!(flags & flag.more)) break
  }
  return parts
}

/** Writes a font file. Its checksums are left out: what draws a font in a PDF asks for none. */
function fontOf(tables: readonly Table[]): Uint8Array {
  const inOrder = tables.toSorted((a, b) => (a.tag < b.tag ? -1 : 1))
  const padded = (length: number) => Math.ceil(length / 4) * 4
  const start = 12 + 16 * inOrder.length
  const size = inOrder.reduce((sum, { body }) => sum + padded(body.length), start)
  const font = new Uint8Array(size)
  const view = viewOf(font)
  view.setUint32(0, 0x00010000)
  view.setUint16(4, inOrder.length)
  let at = start
  for (const [index, { tag, body }] of inOrder.entries()) {
    font.set(Buffer.from(tag, 'latin1'), 12 + 16 * index)
    view.setUint32(12 + 16 * index + 8, at)
    view.setUint32(12 + 16 * index + 12, body.length)
    font.set(body, at)
    at += padded(body.length)
  }
  return font
}
