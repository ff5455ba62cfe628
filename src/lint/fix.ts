import type { Diagnostic, Edit } from '../model/diagnostic.js'
import { applyEdits } from './edit.js'

/**
 * A fix may enable another (a space after a mark that was half-width), so several passes are
 * needed. Few are enough.
 */
const MAX_PASSES = 6

/** A text with its fixes applied. */
export interface Fixed {
  text: string
  /** The diagnostics whose fixes were applied, in order of application. */
  mended: Diagnostic[]
}

/**
 * Applies fixes until none is left. `inspect` returns the diagnostics for a text and its `shape`, a
 * serialization of its Markdown structure. A fix that would change the shape is rejected, for
 * example one that turns a paragraph into a list.
 */
export function fixText(
  text: string,
  inspect: (text: string) => { diagnostics: readonly Diagnostic[]; shape: string },
): Fixed {
  const mended: Diagnostic[] = []
  let current = text
  const refused = new Set<string>()
  for (let round = 0; round < MAX_PASSES; round++) {
    const { diagnostics, shape } = inspect(current)
    const pending = diagnostics.filter(({ fix }) => fix && !refused.has(keyOf(fix, current)))
    if (pending.length === 0) break
    const kept = shapePreserving(current, pending, shape, inspect)
    for (const one of pending)
      if (!kept.includes(one) && one.fix) refused.add(keyOf(one.fix, current))
    if (kept.length === 0) break
    mended.push(...kept)
    current = applyEdits(
      current,
      kept.flatMap(({ fix }) => fix ?? []),
    )
  }
  return { text: current, mended }
}

/**
 * Returns the fixes that keep the shape. If all together change it, each half is tested
 * recursively: harmful fixes are few, so this needs few parses.
 */
function shapePreserving(
  text: string,
  pending: readonly Diagnostic[],
  shape: string,
  inspect: (text: string) => { shape: string },
): readonly Diagnostic[] {
  const after = (some: readonly Diagnostic[]) =>
    inspect(
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
  const kept = harmless(pending)
  return kept.length === pending.length || after(kept) === shape ? kept : []
}

/** Identifies an edit by its surrounding text, since offsets move between passes. */
const keyOf = ({ from, to, text }: Edit, source: string): string =>
  `${source.slice(Math.max(0, from - 12), to + 12)}→${text}`
