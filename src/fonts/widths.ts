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

/** The widths of chosen fonts, each looked up once. */
export function textWidths(chosen: ChosenFonts, coverage: Coverage): TextWidths {
  const own = (name: 'code' | 'latinMarks', codePoint: number) => {
    const facts = coverage.factsOf(chosen[name])
    return facts.has(codePoint) ? facts.width(codePoint) : coverage.widthOf('song', codePoint)
  }
  const known = new Map<string, Map<number, number>>()
  const remembered = (key: string, codePoint: number, ask: () => number) => {
    const widths = known.get(key) ?? new Map<number, number>()
    known.set(key, widths)
    const width = widths.get(codePoint) ?? ask()
    widths.set(codePoint, width)
    return width
  }
  return {
    of: (role, codePoint, bold = false) =>
      remembered(bold ? `bold ${role}` : role, codePoint, () =>
        coverage.widthOf(role, codePoint, bold),
      ),
    ofCode: (codePoint) => remembered('code', codePoint, () => own('code', codePoint)),
    ofLatinMark: (codePoint) => remembered('latin', codePoint, () => own('latinMarks', codePoint)),
  }
}
