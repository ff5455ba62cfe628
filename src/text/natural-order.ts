import { hanValue } from './numerals.js'

/**
 * Compares paths in the order in which an editor numbers them: folder by folder; numbers by value,
 * in any notation (`2-`, `十一、`, `（一）`, `第一篇`, `①`, `Ⅲ`) and before text; other characters by code
 * unit, ignoring case. The result does not depend on the locale. Two different paths are never
 * equal: `01.md` comes before `1.md`.
 */
export const byPath = (a: string, b: string): number =>
  compareUnits(keyOf(a), keyOf(b)) || compareUnits(a, b)

/** Returns a copy sorted by `byPath`. The sort key of each path is computed once. */
export function sortedByPath<T>(items: readonly T[], pathOf: (item: T) => string): T[] {
  const keyed = items.map((item) => ({ item, path: pathOf(item), key: keyOf(pathOf(item)) }))
  return keyed
    .sort((a, b) => compareUnits(a.key, b.key) || compareUnits(a.path, b.path))
    .map(({ item }) => item)
}

const compareUnits = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

const endOfName = '\u0000'
const startOfNumber = '\u0001'

/**
 * Returns a sort key: comparing keys by code unit compares the paths. The end of a name sorts
 * before a number, a number before any other character.
 */
function keyOf(path: string): string {
  const names = path.normalize('NFC').split('/')
  // The extension is ignored, so that `1.md` comes before `1-2.md`.
  const last = (names.pop() ?? '').replace(/(?<=.)\.[a-z]{1,8}$/i, '')
  return [...names, last].map(keyOfName).join(endOfName)
}

const keyOfName = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[\0\u0001]/g, '\u0002')
    .replace(numeral, (all: string, decimal?: string, enclosed?: string, han?: string) => {
      const value = decimal?.normalize('NFKC') ?? enclosedValue(enclosed) ?? valueOfHan(han)
      return value === undefined ? all : keyOfNumber(String(value))
    })

/**
 * Encodes a number as its length followed by its digits, so that numbers of any length compare
 * correctly.
 */
function keyOfNumber(digits: string): string {
  const bare = digits.replace(/^0+(?=\d)/, '')
  return `${startOfNumber}${String.fromCharCode(bare.length)}${bare}`
}

/** Characters after which a Han numeral is a number. In `三农` and `一心` it is part of a word. */
const counters = '年月日号期季周天旬篇章节条款项部件卷辑编集回课讲册版栏组批级届次类是至到和'

/** A number, with a preceding 第 or opening bracket. */
const numeral = new RegExp(
  [
    '[（(〔［[【]?第?(?:',
    '([0-9０-９]+)',
    '|([①-⑳⑴-⒇⒈-⒛⓫-⓾❶-➓㈠-㈩㉑-㉟㊀-㊉㊱-㊿Ⅰ-ⅻ])',
    '|([〇○零一二三四五六七八九十百千廿卅壹贰叁肆伍陆柒捌玖拾]+)',
    `(?=$|[${counters}]|[^\\p{Script=Han}]))`,
  ].join(''),
  'gu',
)

/** Ranges of enclosed number characters: first character, its value, length. */
const rows = [
  ['①', 1, 20],
  ['⑴', 1, 20],
  ['⒈', 1, 20],
  ['⓫', 11, 10],
  ['⓵', 1, 10],
  ['❶', 1, 10],
  ['➀', 1, 10],
  ['➊', 1, 10],
  ['㈠', 1, 10],
  ['㉑', 21, 15],
  ['㊀', 1, 10],
  ['㊱', 36, 15],
  ['Ⅰ', 1, 12],
  ['ⅰ', 1, 12],
] as const

const enclosedValues = new Map(
  rows.flatMap(([first, value, count]) =>
    Array.from({ length: count }, (_, index) => [
      String.fromCharCode(first.charCodeAt(0) + index),
      value + index,
    ]),
  ),
)

const enclosedValue = (character: string | undefined): number | undefined =>
  character === undefined ? undefined : enclosedValues.get(character)

/** Returns the value of a Han numeral, including the financial numerals (壹贰叁) and 廿 and 卅. */
function valueOfHan(written: string | undefined): number | undefined {
  const usual = written
    ?.replace(/[壹贰叁肆伍陆柒捌玖拾]/g, (one) => '一二三四五六七八九十'.charAt(bills.indexOf(one)))
    .replaceAll('廿', '二十')
    .replaceAll('卅', '三十')
  return usual === undefined ? undefined : hanValue(usual)
}

const bills = '壹贰叁肆伍陆柒捌玖拾'
