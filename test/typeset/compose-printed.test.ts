import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { compose } from '../../src/typeset/compose/compose.js'
import { itemsOf } from '../../src/typeset/compose/items.js'
import { inCells } from '../kit/cells.js'

/** The paragraphs of the file, each as its printed lines. */
const printed = readFileSync(new URL('../data/printed-lines.txt', import.meta.url), 'utf8')
  .replace(/^#.*\n/gm, '')
  .trim()
  .split('\n\n')
  .map((block) => block.split('\n'))

/** The same text composed into lines of 28 cells. */
function ourLines(lines: readonly string[]): string[] {
  const text = lines.join('')
  const { items, starts } = itemsOf([inCells(text)])
  const made = compose(items, { measure: 28_000, indent: 2000 })
  return made.map(({ first, last }) => text.slice(starts[first], starts[last + 1]))
}

/** The number of lines that begin and end at the same characters in both. */
function equalLines(a: readonly string[], b: readonly string[]): number {
  const spans = (lines: readonly string[]) => {
    let at = 0
    return lines.map((line) => {
      at += line.length
      return `${at - line.length}–${at}`
    })
  }
  const known = new Set(spans(a))
  return spans(b).filter((span) => known.has(span)).length
}

it('breaks paragraphs into as many lines as a printing house did, and most of them alike', () => {
  const ours = printed.map(ourLines)
  expect(printed.flat()).toHaveLength(309)
  expect(ours.map(({ length }) => length)).toEqual(printed.map(({ length }) => length))
  const equal = printed.map((lines, index) => equalLines(lines, ours[index] ?? []))
  expect(equal.reduce((sum, count) => sum + count)).toBeGreaterThanOrEqual(250)
})
