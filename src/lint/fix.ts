import type { Diagnostic, Edit } from '../model/diagnostic.js'
import { applyEdits } from './edit.js'

/** Mending one thing may uncover another (a blank behind a mark that was half-width); it settles soon. */
const MOST_ROUNDS = 6

export interface Fixed {
  text: string
  /** What was mended, in the order it was done. */
  mended: Diagnostic[]
}

/**
 * Mends what fixable rules find, until nothing is left to mend. `look` gives the findings for a text
 * and what its Markdown is made of: an edit that would turn a paragraph into a list is left out.
 */
export function fixText(
  text: string,
  look: (text: string) => { diagnostics: readonly Diagnostic[]; shape: string },
): Fixed {
  const mended: Diagnostic[] = []
  let made = text
  const refused = new Set<string>()
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const { diagnostics, shape } = look(made)
    const open = diagnostics.filter(({ fix }) => fix && !refused.has(keyOf(fix, made)))
    if (open.length === 0) break
    const kept = keeping(made, open, shape, look)
    for (const one of open) if (!kept.includes(one) && one.fix) refused.add(keyOf(one.fix, made))
    if (kept.length === 0) break
    mended.push(...kept)
    made = applyEdits(
      made,
      kept.flatMap(({ fix }) => fix ?? []),
    )
  }
  return { text: made, mended }
}

/**
 * All of them when the shape stays; else those of each half that leave it as it is: few edits among many
 * do harm, and they are found in few looks.
 */
function keeping(
  text: string,
  open: readonly Diagnostic[],
  shape: string,
  look: (text: string) => { shape: string },
): readonly Diagnostic[] {
  const after = (some: readonly Diagnostic[]) =>
    look(
      applyEdits(
        text,
        some.flatMap(({ fix }) => fix ?? []),
      ),
    ).shape
  const harmless = (some: readonly Diagnostic[]): readonly Diagnostic[] => {
    if (some.length === 0 || after(some) === shape) return some
    if (some.length === 1) return []
    const middle = Math.ceil(some.length / 2)
    return [...harmless(some.slice(0, middle)), ...harmless(some.slice(middle))]
  }
  const kept = harmless(open)
  return kept.length === open.length || after(kept) === shape ? kept : []
}

/** An edit by its surroundings, since offsets move. */
const keyOf = ({ from, to, text }: Edit, source: string): string =>
  `${source.slice(Math.max(0, from - 12), to + 12)}→${text}`
