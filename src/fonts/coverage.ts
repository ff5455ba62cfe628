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

/** What the chosen faces can draw. */
export interface Coverage {
  /** Whether any face of a role's chain draws a code point. */
  has(role: FontRole, codePoint: number): boolean
  /** The face of a role's chain that draws a code point; `bold` asks for bold 仿宋. */
  faceFor(role: FontRole, codePoint: number, bold?: boolean): ChosenFace | undefined
  /**
   * The width of a character where a role sets it, in whole thousandths of an em: of the face that
   * will draw it, before any kerning; 1 em for what none draws.
   */
  widthOf(role: FontRole, codePoint: number, bold?: boolean): number
  /** What is known of one of the chosen faces. */
  factsOf(face: ChosenFace): FaceFacts
}

/** A stretch of text and the role that sets it. */
export interface RoleText {
  role: FontRole
  text: string
}

/**
 * The faces that a role's text is looked up in, first to last: its own, the bundled one of the role,
 * the bundled face with the most characters, every other bundled one of text, those of symbols, and
 * what else is installed.
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

/** Reads what each chosen face draws; of bundled faces no file is opened. */
export async function coverageOf(fonts: ChosenFonts, bundled: BundledFaces): Promise<Coverage> {
  const all = allFaces(fonts)
  const collected = new Map(
    await Promise.all(
      all.map(async (chosen) => [chosen, await factsOrNone(chosen.face, bundled)] as const),
    ),
  )
  const chains = new Map(ROLE_NAMES.map((role) => [role, chainOf(fonts, role)]))
  const factsOf = (face: ChosenFace) => collected.get(face) ?? nothing
  // Bold text never meets the regular face of its own family, only the families after it.
  const boldChain = [fonts.boldFangsong, ...(chains.get('fangsong') ?? []).slice(1)]
  const faceFor = (role: FontRole, codePoint: number, bold = false) =>
    (bold ? boldChain : chains.get(role))?.find((face) => factsOf(face).has(codePoint))
  const widthOf = (role: FontRole, codePoint: number, bold = false) => {
    const face = faceFor(role, codePoint, bold)
    if (face === undefined) return needsNoGlyph(codePoint) ? 0 : 1000
    // The style sheet takes the marks from the bundled face instead (see css.ts).
    const isReplaced = WIDE_MARKS.has(codePoint) && !factsOf(face).fullWidthMarks
    const open = isReplaced && fonts.open.find((other) => other.role === face.role)
    return factsOf(open || face).width(codePoint)
  }
  return {
    factsOf,
    faceFor,
    widthOf,
    has: (role, codePoint) => needsNoGlyph(codePoint) || faceFor(role, codePoint) !== undefined,
  }
}

/**
 * A font that tells its names and is damaged beyond has nothing: the browser will refuse it too, and
 * the bundled faces take its place.
 */
const factsOrNone = (face: FontFace, bundled: BundledFaces): Promise<FaceFacts> =>
  inspectFace(face, bundled).catch(() => nothing)

/** The characters that nothing in a role's chain can draw, each once a role, in order of first use. */
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

/**
 * Controls, joiners, variation selectors and the like draw nothing, and the blanks of U+2000–200A
 * are made by the shaper out of the plain one.
 */
function needsNoGlyph(codePoint: number): boolean {
  const char = String.fromCodePoint(codePoint)
  return /[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2000-\u200a\u2028\u2029]/u.test(char)
}
