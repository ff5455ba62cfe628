import { widthInEm } from './em-width.js'

/**
 * Marks and particles that may not begin a line of a title (docs/design/newsletter.md, Furniture),
 * except ——.
 */
const notFirst = /^(?!——)[\p{Pe}\p{Pf}。，、；：！？．·—…～／－\-/的]/u
/** Marks that may not end a line of a title. */
const notLast = /[\p{Ps}\p{Pi}—]$/u

/** Units after a number: 1200份, 36.5万小时, 12 000余户, 第5批, 2021年度. */
const measure =
  '(?:[余多]?[百千万亿]{0,2}[余多]?(?:年度|年代|月份|小时|分钟|公里|平方米|[年月日号时分秒期届次批个名人户件项条家位场篇份张本册间所座辆台套岁周天米吨元倍组级类种点章节款处只亩佳大强]|(?<=[万亿])))?'
const figure = '\\d[\\d.,]*(?: \\d{3})*[%‰℃]?'
const numeral = '[一二三四五六七八九十百零〇两]+'
/**
 * Runs that are not broken: numbers with their unit, ranges of years, dates, “苇安—2022”, COVID-19,
 * 〔2021〕5号.
 */
const runs = new RegExp(
  [
    '〔\\d+〕\\d+号?',
    `第?${figure}${measure}(?:(?:(?!——)[-–—～~/:·.×至])?${figure}${measure})*`,
    `第${numeral}[届次批期号章节条个]?`,
    `${numeral}[年个次届批]月?`,
    '[A-Za-z]+[A-Za-z0-9]*(?:[-/.&·+][A-Za-z0-9]+)+',
  ].join('|'),
  'gu',
)
/**
 * Maximum width, in em with its marks, of a quotation or title of a work that counts as one word.
 */
const shortQuote = 8
const quoted = /“[^“”\n]*”|《[^《》\n]*》/gu

/**
 * Splits a title into the pieces between which a line may end: words of the runtime's dictionary
 * with their punctuation, numbers with their unit, short quotations. A piece wider than `width` em
 * is split into characters.
 */
export function wordsOf(title: string, width: number): string[] {
  const unbroken = wholeRuns(title, width)
  const words: string[] = []
  let at = 0
  for (const segment of segmentsOf(title)) {
    const previous = words.at(-1) ?? ''
    const rest = title.slice(at)
    const joins =
      notFirst.test(rest) ||
      notLast.test(previous) ||
      /^\s/u.test(rest) ||
      unbroken.some(({ from, to }) => from < at && at < to)
    if (joins && previous !== '') words[words.length - 1] = previous + segment
    else words.push(segment)
    at += segment.length
  }
  return words.flatMap((word) => (widthInEm(word) <= width ? [word] : (word.match(/./gu) ?? [])))
}

/** Counting syllables, which the dictionary separates from their numeral: 一｜季度. */
const counted = /(?:第?[一二三四五六七八九十上下前后本去全])$/u
/** A unit in brackets is a piece of its own. */
const bracketed = /([（(][^（()）]{1,4}[）)])/u

/**
 * Splits the heading of a table column into the pieces between which it may be broken: words
 * (single characters are joined to the next or previous word), and text in brackets.
 */
export function headWords(head: string): string[] {
  return head.split(bracketed).flatMap((part, index) => {
    if (index % 2 === 1) return [part]
    const words: string[] = []
    for (const word of part === '' ? [] : wordsOf(part, 8)) {
      const previous = words.at(-1) ?? ''
      const single = [...word].length === 1 || [...previous].length === 1
      const joins = (counted.test(previous) || single) && widthInEm(previous + word) <= 4
      if (previous !== '' && joins) words[words.length - 1] = previous + word
      else words.push(word)
    }
    return words
  })
}

/**
 * Returns the ranges of a title (UTF-16 units) that are not broken: numbers up to `width` em, short
 * quotations.
 */
export const wholeRuns = (title: string, width: number): { from: number; to: number }[] =>
  [...title.matchAll(runs), ...title.matchAll(quoted)]
    .filter(({ 0: run }) => widthInEm(run) <= (/^[“《]/u.test(run) ? shortQuote : width))
    .map(({ index, 0: run }) => ({ from: index, to: index + run.length }))

let segmenter: Intl.Segmenter | undefined

/** Created only for titles that need more than one line, since creation takes 20 ms. */
function segmentsOf(title: string): string[] {
  segmenter ??= new Intl.Segmenter('zh-CN', { granularity: 'word' })
  return [...segmenter.segment(title)].map(({ segment }) => segment)
}
