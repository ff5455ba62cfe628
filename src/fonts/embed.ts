import type { FontRole } from '../model/settings.js'
import type { ChosenFonts } from './choose.js'
import type { Coverage } from './coverage.js'
import type { FaceSource } from './css.js'
import { mathsFace } from './css.js'
import type { ChosenFace } from './face.js'
import { withFontFile } from './sfnt.js'

/**
 * The text of an issue by the role that sets it. `boldFangsong` is the text in bold 仿宋; `code` the
 * text in code, whose Han characters are set in 宋体; `maths` the text in formulas.
 */
export type IssueText = Partial<
  Record<FontRole | 'boldFangsong' | 'latinMarks' | 'code' | 'maths', string>
>

/** TrueType subsets by file name: `bulletin-kai.ttf`. */
export type FontSubsets = ReadonlyMap<string, Buffer>

/**
 * Makes a subset of each face that an issue uses, for browsers that cannot access the font files.
 * Each character goes into the first face of its chain that has it.
 */
export async function fontSubsets(
  fonts: ChosenFonts,
  coverage: Coverage,
  text: IssueText,
): Promise<FontSubsets> {
  const { default: subsetFont } = await import('subset-font')
  const subsets = new Map<string, Buffer>()
  for (const [face, characters] of charactersByFace(fonts, coverage, text)) {
    const { file, index } = face.face
    const bytes = await withFontFile(file, (font) => font.face(index))
    const wanted = [...characters].sort().join('')
    subsets.set(nameOf(face), await subsetFont(bytes, wanted, { targetFormat: 'sfnt' }))
  }
  return subsets
}

/** Returns sources that embed the fonts in the style sheet as `data:` URLs. */
export const dataSource =
  (subsets: FontSubsets): FaceSource =>
  (face) => {
    const bytes = subsets.get(nameOf(face))
    return bytes && sourceAt(`data:font/ttf;base64,${bytes.toString('base64')}`)
  }

/** Returns sources under a base URL ending in `/`, with the subsets under their file names. */
export const addressSource =
  (subsets: FontSubsets, base: string): FaceSource =>
  (face) =>
    subsets.has(nameOf(face)) ? sourceAt(base + nameOf(face)) : undefined

const sourceAt = (address: string) => `url(${address}) format("truetype")`

const nameOf = ({ family, bold }: ChosenFace) => `${family}${bold ? '-bold' : ''}.ttf`

/**
 * Returns the characters that a browser substitutes for a letter of a formula: 𝑥 for x, 𝛼 for α, ℎ
 * for h.
 */
function italicsOf(char: string): number[] {
  const code = char.charCodeAt(0)
  if (/^[A-Z]$/.test(char)) return [0x1d434 + code - 65]
  if (char === 'h') return [0x210e]
  if (/^[a-z]$/.test(char)) return [0x1d44e + code - 97]
  if (/^[Α-Ω]$/.test(char)) return [0x1d6e2 + code - 0x391]
  return /^[α-ω]$/.test(char) ? [0x1d6fc + code - 0x3b1] : []
}

const SHARED_MARKS = '“”‘’—…⸺'

function charactersByFace(
  fonts: ChosenFonts,
  coverage: Coverage,
  text: IssueText,
): Map<ChosenFace, Set<string>> {
  const used = new Map<ChosenFace, Set<string>>()
  const add = (face: ChosenFace | undefined, char: string) => {
    if (!face) return
    const characters = used.get(face) ?? new Set(' ')
    used.set(face, characters.add(char))
  }
  for (const [role, characters = ''] of Object.entries(text) as [keyof IssueText, string][]) {
    for (const char of new Set(characters)) {
      const codePoint = char.codePointAt(0) ?? 0
      if (role === 'latinMarks') add(fonts.latinMarks, char)
      else if (role === 'maths') {
        const face = mathsFace(fonts)
        for (const one of [codePoint, ...italicsOf(char)])
          if (face && coverage.factsOf(face).has(one)) add(face, String.fromCodePoint(one))
      } else if (role === 'code') {
        if (coverage.factsOf(fonts.code).has(codePoint)) add(fonts.code, char)
      } else if (role === 'boldFangsong') add(coverage.faceFor('fangsong', codePoint, true), char)
      else {
        add(coverage.faceFor(role, codePoint), char)
        if (SHARED_MARKS.includes(char)) {
          add(
            fonts.open.find((open) => open.role === role),
            char,
          )
        }
      }
    }
  }
  // An emoji may be a sequence whose joiners and digits text faces also have; the symbol face needs
  // them too.
  for (const face of fonts.symbols.filter((one) => used.has(one))) {
    const { has } = coverage.factsOf(face)
    for (const char of new Set(Object.values(text).join(''))) {
      if (has(char.codePointAt(0) ?? 0)) add(face, char)
    }
  }
  return used
}
