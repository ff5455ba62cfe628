/** Pairs of indices into two lists; an index without its like stands alone. */
export type Pair =
  | { old: number; new: number }
  | { old: number; new?: undefined }
  | { old?: undefined; new: number }

/** So much alike two texts must be to be one that was changed. */
const leastLike = 0.35

/**
 * Aligns two lists of texts in their order: texts that are equal with each other, then those that are most
 * alike (a global alignment after Needleman and Wunsch, gaps free).
 */
export function align(before: readonly string[], after: readonly string[]): Pair[] {
  const worth = before.map((one) => after.map((other) => likeness(one, other)))
  const best = Array.from({ length: before.length + 1 }, () =>
    new Array<number>(after.length + 1).fill(0),
  )
  const at = (i: number, j: number) => best[i]?.[j] ?? 0
  for (let i = before.length - 1; i >= 0; i--) {
    const row = best[i]
    if (!row) continue
    for (let j = after.length - 1; j >= 0; j--) {
      const paired = worth[i]?.[j] ?? 0
      row[j] = Math.max(at(i + 1, j), at(i, j + 1), paired > 0 ? paired + at(i + 1, j + 1) : 0)
    }
  }
  const pairs: Pair[] = []
  let [i, j] = [0, 0]
  while (i < before.length || j < after.length) {
    const paired = worth[i]?.[j] ?? 0
    if (paired > 0 && at(i, j) === paired + at(i + 1, j + 1)) pairs.push({ old: i++, new: j++ })
    else if (i < before.length && (j === after.length || at(i, j) === at(i + 1, j)))
      pairs.push({ old: i++ })
    else pairs.push({ new: j++ })
  }
  return pairs
}

/** 2 for equal texts; the part of their pairs of letters that they share; 0 when that is little. */
function likeness(one: string, other: string): number {
  if (one === other) return 2
  const [a, b] = [bigrams(one), bigrams(other)]
  let shared = 0
  for (const [pair, count] of a) shared += Math.min(count, b.get(pair) ?? 0)
  const total = Math.max(1, one.length - 1 + (other.length - 1))
  const dice = (2 * shared) / total
  return dice >= leastLike ? Math.min(dice, 1) : 0
}

function bigrams(text: string): Map<string, number> {
  const found = new Map<string, number>()
  for (let index = 0; index + 1 < text.length; index++) {
    const pair = text.slice(index, index + 2)
    found.set(pair, (found.get(pair) ?? 0) + 1)
  }
  return found
}
