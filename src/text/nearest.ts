import { distance } from 'fastest-levenshtein'

/**
 * Returns the known word with the smallest edit distance from `word`, or undefined if none is near
 * enough to be a typing error. Case is ignored.
 */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  const wanted = word.trim().toLowerCase()
  let best: string | undefined
  let smallest = maxEdits(wanted) + 1
  for (const name of known) {
    const edits = distance(wanted, name.toLowerCase())
    // A name that shares no character is not a candidate, however short both are.
    if (edits < smallest && edits < Math.max([...name].length, [...wanted].length)) {
      best = name
      smallest = edits
    }
  }
  return best
}

const maxEdits = (word: string) => (word.length < 4 ? 1 : word.length < 8 ? 2 : 3)
