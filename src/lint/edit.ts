import type { Edit } from '../model/diagnostic.js'

/**
 * Applies edits to a text and returns the result. Offsets refer to the original text (UTF-16
 * units). If two edits overlap, the one that starts later is skipped.
 */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const inOrder = edits.toSorted((a, b) => a.from - b.from || a.to - b.to)
  let copiedTo = 0
  let result = ''
  for (const { from, to, text: instead } of inOrder) {
    if (from < copiedTo) continue
    result += text.slice(copiedTo, from) + instead
    copiedTo = to
  }
  return result + text.slice(copiedTo)
}
