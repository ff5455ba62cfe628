import type { Diagnostic } from '../model/diagnostic.js'
import type { Point } from '../model/place.js'
import type { Rule } from './rule.js'

/** A finding with the rule that made it. */
export interface Found {
  rule: Rule
  said: Diagnostic
}

/** Findings on longer ranges, UTF-16 units, are about the whole of it, not about its characters. */
const widest = 12

/**
 * Of the findings on the same characters one: a person mends them at once, and what another rule still
 * has to say is said then. An error goes before a warning, what the text says before how it is
 * written, what `--fix` mends before what it does not, the wider finding before the narrower.
 */
export function withoutOverlaps(found: readonly Found[]): Found[] {
  const dropped = new Set<Found>()
  const files = new Map<string, Found[]>()
  for (const one of found) {
    const some = files.get(one.said.file)
    if (some) some.push(one)
    else files.set(one.said.file, [one])
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

const rankOf = ({ rule, said }: Found): number => {
  if (said.severity === 'error') return 0
  // Rows C and P of the table are about characters and pairs of marks.
  const isAboutContent = rule.class !== 'fixable' && !/^[CP]/.test(rule.row ?? '')
  return isAboutContent ? 1 : said.fix ? 2 : 3
}

/** Within a line; what goes on over several is wide. */
const lengthOf = ({ said: { at, end } }: Found): number =>
  end === undefined ? 0 : end.line === at.line ? end.column - at.column : widest + 1

/** The places of the characters that a finding is about; none when it is about more, or about a place. */
function charactersOf(one: Found): string[] {
  const { at, end } = one.said
  if (end === undefined) return []
  if (one.rule.pair) return [placeOf(at), placeOf({ ...end, column: end.column - 1 })]
  const length = lengthOf(one)
  if (length > widest) return []
  return Array.from({ length }, (_, index) => placeOf({ ...at, column: at.column + index }))
}

const placeOf = ({ line, column }: Point): string => `${line}:${column}`
