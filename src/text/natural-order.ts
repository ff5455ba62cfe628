import { hanValue } from './numerals.js'

/**
 * Order of paths as an editor numbers them: folder by folder, by the numbers in the names, however
 * they are written (`2-`, `十一、`, `（一）`, `第一篇`, `①`, `Ⅲ`), a number before a text; otherwise
 * by code unit, letters of either case alike. The order does not depend on the machine's language.
 * Two different paths never tie: `01.md` comes before `1.md`.
 */
export const byPath = (a: string, b: string): number => plain(keyOf(a), keyOf(b)) || plain(a, b)

/** A copy in the order of `byPath`; the key of each path is made once. */
export function sortedByPath<T>(items: readonly T[], pathOf: (item: T) => string): T[] {
  const keyed = items.map((item) => ({ item, path: pathOf(item), key: keyOf(pathOf(item)) }))
  return keyed.sort((a, b) => plain(a.key, b.key) || plain(a.path, b.path)).map(({ item }) => item)
}

const plain = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

const endOfName = '\u0000'
const startOfNumber = '\u0001'

/**
 * A text of which the order by code units is the order of the path. The end of a name comes before a
 * number, a number before any other character.
 */
function keyOf(path: string): string {
  const names = path.normalize('NFC').split('/')
  // `1.md` before `1-2.md`: the extension takes no part.
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

/** By length, then digit by digit: no length of number is too great. */
function keyOfNumber(digits: string): string {
  const bare = digits.replace(/^0+(?=\d)/, '')
  return `${startOfNumber}${String.fromCharCode(bare.length)}${bare}`
}

/** What follows a Han numeral that counts; `三农` and `一心` are words, not numbers. */
const counters = '年月日号期季周天旬篇章节条款项部件卷辑编集回课讲册版栏组批级届次类是至到和'

/** A number with the 第 or the bracket that opens it. */
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

/** Rows of characters that are numbers: the first, what it counts, and how many there are. */
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

/** The value of a Han numeral, those of bills (壹贰叁) and 廿 and 卅 among them. */
function valueOfHan(written: string | undefined): number | undefined {
  const usual = written
    ?.replace(/[壹贰叁肆伍陆柒捌玖拾]/g, (one) => '一二三四五六七八九十'.charAt(bills.indexOf(one)))
    .replaceAll('廿', '二十')
    .replaceAll('卅', '三十')
  return usual === undefined ? undefined : hanValue(usual)
}

const bills = '壹贰叁肆伍陆柒捌玖拾'
