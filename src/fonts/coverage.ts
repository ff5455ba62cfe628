import type { FontRole } from '../model/settings.js'
import type { BundledFaces } from './bundled.js'
import { allFaces, type ChosenFonts } from './choose.js'
import type { ChosenFace, FontFace } from './face.js'
import { type FaceFacts, inspectFace, nothing } from './inspect.js'
import { ROLE_NAMES } from './roles.js'

/** Marks that Chinese and Latin text share and that some faces draw narrow. */
const WIDE_MARKS: ReadonlySet<number> = new Set(
  [...'—‘’“”…⸺'].map((mark) => mark.codePointAt(0) ?? 0),
)

/** The characters that the chosen faces can draw. */
export interface Coverage {
  /** Whether any face of a role's chain draws a code point. */
  has(role: FontRole, codePoint: number): boolean
  /** Returns the first face of a role's chain that draws a code point. `bold` selects bold 仿宋. */
  faceFor(role: FontRole, codePoint: number, bold?: boolean): ChosenFace | undefined
  /**
   * Returns the width of a character in a role, in whole thousandths of an em, without kerning:
   * that of the face that draws it, or 1 em if none does.
   */
  widthOf(role: FontRole, codePoint: number, bold?: boolean): number
  /** Returns the facts about one of the chosen faces. */
  factsOf(face: ChosenFace): FaceFacts
}

/** Text and the role that sets it. */
export interface RoleText {
  role: FontRole
  text: string
}

/**
 * Returns the faces in which a role's text is looked up, in order: the role's own, the role's
 * bundled one, the bundled face with the most characters, the other bundled text faces, the symbol
 * faces, the spare installed faces.
 */
export function chainOf(fonts: ChosenFonts, role: FontRole): ChosenFace[] {
  const { roles, open, wide, symbols, spare } = fonts
  const bundled = new Map(
    [...Object.values(roles), ...open]
      .filter(({ origin }) => origin === 'bundled')
      .map((face) => [face.role, face]),
  )
  const own = bundled.get(role) ?? wide
  const others = ROLE_NAMES.flatMap((name) => bundled.get(name) ?? [])
  return [...new Set([roles[role], own, wide, ...others, ...symbols, ...spare])]
}

/** Determines what each chosen face draws. Does not open the files of bundled faces. */
export async function coverageOf(fonts: ChosenFonts, bundled: BundledFaces): Promise<Coverage> {
  const all = allFaces(fonts)
  const collected = new Map(
    await Promise.all(
      all.map(async (chosen) => [chosen, await factsOrNone(chosen.face, bundled)] as const),
    ),
  )
  const chains = new Map(ROLE_NAMES.map((role) => [role, chainOf(fonts, role)]))
  const factsOf = (face: ChosenFace) => collected.get(face) ?? nothing
  // Bold text skips the regular face of its own family and falls back to the families after it.
  const boldChain = [fonts.boldFangsong, ...(chains.get('fangsong') ?? []).slice(1)]
  const faceFor = (role: FontRole, codePoint: number, bold = false) =>
    (bold ? boldChain : chains.get(role))?.find((face) => factsOf(face).has(codePoint))
  const widthOf = (role: FontRole, codePoint: number, bold = false) => {
    const face = faceFor(role, codePoint, bold)
    if (face === undefined) return needsNoGlyph(codePoint) ? 0 : 1000
    // The style sheet takes these marks from the bundled face instead (see css.ts).
    const isReplaced = WIDE_MARKS.has(codePoint) && !factsOf(face).fullWidthMarks
    const open = isReplaced && fonts.open.find((other) => other.role === face.role)
    return factsOf(open || face).width(codePoint)
  }
  return {
    factsOf,
    faceFor,
    widthOf,
    has: (role, codePoint) =>
      needsNoGlyph(codePoint) ||
      (faceFor(role, codePoint) !== undefined && !isNoCharacter(codePoint)),
  }
}

/**
 * A font with readable names but damaged contents has no characters: the browser rejects it too,
 * and the bundled faces are used instead.
 */
const factsOrNone = (face: FontFace, bundled: BundledFaces): Promise<FaceFacts> =>
  inspectFace(face, bundled).catch(() => nothing)

/**
 * Returns the characters that no face of a role's chain can draw, once per role, in order of first
 * use.
 */
export function missingCharacters(texts: Iterable<RoleText>, coverage: Coverage): RoleText[] {
  const seen = new Set<string>()
  const missing: RoleText[] = []
  for (const { role, text } of texts) {
    for (const char of text) {
      const key = role + char
      if (seen.has(key)) continue
      seen.add(key)
      if (!coverage.has(role, char.codePointAt(0) ?? 0)) missing.push({ role, text: char })
    }
  }
  return missing
}

/** U+FFFF ends the tables of characters that faces have, and so seems to be in them. */
const isNoCharacter = (codePoint: number) => (codePoint & 0xfffe) === 0xfffe

/**
 * Whether a character needs no glyph: control characters, joiners, variation selectors and other
 * invisible ones, and the spaces U+2000–200A, which the shaper derives from U+0020.
 */
function needsNoGlyph(codePoint: number): boolean {
  const char = String.fromCodePoint(codePoint)
  return /[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2000-\u200a\u2028\u2029]/u.test(char)
}
