import { expect, it } from 'vitest'
import { wholeSlice } from '../../src/text/graphemes.js'
import { columnsOf, cutToColumns } from '../../src/text/terminal-width.js'

it.each([
  ['ab', 2],
  ['汉字', 4],
  ['é', 1],
  ['👍', 2],
  ['👍🏽', 2],
  ['👨‍👩‍👧‍👦', 2],
  ['1️⃣', 2],
  ['🇨🇳', 2],
])('%s takes %i columns', (text, columns) => {
  expect(columnsOf(text)).toBe(columns)
})

it('cuts between characters as a reader counts them', () => {
  expect(cutToColumns('一👨‍👩‍👧二', 3)).toBe('一')
  expect(cutToColumns('一👨‍👩‍👧二', 4)).toBe('一👨‍👩‍👧')
  const text = '一👨‍👩‍👧二👍🏽'
  expect(wholeSlice(text, 0, text.length - 2)).toBe('一👨‍👩‍👧二')
  expect(wholeSlice(text, 3, text.length)).toBe('二👍🏽')
})
