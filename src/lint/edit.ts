import type { Edit } from '../model/diagnostic.js'

/** A text after edits. Of two edits that overlap the later one is left out. */
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
