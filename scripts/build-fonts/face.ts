import { create } from 'fontkit'
import { coverageEntry } from './coverage.js'
import type { Face } from './faces.js'
import { setMarks, setNarrowMarks } from './marks.js'
import { rename } from './names.js'
import { notoFont } from './noto.js'
import { versionOf } from './packages.js'
import { fontOf, tablesOf } from './sfnt.js'
import { type HalfMark, squeezeTable } from './squeeze.js'
import { wenkaiFont } from './wenkai.js'

const CLOSING = '、。，．；：！？）〕］｝〉》」』】〗”’'
const OPENING = '（〔［｛〈《「『【〖“‘'

/** Marks whose loss would go unnoticed until an issue is printed. */
const REQUIRED = '镕喆堃祎珺〇㎡℃№★●■□▲△○◎①⑩“”‘’—…·、。《》（）½→　'

/** Makes one face: the font file and its entry in `coverage.json`. */
export async function buildFace(face: Face) {
  const source = await sourceOf(face)
  const font = fontIn(source)
  const tables = tablesOf(source)
  const map = face.characters === 'marks' ? setNarrowMarks(tables, font) : setMarks(tables, font)
  if (face.source.kind === 'wenkai') {
    tables.set('GPOS', squeezeTable(halfMarks(font), font.unitsPerEm / 2))
  }
  const origin = face.source.kind === 'noto' ? face.source.package : 'lxgw-wenkai-webfont'
  rename(tables, face.name, `${origin} ${versionOf(origin)}`)
  const missing = [...REQUIRED].filter((char) => !map.has(char.codePointAt(0) ?? 0))
  if (face.characters !== 'marks' && missing.length > 0) {
    throw new Error(`${face.file} lacks ${missing.join('')}`)
  }
  const space = font.glyphForCodePoint(0x20).advanceWidth
  return {
    bytes: fontOf(tables),
    coverage: coverageEntry(face, map, { unitsPerEm: font.unitsPerEm, space }),
  }
}

async function sourceOf({ source, characters }: Face): Promise<Buffer> {
  if (source.kind === 'noto') return notoFont(source, characters)
  const serif = {
    kind: 'noto',
    package: '@expo-google-fonts/noto-serif-sc',
    style: '400Regular',
  } as const
  return wenkaiFont(source.weight, await notoFont(serif, 'common'))
}

/** The marks that can give up half a cell, by where their ink really lies. */
function halfMarks(font: ReturnType<typeof fontIn>): HalfMark[] {
  const glyphs = [...CLOSING, ...OPENING].map((char) =>
    font.glyphForCodePoint(char.codePointAt(0) ?? 0),
  )
  // An overhang of 2 % of an em does no harm.
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
