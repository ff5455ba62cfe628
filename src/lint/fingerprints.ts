import type { RuleInput } from './rule-input.js'

/** Length of the character runs that are hashed, in UTF-16 units. */
const runLength = 8
/**
 * One run in `keepOneIn` is kept. The choice depends on content, so that two texts choose the same
 * runs.
 */
const keepOneIn = 3
/** Shorter texts (UTF-16 units) are not compared: too few fingerprints. */
const minLength = 60
/** For long texts, one fingerprint in `candidateIn` is used to find candidates. */
const candidateIn = 4
/** Number of fingerprints from which a text counts as long. */
const longFrom = 64
/** If more articles share a fingerprint, the later ones are compared only with the first. */
const maxOwners = 8

/**
 * Returns the fingerprints of an article's text: hashes of its character runs, sorted, without
 * duplicates. Empty for short texts. Front-matter and table cells are excluded.
 */
export function fingerprints({ blocks }: Pick<RuleInput, 'blocks'>): Uint32Array {
  const text = blocks
    .filter(({ inside, kind }) => inside !== 'front' && kind !== 'cell')
    .map((block) => block.text.replace(/[^\p{sc=Han}\d]+/gu, ''))
    .join('')
  if (text.length < minLength) return new Uint32Array()
  const found: number[] = []
  for (let at = 0; at + runLength <= text.length; at++) {
    if (text.charCodeAt(at) % keepOneIn === 0) found.push(hashOf(text, at))
  }
  const sorted = Uint32Array.from(found).sort()
  return sorted.filter((hash, index) => index === 0 || hash !== sorted[index - 1])
}

/** FNV-1a over the UTF-16 units of a run. */
function hashOf(text: string, from: number): number {
  let hash = 0x811c9dc5
  for (let at = from; at < from + runLength; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  }
  return hash >>> 0
}

/**
 * Returns pairs [index of an article, index of the first earlier article it nearly equals]. Two
 * articles nearly equal each other if they share at least `share` (0–1) of the fingerprints of the
 * shorter one.
 */
export function nearDuplicates(all: readonly Uint32Array[], share: number): [number, number][] {
  const isEnough = (common: number, one: number, other: number) =>
    common >= share * Math.min(one, other)
  const samples = all.map((own) => own.filter((hash) => hash % candidateIn === 0))
  const compared = all.map((own, index) => (own.length < longFrom ? own : samples[index]) ?? own)
  const common = inCommon(compared)
  return all.flatMap((own, index): [number, number][] => {
    const earlier = [...(common.get(index) ?? [])].filter(([other, count]) => {
      const its = all[other] ?? new Uint32Array()
      // The sample is imprecise, so half of the required share already makes a candidate.
      const isCandidate = isEnough(
        2 * count,
        samples[index]?.length ?? 0,
        samples[other]?.length ?? 0,
      )
      return isCandidate && isEnough(commonTo(own, its), own.length, its.length)
    })
    return earlier.length === 0 ? [] : [[index, Math.min(...earlier.map(([other]) => other))]]
  })
}

/** Returns how many numbers two sorted lists have in common. */
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

/** Maps each article to the number of fingerprints that it shares with each earlier article. */
function inCommon(all: readonly Uint32Array[]): Map<number, Map<number, number>> {
  const common = new Map<number, Map<number, number>>()
  for (const owners of sharedBy(all)) {
    for (const [place, later] of owners.entries()) {
      const counts = common.get(later) ?? new Map<number, number>()
      for (const earlier of owners.slice(0, place < maxOwners ? place : 1)) {
        counts.set(earlier, (counts.get(earlier) ?? 0) + 1)
      }
      common.set(later, counts)
    }
  }
  return common
}

/**
 * Yields, for every fingerprint in more than one article, the indices of these articles in
 * ascending order.
 */
function* sharedBy(all: readonly Uint32Array[]): Generator<number[]> {
  // Fingerprint and article index are packed into one number and sorted: much cheaper than a map
  // with a million entries.
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
