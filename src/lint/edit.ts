import type { Edit } from '../model/diagnostic.js'

/**
 * Applies edits to a text and returns the result. Offsets refer to the original text (UTF-16
 * units). If two edits overlap, the one that starts later is skipped.
 */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const inOrder = edits.toSorted((a, b) => a.from - b.from || a.to - b.to)
  let done = 0
  let made = ''
  for (const { from, to, text: instead } of inOrder) {
    if (from < done) continue
    made += text.slice(done, from) + instead
    done = to
  }
  return made + text.slice(done)
}
