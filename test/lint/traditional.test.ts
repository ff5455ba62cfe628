import { expect, it } from 'vitest'
import { NAME_CHARACTERS } from '../../scripts/build-fonts/name-characters.js'
import { simplifiedOf } from '../../src/lint/traditional.js'

/** Rows 16–87 of GB 2312: its Han characters. */
function gb2312(): string {
  const decoder = new TextDecoder('gb18030')
  const row = (first: number) =>
    Array.from({ length: 94 }, (_, index) => decoder.decode(Uint8Array.of(first, 0xa1 + index)))
  return Array.from({ length: 72 }, (_, index) => row(0xb0 + index).join('')).join('')
}

it('calls no character of the 通用规范汉字表 traditional, but for 後, which GB 2312 has', () => {
  const standard = [...gb2312(), ...NAME_CHARACTERS]
  expect(standard.length).toBeGreaterThan(7800)
  expect(standard.filter((character) => simplifiedOf(character) !== undefined)).toEqual(['後'])
})
