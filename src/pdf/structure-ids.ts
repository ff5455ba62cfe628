import type { Pdf } from './document.js'
import { unexpected } from './syntax.js'

const opening = '(node'
const spelt = /\(node(\d+)\)/y
// Before an id stands its key, or its neighbour in one of the arrays that gather ids; before a
// heading or an alternative text that happens to read so stands a key of another name.
const keyOrNeighbour = /(?:\/ID |\[| R |\) )$/

/**
 * The file with the ids of its structure elements numbered 1, 2, 3 … in their old order. Chromium
 * makes them from its own count of DOM nodes, which may differ between two prints of the same
 * page; nothing but the file itself refers to them. Order and length stay, so the sorted index
 * stays sorted and every offset right.
 */
export function numberStructureIds({ bytes, text }: Pick<Pdf, 'bytes' | 'text'>): Uint8Array {
  const found = structureIds(text)
  const inOrder = [...new Set(found.map(({ digits }) => digits))].sort(byNumber)
  const ranks = new Map(inOrder.map((digits, index) => [digits, index + 1]))
  const numbered = Buffer.from(bytes)
  for (const { at, digits } of found) {
    const rank = String(ranks.get(digits)).padStart(digits.length, '0')
    if (rank.length !== digits.length) throw unexpected(`结构编号“${digits}”太短`)
    numbered.write(rank, at + opening.length, 'latin1')
  }
  return numbered
}

function structureIds(text: string): { at: number; digits: string }[] {
  const found: { at: number; digits: string }[] = []
  for (let at = text.indexOf(opening); at !== -1; at = text.indexOf(opening, at + 1)) {
    spelt.lastIndex = at
    const digits = spelt.exec(text)?.[1]
    if (digits && keyOrNeighbour.test(text.slice(at - 4, at))) found.push({ at, digits })
  }
  return found
}

const byNumber = (a: string, b: string) => Number(a) - Number(b)
