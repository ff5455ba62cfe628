import type { FontRole } from '../model/settings.js'
import type { ChosenFonts } from './choose.js'
import type { Coverage } from './coverage.js'

/** Widths in whole thousandths of an em, of the face that draws a character; before any kerning. */
export interface TextWidths {
  /** Where a role sets it; `bold` asks for bold 仿宋. */
  of(role: FontRole, codePoint: number, bold?: boolean): number
  /** Where `--code` sets it. */
  ofCode(codePoint: number): number
  /** Where `--latin-marks` sets it. */
  ofLatinMark(codePoint: number): number
}

/** The widths of chosen fonts. */
export function textWidths(chosen: ChosenFonts, coverage: Coverage): TextWidths {
  const own = (name: 'code' | 'latinMarks', codePoint: number) => {
    const facts = coverage.factsOf(chosen[name])
    return facts.has(codePoint) ? facts.width(codePoint) : coverage.widthOf('song', codePoint)
  }
  return {
    of: coverage.widthOf,
    ofCode: (codePoint) => own('code', codePoint),
    ofLatinMark: (codePoint) => own('latinMarks', codePoint),
  }
}
