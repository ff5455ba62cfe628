import type { FontRole, Settings } from '../../model/settings.js'
import type { Xml } from './xml.js'
import { w } from './xml.js'

/** The faces of a Word file: a family for each role, one for code and one for formulas. */
export type Faces = Readonly<Record<FontRole, string>>

/**
 * The families that offices have (GB/T 9704—2012 names the kinds of typefaces). The PDF embeds its
 * faces; a Word file only names them, so these do not depend on the machine.
 */
const usual: Faces = {
  title: '方正小标宋简体',
  fangsong: '仿宋_GB2312',
  hei: '黑体',
  kai: '楷体_GB2312',
  song: '宋体',
}

/** The families of an issue: those that its settings name, otherwise the usual ones. */
export function facesOf({ fonts }: Pick<Settings, 'fonts'>): Faces {
  if (fonts === undefined || fonts === 'bundled') return usual
  const named = Object.entries(fonts).filter(([, font]) => typeof font === 'string')
  return { ...usual, ...Object.fromEntries(named) }
}

/** Code: two of its letters are as wide as a Han character. */
const codeFamily = 'Consolas'
/** The only family that Word sets formulas in. */
export const mathsFamily = 'Cambria Math'

/**
 * `w:rFonts`: a face for every script, never a face of the theme, which would take precedence.
 * `eastAsia` as a hint gives “ ” … — the Chinese glyphs, which the two scripts share.
 */
export const fontsOf = (
  faces: Faces,
  { role, isCode, isLatin }: { role: FontRole; isCode?: boolean; isLatin?: boolean },
): Xml => {
  const family = faces[role]
  const latin = isCode ? codeFamily : family
  return w('rFonts', {
    hint: isLatin ? undefined : 'eastAsia',
    ascii: latin,
    hAnsi: latin,
    eastAsia: family,
    cs: latin,
  })
}
