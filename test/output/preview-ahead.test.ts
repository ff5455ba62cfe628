import { expect, it } from 'vitest'
import type { LaidOut } from '../../src/output/pdf/ahead.js'
import { pagesChanged } from '../../src/output/preview/ahead.js'

/** Paragraphs of 20 mm, as `page: texts`. */
const laidOut = (pages: Record<number, string[]>, total = 3): LaidOut => ({
  total,
  blocks: Object.entries(pages).flatMap(([page, texts]) =>
    texts.map((text, index) => ({
      place: `1-1 ${text}.md`,
      text,
      boxes: [{ page: Number(page), left: 0, top: 20 * index, width: 156, height: 20 }],
    })),
  ),
})
const before = laidOut({ 1: ['目录'], 2: ['甲', '乙'], 3: ['丙'] })

it('the pages printed before the others are those in the window with other text', () => {
  const edited = laidOut({ 1: ['目录'], 2: ['甲', '乙改'], 3: ['丙改'] })
  expect(pagesChanged([1, 2], before, edited)).toEqual([2])
  expect(pagesChanged([1], before, edited)).toEqual([])
  expect(pagesChanged([], before, edited)).toEqual([])
})

it('or with the same text elsewhere', () => {
  const moved = laidOut({ 1: ['目录'], 2: ['乙', '甲'], 3: ['丙'] })
  expect(pagesChanged([1, 2, 3], before, moved)).toEqual([2])
})

it('there are none when pages are added, or the window shows none of the issue', () => {
  expect(pagesChanged([2], before, laidOut({ 2: ['甲'] }, 4))).toEqual([])
  expect(pagesChanged([99], before, before)).toEqual([])
})
