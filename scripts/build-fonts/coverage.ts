import type { CharacterMap } from './cmap.js'
import type { Face } from './faces.js'
import { fullNameOf, postScriptNameOf } from './names.js'
import { type Tables, tableOf } from './sfnt.js'

/**
 * Returns the entry of a face in `coverage.json`, so that bundled fonts need not be parsed at run
 * time.
 */
export function coverageEntry(
  face: Face,
  map: CharacterMap,
  tables: Tables,
  metrics: { unitsPerEm: number; space: number },
) {
  return {
    family: face.name.family,
    fullName: fullNameOf(face.name),
    postScriptName: postScriptNameOf(face.name),
    bold: face.name.bold === true,
    ...metrics,
    runs: runsOf([...map.keys()].sort((a, b) => a - b)),
    widths: widthsOf(map, tables, metrics.unitsPerEm),
  }
}

/**
 * Encodes runs of code points as alternating numbers: code points skipped, code points included.
 */
function runsOf(codePoints: readonly number[]): number[] {
  const runs: number[] = []
  let next = 0
  for (const codePoint of codePoints) {
    const last = runs.length - 1
    if (codePoint === next && last > 0) runs[last] = (runs[last] ?? 0) + 1
    else runs.push(codePoint - next, 1)
    next = codePoint + 1
  }
  return runs
}

/**
 * Encodes the widths of characters that are not 1 em wide as triples: code points skipped, code
 * points included, and their width in thousandths of an em.
 */
function widthsOf(map: CharacterMap, tables: Tables, unitsPerEm: number): number[] {
  const hmtx = tableOf(tables, 'hmtx')
  const full = tableOf(tables, 'hhea').readUInt16BE(34)
  const triples: number[] = []
  let next = 0
  for (const [codePoint, glyph] of [...map].sort(([a], [b]) => a - b)) {
    const advance = hmtx.readUInt16BE(Math.min(glyph, full - 1) * 4)
    const width = Math.round((advance * 1000) / unitsPerEm)
    if (width === 1000) continue
    const last = triples.length - 1
    if (codePoint === next && triples[last] === width)
      triples[last - 1] = (triples[last - 1] ?? 0) + 1
    else triples.push(codePoint - next, 1, width)
    next = codePoint + 1
  }
  return triples
}
