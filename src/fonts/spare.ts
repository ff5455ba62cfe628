import type { BundledFaces } from './bundled.js'
import type { ChosenFonts } from './choose.js'
import type { ChosenFace, FontFace } from './face.js'
import { inspectFace } from './inspect.js'

/**
 * Returns installed faces for characters that none of the chosen ones has (𠮷 in a name). Candidates
 * are the faces of the roles first, then the other installed ones, upright and regular ones before
 * the rest. They are opened one by one until every character has a face.
 */
export async function spareFaces(
  characters: readonly string[],
  { roles }: ChosenFonts,
  { bundled, installed }: { bundled: BundledFaces; installed: readonly FontFace[] },
): Promise<ChosenFace[]> {
  const wanted = new Set(characters.filter((one) => !meansNothingAlone.test(one)))
  const own = Object.values(roles).flatMap(({ origin, face }) => (origin === 'bundled' ? [] : face))
  const others = installed
    .filter(isOfText)
    .toSorted((a, b) => distanceFromRegular(a) - distanceFromRegular(b))
  const spare: ChosenFace[] = []
  for (const face of [...own, ...others]) {
    if (wanted.size === 0) break
    const collected = await inspectFace(face, bundled).catch(() => undefined)
    const drawn = [...wanted].filter((one) => collected?.has(one.codePointAt(0) ?? 0))
    if (drawn.length === 0) continue
    for (const one of drawn) wanted.delete(one)
    const family = `bulletin-spare-${spare.length + 1}`
    spare.push({ role: 'song', family, bold: false, origin: 'installed', standIn: false, face })
  }
  return spare
}

/** Private-use characters look different in every font; U+FFFC and U+FFFD replace lost content. */
const meansNothingAlone = /[\p{Co}\p{Cn}\p{Cs}\ufffc\ufffd]/u

/** Excludes fonts that draw a box for every character, and those with coloured pictures. */
const isOfText = ({ names }: FontFace) =>
  !names.some((name) => /last ?resort|adobe ?blank|fallback|emoji/i.test(name))

const distanceFromRegular = ({ weight, italic }: FontFace) =>
  Math.abs(weight - 400) + (italic ? 1000 : 0)
