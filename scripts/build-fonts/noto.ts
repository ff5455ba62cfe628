import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import subsetFont from 'subset-font'
import { COMMON_CHARACTERS, EVERY_CHARACTER, SHARED_MARKS } from './characters.js'
import type { NotoSource } from './faces.js'
import { folderOf } from './packages.js'

/**
 * The OpenType features kept. `ccmp` is omitted because it joins —— to one glyph, and text copied
 * from the PDF would then contain ⸺. `pwid` is needed only for the narrow punctuation.
 */
const FEATURES = ['halt', 'vhal', 'chws', 'vchw', 'vert', 'vrt2', 'kern', 'mark', 'locl']

const CHARACTERS = {
  common: COMMON_CHARACTERS,
  every: EVERY_CHARACTER,
  marks: ` ${SHARED_MARKS}`,
} satisfies Record<NotoSource['characters'], string>

/** Returns the subset of a Noto font for a face. */
export async function notoFont(source: NotoSource): Promise<Buffer> {
  const { characters } = source
  const options = {
    targetFormat: 'sfnt' as const,
    preserveNameIds: [13, 14],
    keepFeatures: characters === 'marks' ? ['pwid'] : FEATURES,
    dropTables: ['STAT'],
  }
  return subsetFont(await readFile(fileOf(source)), CHARACTERS[characters], options)
}

function fileOf({ package: name, style }: NotoSource): string {
  const family = name.endsWith('serif-sc') ? 'NotoSerifSC' : 'NotoSansSC'
  return join(folderOf(name), style, `${family}_${style}.ttf`)
}
