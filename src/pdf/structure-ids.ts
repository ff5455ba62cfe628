import type { Pdf } from './document.js'
import { unexpected } from './syntax.js'

const opening = '(node'
const idPattern = /\(node(\d+)\)/y
// The text before a structure id: its key `/ID`, or the previous element in an array of ids. The
// same characters in a heading or an alternative text follow another key.
const keyOrNeighbour = /(?:\/ID |\[| R |\) )$/

/**
 * Returns the file with the ids of its structure elements renumbered 1, 2, 3 … in their order.
 * Chromium derives the ids from its DOM node counter, which may differ between two prints of the
 * same page. Only the file itself refers to them. Order and length are kept, so the sorted index
 * and all offsets remain valid.
 *
 * @throws Error if an id has too few digits for its new number.
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
    idPattern.lastIndex = at
    const digits = idPattern.exec(text)?.[1]
    if (digits && keyOrNeighbour.test(text.slice(at - 4, at))) found.push({ at, digits })
  }
  return found
}

const byNumber = (a: string, b: string) => Number(a) - Number(b)
