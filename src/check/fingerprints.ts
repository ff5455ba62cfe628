import type { CheckedArticle } from './checked.js'

/** Characters of a run that gives one fingerprint. */
const size = 8
/** Of so many runs one is kept. Chosen by content, so that two texts choose the same. */
const oneIn = 3
/** Shorter texts have too little to compare. */
const shortest = 60
/** Of a phrase that more articles share, the others are compared with the first alone. */
const mostOwners = 8

/** The fingerprints of an article's text: hashes of its runs of characters, each once. */
export function fingerprints({ blocks }: Pick<CheckedArticle, 'blocks'>): Uint32Array {
  const text = blocks
    .filter(({ inside, kind }) => inside !== 'front' && kind !== 'cell')
    .map((block) => block.text.replace(/[^\p{sc=Han}\d]+/gu, ''))
    .join('')
  if (text.length < shortest) return new Uint32Array()
  const found = new Set<number>()
  for (let at = 0; at + size <= text.length; at++) {
    if (text.charCodeAt(at) % oneIn === 0) found.add(hashOf(text, at))
  }
  return Uint32Array.from(found)
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
  const common = inCommon(all)
  return all.flatMap((own, index): [number, number][] => {
    const earlier = [...(common.get(index) ?? [])].filter(
      ([other, count]) => count >= share * Math.min(own.length, all[other]?.length ?? 0),
    )
    return earlier.length === 0 ? [] : [[index, Math.min(...earlier.map(([other]) => other))]]
  })
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
