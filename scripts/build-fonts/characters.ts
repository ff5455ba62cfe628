import { NAME_CHARACTERS } from './name-characters.js'

/** Unicode blocks other than Han that articles use, as inclusive ranges. */
const BLOCKS = [
  [0x0020, 0x017f], // Latin
  [0x01cd, 0x01dc], // pinyin with tones
  [0x0250, 0x036f], // phonetics, tone marks
  [0x0370, 0x0451], // Greek, Cyrillic
  [0x2000, 0x206f], // punctuation, spaces
  [0x2070, 0x20bf], // superscripts, currency
  [0x2100, 0x218f], // letterlike, fractions, Roman numerals
  [0x2190, 0x22ff], // arrows, mathematics
  [0x2300, 0x23ff], // technical
  [0x2460, 0x27bf], // circled, boxes, shapes, symbols
  [0x2e3a, 0x2e3b], // long dashes
  [0x2e80, 0x30ff], // radicals, punctuation, kana
  [0x3100, 0x312f], // 注音
  [0x3200, 0x33ff], // circled Han, units such as ㎡
  [0xfe10, 0xfe1f],
  [0xfe30, 0xfe6f],
  [0xff00, 0xffef], // full-width forms
] as const

/** Every code point that a font can contain. The wide face keeps all characters of its source. */
export const EVERY_CHARACTER = characters([
  [0x0020, 0xd7ff],
  [0xf900, 0xffff],
  [0x1f100, 0x323af],
])

/**
 * Characters of every face, as far as its source has them: GB 2312, the 通用规范汉字表, and the blocks
 * above. The table's characters outside the basic plane are the only ones there that the sources
 * contain.
 */
export const COMMON_CHARACTERS =
  gb2312() + NAME_CHARACTERS + characters([...BLOCKS, [0x20000, 0x323af]])

/** Code points of GB 2312, the usual repertoire of Chinese texts. */
export const COMMON_HAN_AND_MARKS: ReadonlySet<number> = new Set(
  [...gb2312()].map((char) => char.codePointAt(0) ?? 0),
)

/**
 * Characters that are half an em wide in code. The punctuation of GB 2312 (“ ” … × →) is one em
 * wide and comes from the Han face. Box-drawing characters are included although they are in GB
 * 2312, because diagrams combine them with ASCII.
 */
export const CODE_CHARACTERS = characters([[0x20, 0x2bff]]).replace(/./gsu, (char) => {
  const codePoint = char.codePointAt(0) ?? 0
  const isBox = codePoint >= 0x2500 && codePoint <= 0x259f
  const isMark = COMMON_HAN_AND_MARKS.has(codePoint) && !/\p{L}/u.test(char)
  return isMark && !isBox ? '' : char
})

/**
 * Emoji and their joiners. Characters that are also text symbols (☑ ☎ ✔) come from the symbol face,
 * which contains their counterparts (☐). Hearts, 男 and 女 signs are included because they occur in
 * emoji sequences.
 */
export const EMOJI_CHARACTERS = ` 0123456789#*\u200d\u20e3\ufe0e\ufe0f♀♂⚕⚖⚧✈❤☠⬛➡↔↕⛓🏳${characters([
  [0x1f000, 0x1faff],
  [0xe0020, 0xe007f],
])}${characters([[0x2000, 0x3299]]).replace(/\P{Emoji_Presentation}/gu, '')}`

/** Symbols that the text faces may lack. */
export const SYMBOL_CHARACTERS = ` ${characters([
  [0x2000, 0x2bff],
  [0x4dc0, 0x4dff],
  [0x10100, 0x1fbff],
])}`

/** Symbols, and the other characters of formulas. */
export const MATHS_CHARACTERS = `${SYMBOL_CHARACTERS}${characters([
  [0x20, 0x7e],
  [0xa0, 0xff],
  [0x2b0, 0x36f],
  [0x370, 0x3ff],
])}`

/** Punctuation used in both Chinese and Latin text. */
export const SHARED_MARKS = '“”‘’—…·–'

function characters(ranges: readonly (readonly [number, number])[]): string {
  return ranges.map(([first, last]) => span(first, last)).join('')
}

function span(first: number, last: number): string {
  let text = ''
  for (let codePoint = first; codePoint <= last; codePoint++) {
    text += String.fromCodePoint(codePoint)
  }
  return text
}

/** GB 2312-80, decoded from its rows. */
function gb2312(): string {
  const decoder = new TextDecoder('gb18030')
  const bytes: number[] = []
  for (let row = 0xa1; row <= 0xf7; row++) {
    for (let cell = 0xa1; cell <= 0xfe; cell++) bytes.push(row, cell)
  }
  return decoder.decode(Uint8Array.from(bytes)).replaceAll('\ufffd', '')
}
