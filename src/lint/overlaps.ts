import type { Diagnostic } from '../model/diagnostic.js'
import type { Point } from '../model/place.js'
import type { Rule } from './rule.js'

/** A finding with the rule that produced it. */
export interface Found {
  rule: Rule
  diagnostic: Diagnostic
}

/**
 * In UTF-16 units. A longer finding concerns the whole range, not single characters, and does not
 * take part.
 */
const maxLength = 12

/**
 * Keeps one of several findings on the same characters: an editor corrects them together, and
 * anything that remains is reported by the next run. Priority: errors before warnings; content
 * before notation; fixable before not fixable; longer before shorter.
 */
export function withoutOverlaps(found: readonly Found[]): Found[] {
  const dropped = new Set<Found>()
  const files = new Map<string, Found[]>()
  for (const one of found) {
    const some = files.get(one.diagnostic.file)
    if (some) some.push(one)
    else files.set(one.diagnostic.file, [one])
  }
  for (const some of files.values()) {
    const taken = new Set<string>()
    for (const one of some.toSorted((a, b) => rankOf(a) - rankOf(b) || lengthOf(b) - lengthOf(a))) {
      const characters = charactersOf(one)
      if (characters.some((character) => taken.has(character))) dropped.add(one)
      else for (const character of characters) taken.add(character)
    }
  }
  return found.filter((one) => !dropped.has(one))
}

const rankOf = ({ rule, diagnostic }: Found): number => {
  if (diagnostic.severity === 'error') return 0
  // Rows C and P of the table (docs/design/layout-rules.md, 4.9) are about characters and paired
  // marks.
  const isAboutContent = rule.class !== 'fixable' && !/^[CP]/.test(rule.row ?? '')
  return isAboutContent ? 1 : diagnostic.fix ? 2 : 3
}

/**
 * Length within one line, in UTF-16 units. A finding over several lines counts as longer than
 * `maxLength`.
 */
const lengthOf = ({ diagnostic: { at, end } }: Found): number =>
  end === undefined ? 0 : end.line === at.line ? end.column - at.column : maxLength + 1

/**
 * Returns the places of the characters that a finding concerns. Empty if it has no range or is
 * longer than `maxLength`.
 */
function charactersOf(one: Found): string[] {
  const { at, end } = one.diagnostic
  if (end === undefined) return []
  if (one.rule.pair) return [placeOf(at), placeOf({ ...end, column: end.column - 1 })]
  const length = lengthOf(one)
  if (length > maxLength) return []
  return Array.from({ length }, (_, index) => placeOf({ ...at, column: at.column + index }))
}

const placeOf = ({ line, column }: Point): string => `${line}:${column}`
