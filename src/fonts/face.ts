import type { FontOrigin } from '../model/report.js'
import type { FontRole } from '../model/settings.js'

/** One face of a font file, from the file's name table. */
export interface FontFace {
  file: string
  /** Index in a collection (.ttc); 0 in any other file. */
  index: number
  /** All its names in all languages: family, full, PostScript. */
  names: string[]
  /** Its family name for messages, in Chinese if the file has one. */
  family: string
  fullName: string
  postScriptName: string
  /** 100–900. */
  weight: number
  italic: boolean
}

/** The face chosen for a role. */
export interface ChosenFace {
  role: FontRole
  /** The family name in style sheets: `bulletin-song`. */
  family: string
  bold: boolean
  origin: FontOrigin
  /** Whether it replaces the typeface that the standard names by another one. */
  standIn: boolean
  face: FontFace
}

/** Normalizes a font name for comparison: case, width, spaces. */
export const plainName = (name: string) =>
  name.normalize('NFKC').toLowerCase().replaceAll(/\s/g, '')
