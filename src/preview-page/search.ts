import type { PrintedBlock } from '../model/preview.js'

/** A place where a text was found. */
export interface Hit {
  /** Index of the block. */
  block: number
  /** The words around it: before, found, after. */
  around: [string, string, string]
}

/** Characters shown on either side of a hit. */
const context = 12

/** Most hits that are listed. */
export const mostHits = 500

/** Finds a text in the blocks of an edition. Case and white space do not matter. */
export function findIn(blocks: readonly Pick<PrintedBlock, 'text'>[], typed: string): Hit[] {
  const wanted = [...typed.replace(/\s+/g, '')].map(escaped).join('\\s*')
  if (wanted === '') return []
  const pattern = new RegExp(wanted, 'giu')
  const hits: Hit[] = []
  for (const [block, { text }] of blocks.entries()) {
    for (const { 0: found, index } of text.matchAll(pattern)) {
      const end = index + found.length
      const before = text.slice(Math.max(0, index - context), index)
      hits.push({ block, around: [before, found, text.slice(end, end + context)] })
      if (hits.length === mostHits) return hits
    }
  }
  return hits
}

const escaped = (character: string) => character.replace(/[\\^$.*+?()[\]{}|/-]/, '\\$&')
