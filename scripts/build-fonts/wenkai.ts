import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Font, type TTF } from 'fonteditor-core'
import { convert } from 'fontverter'
import subsetFont from 'subset-font'
import { COMMON_CHARACTERS } from './characters.js'
import { folderOf } from './packages.js'

/** These are a third of an em wide in WenKai; Chinese text requires one em. */
const FULL_WIDTH_QUOTES = '“”‘’'

/**
 * Merges the slices of a weight in the package to one TrueType font. Glyphs are sorted by code
 * point, so that runs of characters are runs of glyphs.
 * @param serif a Noto Serif font, from which the quotation marks are taken.
 */
export async function wenkaiFont(weight: string, serif: Buffer): Promise<Buffer> {
  const slices = await slicesOf(weight)
  const base = slices[0]
  if (!base) throw new Error(`WenKai has no slices of weight ${weight}`)
  const quotes = read(await subsetFont(serif, FULL_WIDTH_QUOTES, { targetFormat: 'sfnt' }))
  const wanted = new Set([...COMMON_CHARACTERS].map((char) => char.codePointAt(0)))
  const glyphs = new Map<number, TTF.Glyph>()
  for (const { glyf } of [quotes, ...slices]) {
    for (const glyph of glyf) {
      for (const codePoint of glyph.unicode ?? []) {
        if (!wanted.has(codePoint) || glyphs.has(codePoint)) continue
        glyphs.set(codePoint, { ...glyph, unicode: [codePoint] })
      }
    }
  }
  const inOrder = [...glyphs].sort(([a], [b]) => a - b).map(([, glyph]) => glyph)
  const missing = base.glyf[0]
  if (missing) base.glyf = [missing, ...inOrder]
  const font = Font.create().set(base).write({ type: 'ttf', toBuffer: true, hinting: false })
  if (!Buffer.isBuffer(font)) throw new Error('fonteditor-core gave no bytes')
  return font
}

async function slicesOf(weight: string): Promise<TTF.TTFObject[]> {
  const folder = join(folderOf('lxgw-wenkai-webfont'), 'files')
  const names = (await readdir(folder)).filter((name) => name.startsWith(`lxgwwenkai-${weight}-`))
  const slices: TTF.TTFObject[] = []
  for (const name of names.sort()) {
    slices.push(read(await convert(await readFile(join(folder, name)), 'sfnt')))
  }
  return slices
}

const read = (font: Buffer): TTF.TTFObject =>
  Font.create(font, { type: 'ttf', compound2simple: true }).get()
