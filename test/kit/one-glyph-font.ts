import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { Font } from 'fonteditor-core'
import subsetFont from 'subset-font'

/** A font named `family` that contains only one character and the space. */
export async function oneGlyphFont(family: string, character: string): Promise<Buffer> {
  const source = await readFile(resolve('dist/fonts/BulletinHei.ttf'))
  const font = Font.create(await subsetFont(source, ' 口', { targetFormat: 'sfnt' }), {
    type: 'ttf',
  })
  const ttf = font.get()
  for (const glyph of ttf.glyf) {
    if (glyph.unicode?.includes(0x53e3)) glyph.unicode = [character.codePointAt(0) ?? 0]
  }
  Object.assign(ttf.name, { fontFamily: family, fullName: family, postScriptName: family })
  const bytes = Font.create().set(ttf).write({ type: 'ttf', toBuffer: true })
  if (!Buffer.isBuffer(bytes)) throw new Error('fonteditor-core gave no bytes')
  return bytes
}
