import { distance } from 'fastest-levenshtein'

/**
 * Returns the known word with the smallest edit distance from `word`, or undefined if none is near
 * enough to be a typing error. Case is ignored.
 */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  const wanted = word.trim().toLowerCase()
  let best: string | undefined
  let fewest = tolerated(wanted) + 1
  for (const name of known) {
    const slips = distance(wanted, name.toLowerCase())
    // A name that shares no character is not a candidate, however short both are.
    if (slips < fewest && slips < Math.max([...name].length, [...wanted].length)) {
      best = name
      fewest = slips
    }
  }
  return best
}

const tolerated = (word: string) => (word.length < 4 ? 1 : word.length < 8 ? 2 : 3)
