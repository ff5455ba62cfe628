import type { Kind } from './item.js'

/** What a character is to the line, and whether a line may begin or end with it. */
export interface CharacterClass {
  readonly kind: Kind
  readonly begins: boolean
  readonly ends: boolean
}

const table = new Map<number, CharacterClass>()

const enter = (characters: string, kind: Kind, begins: boolean, ends: boolean) => {
  const entry = { kind, begins, ends }
  for (const character of characters) table.set(character.codePointAt(0) ?? 0, entry)
}

// CLREQ, 行首行尾禁则; GB/T 15834—2011, 5.1.
enter('“‘（《〈【〔「『〖｛［〝', 'opening', true, false)
enter('”’）》〉】〕」』〗｝］〞〟', 'closing', false, true)
enter('，、；：', 'pause', false, true)
enter('。．｡！？‼⁇⁈⁉', 'final', false, true)
enter('·・‧•／', 'middle', false, true)
enter('—⸺…⋯', 'dash', false, true)
enter('～〜－–', 'connector', false, true)
enter('％‰℃℉°′″', 'sign', false, true)
enter('￥＄￡', 'sign', true, false)
// What lengthens or repeats the character before it.
enter('々〻ーァィゥェォッャュョヮヵヶぁぃぅぇぉっゃゅょゎ', 'han', false, true)
enter('\u3000', 'blank', false, true)
enter(' \t\n', 'space', false, true)
enter('\u00a0\u202f', 'space', false, false)

// Of Latin-1, but no letters.
enter('×÷±', 'han', true, true)

const han: CharacterClass = { kind: 'han', begins: true, ends: true }
const latin: CharacterClass = { kind: 'latin', begins: true, ends: true }

/** Letters of alphabets, combining marks, joiners and what ASCII has: they make words that are not cut. */
const letter =
  /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}\p{M}\p{Nd}\p{Cf}]/u

/** The class of a code point. Looked up once and remembered: a text has few different ones. */
export function classOf(codePoint: number): CharacterClass {
  if (codePoint >= 0x4e00 && codePoint < 0xa000) return han
  const known = table.get(codePoint)
  if (known !== undefined) return known
  const isWord =
    (codePoint > 0x20 && codePoint < 0x7f) ||
    (letter.test(String.fromCodePoint(codePoint)) && !isFullWidth(codePoint))
  const found = isWord ? latin : han
  table.set(codePoint, found)
  return found
}

/** The letters and digits among the full-width forms stand in cells, like Han. */
const isFullWidth = (codePoint: number) => codePoint >= 0xff01 && codePoint <= 0xff60

/**
 * Finds what may be a mark that combines with the character before it, and more: the blocks that have
 * such marks, and halves of characters beyond the first plane. Hardly any text has one.
 */
export const mayCombine =
  /[\u0300-\u1fff]|[\u20d0-\u20ff]|[\u2c00-\u2dff]|[\u302a-\u302f]|[\ua640-\uabff]|[\ud800-\udfff]|[\ufe00-\ufe2f]|\u3099|\u309a|\u200d|\ufb1e/
