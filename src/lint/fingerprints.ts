import type { RuleInput } from './rule-input.js'

/** Characters of a run that gives one fingerprint. */
const size = 8
/** Of so many runs one is kept. Chosen by content, so that two texts choose the same. */
const oneIn = 3
/** Shorter texts have too little to compare. */
const shortest = 60
/** Of so many fingerprints of a long text one is used to find candidates. */
const candidateIn = 4
/** From so many fingerprints on a text is long. */
const long = 64
/** Of a phrase that more articles share, the others are compared with the first alone. */
const mostOwners = 8

/** The fingerprints of an article's text: hashes of its runs of characters, each once, in order. */
export function fingerprints({ blocks }: Pick<RuleInput, 'blocks'>): Uint32Array {
  const text = blocks
    .filter(({ inside, kind }) => inside !== 'front' && kind !== 'cell')
    .map((block) => block.text.replace(/[^\p{sc=Han}\d]+/gu, ''))
    .join('')
  if (text.length < shortest) return new Uint32Array()
  const found: number[] = []
  for (let at = 0; at + size <= text.length; at++) {
    if (text.charCodeAt(at) % oneIn === 0) found.push(hashOf(text, at))
  }
  const sorted = Uint32Array.from(found).sort()
  return sorted.filter((hash, index) => index === 0 || hash !== sorted[index - 1])
}

/** FNV-1a over the UTF-16 units of a run. */
function hashOf(text: string, from: number): number {
  let hash = 0x811c9dc5
  for (let at = from; at < from + size; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  }
  return hash >>> 0
}

/**
 * Articles that have at least a share of their fingerprints in common with an earlier one: index of each,
 * and of the first such.
 */
export function nearDuplicates(all: readonly Uint32Array[], share: number): [number, number][] {
  const enough = (common: number, one: number, other: number) =>
    common >= share * Math.min(one, other)
  const few = all.map((own) => own.filter((hash) => hash % candidateIn === 0))
  const shown = all.map((own, index) => (own.length < long ? own : few[index]) ?? own)
  const common = inCommon(shown)
  return all.flatMap((own, index): [number, number][] => {
    const earlier = [...(common.get(index) ?? [])].filter(([other, count]) => {
      const its = all[other] ?? new Uint32Array()
      // Half of what is asked makes a candidate: a sample may say too little.
      const isCandidate = enough(2 * count, few[index]?.length ?? 0, few[other]?.length ?? 0)
      return isCandidate && enough(commonTo(own, its), own.length, its.length)
    })
    return earlier.length === 0 ? [] : [[index, Math.min(...earlier.map(([other]) => other))]]
  })
}

/** How many numbers two lists in order have in common. */
function commonTo(one: Uint32Array, other: Uint32Array): number {
  let count = 0
  for (let i = 0, j = 0; i < one.length && j < other.length; ) {
    const [a, b] = [one[i] ?? 0, other[j] ?? 0]
    if (a === b) count++
    if (a <= b) i++
    if (b <= a) j++
  }
  return count
}

/** By article, how many fingerprints it has in common with each earlier one. */
function inCommon(all: readonly Uint32Array[]): Map<number, Map<number, number>> {
  const common = new Map<number, Map<number, number>>()
  for (const owners of sharedBy(all)) {
    for (const [place, later] of owners.entries()) {
      const counts = common.get(later) ?? new Map<number, number>()
      for (const earlier of owners.slice(0, place < mostOwners ? place : 1)) {
        counts.set(earlier, (counts.get(earlier) ?? 0) + 1)
      }
      common.set(later, counts)
    }
  }
  return common
}

/** The articles of every fingerprint that more than one has, in order. */
function* sharedBy(all: readonly Uint32Array[]): Generator<number[]> {
  // Fingerprint and article in one number, sorted: far cheaper than a map of a million.
  const many = all.length
  const entries = new Float64Array(all.reduce((sum, { length }) => sum + length, 0))
  let next = 0
  for (const [index, own] of all.entries()) {
    for (const hash of own) entries[next++] = hash * many + index
  }
  entries.sort()
  let owners: number[] = []
  let last = -1
  for (const entry of entries) {
    const hash = Math.floor(entry / many)
    if (hash !== last) {
      if (owners.length > 1) yield owners
      owners = []
      last = hash
    }
    owners.push(entry % many)
  }
  if (owners.length > 1) yield owners
}
