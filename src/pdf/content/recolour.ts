import type { ColourMode } from '../../model/print.js'
import type { Rgb } from './inks.js'
import { amount, inkOf } from './inks.js'
import { operationsOf } from './operations.js'

/** Resource name of the second ink's colour space, in every resource dictionary that needs it. */
export const redSpace = 'InkRed'

/** A content stream with other inks. */
export interface Recoloured {
  content: string
  /** Whether it names {@link redSpace}. */
  usesRed: boolean
}

/** Operators that set an RGB colour: for filling, for stroking. */
const setters: Readonly<Record<string, { gray: string; space: string; tint: string }>> = {
  rg: { gray: 'g', space: 'cs', tint: 'scn' },
  RG: { gray: 'G', space: 'CS', tint: 'SCN' },
}

/**
 * Replaces the colours of a content stream, and nothing else: text, positions and marks of the
 * structure are copied. A pure function of the content, so equal files stay equal.
 */
export function recolour(content: string, mode: ColourMode): Recoloured {
  const parts: string[] = []
  let copied = 0
  let usesRed = false
  for (const { operator, operands, from, to } of operationsOf(content)) {
    const setter = setters[operator]
    if (!setter) continue
    const ink = inkOf(operands.map(Number) as unknown as Rgb, mode)
    if (!ink) continue
    parts.push(content.slice(copied, from))
    copied = to
    if (ink.name === 'black') parts.push(`${amount(ink.value)} ${setter.gray}`)
    else {
      usesRed = true
      parts.push(`/${redSpace} ${setter.space} ${amount(ink.value)} ${setter.tint}`)
    }
  }
  return { content: parts.join('') + content.slice(copied), usesRed }
}
