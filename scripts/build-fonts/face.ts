import { create } from 'fontkit'
import { coverageEntry } from './coverage.js'
import type { Face, Source } from './faces.js'
import { mapOf, setMarks, setNarrowMarks } from './marks.js'
import { rename } from './names.js'
import { notoFont } from './noto.js'
import { versionOf } from './packages.js'
import { plainFont } from './plain.js'
import { fontOf, type Tables, tablesOf } from './sfnt.js'
import { type HalfMark, squeezeTable } from './squeeze.js'
import { wenkaiFont } from './wenkai.js'

const CLOSING = '、。，．；：！？）〕］｝〉》」』】〗”’'
const OPENING = '（〔［｛〈《「『【〖“‘'

const CHINESE = '镕喆堃祎珺〇㎡℃№★●■□▲△○◎①⑩“”‘’—…·、。《》（）½→　'

/** Characters whose absence would be noticed only in print; a missing one fails the build. */
const REQUIRED: Record<Source['characters'], string> = {
  common: CHINESE,
  every: CHINESE,
  marks: '',
  code: 'Aa0~é├│─',
  emoji: '👍❤🎉🇨🏽\u20e3\u200d',
  symbols: '',
  maths: 'x=√𝑥',
}

/** @throws {Error} when a required character is missing. */
export async function buildFace(face: Face) {
  const source = await sourceOf(face.source)
  const font = fontIn(source)
  const tables = tablesOf(source)
  const map = mapIn(face.source, tables, font)
  if (face.source.kind === 'wenkai') {
    tables.set('GPOS', squeezeTable(halfMarks(font), font.unitsPerEm / 2))
  }
  const origin = face.source.kind === 'wenkai' ? 'lxgw-wenkai-webfont' : face.source.package
  rename(tables, face.name, `${origin} ${versionOf(origin)}`)
  const required = REQUIRED[face.source.characters]
  const missing = [...required].filter((char) => !map.has(char.codePointAt(0) ?? 0))
  if (missing.length > 0) {
    throw new Error(`${face.file} lacks ${missing.join('')}`)
  }
  const space = font.glyphForCodePoint(0x20).advanceWidth
  return {
    bytes: fontOf(tables),
    coverage: coverageEntry(face, map, tables, { unitsPerEm: font.unitsPerEm, space }),
  }
}

function mapIn(source: Source, tables: Tables, font: ReturnType<typeof fontIn>) {
  if (source.kind === 'plain') return mapOf(font)
  return source.characters === 'marks' ? setNarrowMarks(tables, font) : setMarks(tables, font)
}

async function sourceOf(source: Source): Promise<Buffer> {
  if (source.kind === 'plain') return plainFont(source)
  if (source.kind === 'noto') return notoFont(source)
  const serif = {
    kind: 'noto',
    package: '@expo-google-fonts/noto-serif-sc',
    style: '400Regular',
    characters: 'common',
  } as const
  return wenkaiFont(source.weight, await notoFont(serif))
}

/**
 * Returns the punctuation that can be trimmed to half an em, with its blank side measured from the
 * outline.
 */
function halfMarks(font: ReturnType<typeof fontIn>): HalfMark[] {
  const glyphs = [...CLOSING, ...OPENING].map((char) =>
    font.glyphForCodePoint(char.codePointAt(0) ?? 0),
  )
  // Tolerates an overhang of 2 % of an em.
  const reach = font.unitsPerEm * 0.52
  return glyphs.flatMap(({ id, bbox }): HalfMark[] => {
    if (bbox.maxX <= reach) return [{ glyph: id, blank: 'right' }]
    return bbox.minX >= font.unitsPerEm - reach ? [{ glyph: id, blank: 'left' }] : []
  })
}

function fontIn(bytes: Buffer) {
  const font = create(bytes)
  if (!('glyphForCodePoint' in font)) throw new Error('a collection where a font was expected')
  return font
}
