import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import subsetFont from 'subset-font'
import {
  CODE_CHARACTERS,
  EMOJI_CHARACTERS,
  MATHS_CHARACTERS,
  SYMBOL_CHARACTERS,
} from './characters.js'
import type { PlainSource } from './faces.js'
import { folderOf } from './packages.js'
import { fontOf, tableOf, tablesOf } from './sfnt.js'

const CHARACTERS = {
  code: CODE_CHARACTERS,
  emoji: EMOJI_CHARACTERS,
  symbols: SYMBOL_CHARACTERS,
  maths: MATHS_CHARACTERS,
} satisfies Record<PlainSource['characters'], string>

/**
 * The OpenType features kept. Ligatures in code (`->`, `!=`) would hide the typed characters;
 * ligatures in emoji form their sequences.
 */
const FEATURES = {
  code: ['mark', 'mkmk'],
  emoji: ['ccmp', 'liga'],
  symbols: ['mark', 'mkmk'],
  maths: ['mark', 'mkmk', 'ssty'],
}

/** Returns the subset of a font for a face, unchanged except for its units per em. */
export async function plainFont({ characters, em, ...source }: PlainSource): Promise<Buffer> {
  const options = {
    targetFormat: 'sfnt' as const,
    preserveNameIds: [13, 14],
    keepFeatures: FEATURES[characters],
    // The MATH table controls the layout of formulas: roots, fractions, stretchy brackets.
    dropTables: characters === 'maths' ? ['STAT'] : ['MATH', 'STAT'],
  }
  const font = await readFile(await fileOf(source))
  const subset = await subsetFont(font, CHARACTERS[characters], options)
  if (em === undefined) return subset
  const tables = tablesOf(subset)
  tableOf(tables, 'head').writeUInt16BE(em, 18)
  return fontOf(tables)
}

async function fileOf({ package: name }: Pick<PlainSource, 'package'>): Promise<string> {
  const folder = join(folderOf(name), '400Regular')
  const file = (await readdir(folder)).find((one) => one.endsWith('.ttf'))
  if (file === undefined) throw new Error(`${name} has no regular face`)
  return join(folder, file)
}
