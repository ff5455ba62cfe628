/** Glyph ids by code point. */
export type CharacterMap = Map<number, number>

/**
 * Returns a `cmap` table with a single subtable of format 12. Format 4 uses 16-bit offsets and
 * overflows with this many characters; a browser then embeds the font but draws nothing.
 */
export function cmapTable(map: CharacterMap): Buffer {
  const groups = groupsOf([...map].sort(([a], [b]) => a - b))
  const table = Buffer.alloc(20 + 16 + groups.length * 12)
  table.writeUInt16BE(2, 2)
  for (const [row, platform, encoding] of [
    [4, 0, 4],
    [12, 3, 10],
  ] as const) {
    table.writeUInt16BE(platform, row)
    table.writeUInt16BE(encoding, row + 2)
    table.writeUInt32BE(20, row + 4)
  }
  table.writeUInt16BE(12, 20)
  table.writeUInt32BE(table.length - 20, 24)
  table.writeUInt32BE(groups.length, 32)
  groups.forEach(({ first, last, glyph }, i) => {
    table.writeUInt32BE(first, 36 + i * 12)
    table.writeUInt32BE(last, 40 + i * 12)
    table.writeUInt32BE(glyph, 44 + i * 12)
  })
  return table
}

function groupsOf(pairs: [number, number][]) {
  const groups: { first: number; last: number; glyph: number }[] = []
  for (const [codePoint, glyph] of pairs) {
    const group = groups.at(-1)
    if (group && codePoint === group.last + 1 && glyph === group.glyph + codePoint - group.first) {
      group.last = codePoint
    } else {
      groups.push({ first: codePoint, last: codePoint, glyph })
    }
  }
  return groups
}
