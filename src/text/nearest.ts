import { distance } from 'fastest-levenshtein'

/** The word that someone most likely meant, if any is near enough to be a slip of the fingers. */
export function nearest(word: string, known: Iterable<string>): string | undefined {
  const wanted = word.trim().toLowerCase()
  let best: string | undefined
  let fewest = tolerated(wanted) + 1
  for (const name of known) {
    const slips = distance(wanted, name.toLowerCase())
    // A name that shares no character is not near, however short both are.
    if (slips < fewest && slips < Math.max([...name].length, [...wanted].length)) {
      best = name
      fewest = slips
    }
  }
  return best
}

const tolerated = (word: string) => (word.length < 4 ? 1 : word.length < 8 ? 2 : 3)
