import type { FontOrigin } from '../model/report.js'
import type { FontRole } from '../model/settings.js'

/** One face of a font file, as read from the file's own name table. */
export interface FontFace {
  file: string
  /** Its place in a collection (.ttc); 0 in any other file. */
  index: number
  /** Every name that it goes by, in every language: family, full, PostScript. */
  names: string[]
  /** Its family in Chinese where the file says so; for messages. */
  family: string
  fullName: string
  postScriptName: string
  /** 100–900. */
  weight: number
  italic: boolean
}

/** The face that a role is set in. */
export interface ChosenFace {
  role: FontRole
  /** The family that style sheets use: `bulletin-song`. */
  family: string
  bold: boolean
  origin: FontOrigin
  /** Whether it merely takes the place of the typeface that the standard names. */
  standIn: boolean
  face: FontFace
}

/** Names without what people spell differently: case, width, blanks. */
export const plainName = (name: string) =>
  name.normalize('NFKC').toLowerCase().replaceAll(/\s/g, '')
