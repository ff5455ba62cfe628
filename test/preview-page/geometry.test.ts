import { describe, expect, it } from 'vitest'
import type { PrintedBlock } from '../../src/model/preview.js'
import { blockAt, blockNear, blockOfLine, rowsOf } from '../../src/preview-page/geometry.js'
import { findIn } from '../../src/preview-page/search.js'

const block = (line: number, top: number, height = 10, page = 1, file = '1.md'): PrintedBlock => ({
  file,
  line,
  end: line,
  text: `第${line}行`,
  boxes: [{ page, left: 28, top, width: 156, height }],
})

describe('a click', () => {
  const blocks = [block(1, 40, 60), block(3, 50), block(5, 120)]
  it('is meant for the smallest block under it', () => {
    expect(blockAt(blocks, { page: 1, x: 100, y: 55 })).toBe(blocks[1])
    expect(blockAt(blocks, { page: 1, x: 100, y: 90 })).toBe(blocks[0])
  })
  it('is meant for nothing in the margin, between blocks and on other pages', () => {
    expect(blockAt(blocks, { page: 1, x: 10, y: 55 })).toBeUndefined()
    expect(blockAt(blocks, { page: 1, x: 100, y: 110 })).toBeUndefined()
    expect(blockAt(blocks, { page: 2, x: 100, y: 55 })).toBeUndefined()
  })
})

it('the nearest block on a page is held; a page without blocks, as the contents, has none', () => {
  const blocks = [block(1, 40), block(3, 100)]
  expect(blockNear(blocks, { page: 1, y: 80 })?.index).toBe(1)
  expect(blockNear(blocks, { page: 1, y: 0 })?.index).toBe(0)
  expect(blockNear(blocks, { page: 2, y: 80 })).toBeUndefined()
})

it('a finding stands beside the block of its line, or the one before it', () => {
  // A footnote is printed after the text that it was written before.
  const blocks = [block(4, 40), block(9, 60), block(6, 200), block(4, 40, 10, 2, '2.md')]
  const of = (line: number, file = '1.md') => blockOfLine(blocks, { file, line })
  expect([of(4), of(5), of(6), of(8), of(9), of(99)]).toEqual([0, 0, 2, 2, 1, 1])
  expect(of(1)).toBe(0)
  expect(of(7, '2.md')).toBe(3)
  expect(of(1, 'bulletin.yaml')).toBeUndefined()
})

it('a book opens with its first page on the right', () => {
  expect(rowsOf(3, false)).toEqual([[1], [2], [3]])
  expect(rowsOf(4, true)).toEqual([
    [undefined, 1],
    [2, 3],
    [4, undefined],
  ])
})

describe('search', () => {
  const blocks = [{ text: '志愿 者在 Library 里' }, { text: 'a.c（x）' }]
  it('finds over spaces and in either case', () => {
    expect(findIn(blocks, '志愿者').map(({ around }) => around)).toEqual([
      ['', '志愿 者', '在 Library 里'],
    ])
    expect(findIn(blocks, 'LIB')).toHaveLength(1)
  })
  it('takes what is typed as it is, not as a pattern', () => {
    expect(findIn(blocks, 'a.c')).toHaveLength(1)
    expect(findIn(blocks, 'a|i')).toEqual([])
    expect(findIn(blocks, '[(')).toEqual([])
  })
  it('finds nothing for nothing', () => {
    expect(findIn(blocks, ' ')).toEqual([])
  })
})
