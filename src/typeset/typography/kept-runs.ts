import { widthInEm } from '../../text/em-width.js'
import { headWords } from '../../text/title-words.js'
import type { Edits, TypographyOptions } from './edits.js'

const han = '\\p{sc=Han}'
const pattern = (source: string) => new RegExp(source, 'gu')

/** A run of a text, in UTF-16 offsets, with the class that it is given. */
export type Span = Edits['spans'][number]

/**
 * Numbers with a connector, telephone numbers, 〔2021〕5号: not broken (docs/design/layout-rules.md,
 * 4.3).
 */
const connected = pattern(`\\d[\\d.,%]*(?:[-–—～~/:·]\\d[\\d.,%]*)+|〔\\d+〕\\d+号?`)
/**
 * A dot, connector or slash with the character before it, because it must not begin a line (GB/T
 * 15834—2011, 5.1). —— may.
 */
const notFirst = pattern('\\S[ \\t]*(?:[·～／－~]|(?<!—)—(?!—))')
/** A two-character name padded to the width of three: one character alone on a side of the blank. */
const paddedName = pattern(`(?<!${han})${han}[ \\u3000]${han}|${han}[ \\u3000]${han}(?!${han})`)
/** A number and a one-character unit: 470㎏, 37℃. */
const numberAndSign = pattern('\\d[\\d.,]*[\\u3371-\\u33df\\u2103]')
/** A number and the first character of its unit. */
const numberAndUnit = pattern(`\\d[\\d.,]*[ \\t]*${han}`)
/**
 * The last two characters of a paragraph, which stay together so that the last line is not a runt
 * (CLREQ 3.4.4); also those of a padded name (冯 棠。).
 */
const lastTwo = new RegExp(
  `(?:${han}|[0-9A-Za-z%]{1,6})[ \\t\\u3000]?\\p{P}{0,3}${han}\\p{P}{0,3}$`,
  'u',
)

/** A number before the last two characters, which is usually kept with its unit. */
const numberBefore = /\d(?:[\d.,%–—～~/:·-]*\d)?[ \t]*$/
/** An upper bound, in UTF-16 units, for `lastTwo` and for a number that is kept with it. */
const longestTail = 16

/**
 * Maximum width of a run that is kept on one line, in cells. Longer ones leave wide gaps in
 * justified lines.
 */
export const longestKept = 8

/**
 * The last two characters. `lets`: the number before them may break off, because all together would
 * be too long.
 */
export interface Tail {
  from: number
  run: string
  lets: boolean
}

/** Returns the end of a paragraph that must not stand alone in the last line, if there is one. */
export function tailOf(text: string): Tail | undefined {
  const written = text.trimEnd()
  const start = Math.max(0, written.length - longestTail)
  const end = lastTwo.exec(written.slice(start))
  if (!end || start + end.index === 0) return undefined
  const [from, run] = [start + end.index, end[0]]
  const number = numberBefore.exec(text.slice(Math.max(0, from - longestTail), from))?.[0] ?? ''
  return { from, run, lets: number !== '' && widthInEm(number + run) > longestKept }
}

/** Returns the runs that no line break may cut; `gap`: numbers stand a quarter cell off Han. */
export function keptRuns(text: string, gap: boolean, tail: Tail | undefined): Span[] {
  const runs: { index: number; 0: string }[] = [
    ...text.matchAll(connected),
    ...text.matchAll(notFirst),
    ...text.matchAll(numberAndSign),
    ...(/[ \u3000]/.test(text) ? text.matchAll(paddedName) : []),
    ...(gap ? [] : text.matchAll(numberAndUnit)),
  ].filter(({ index, 0: run }) => !(tail?.lets && index + run.length > tail.from))
  if (tail) runs.push({ index: tail.from, 0: tail.run })
  return runs
    .filter(({ 0: run }) => widthInEm(run) <= longestKept)
    .map(({ index, 0: run }) => ({ from: index, to: index + run.length, className: 'keep' }))
}

/** A number with its sign and unit sign: 1,234.5 is not broken even in a narrow column. */
const figure = pattern('[-+−±￥¥]?\\d[\\d.,]*\\d[%‰]?')
/**
 * Maximum width of a word that a head cell keeps unbroken, in cells. Longer ones break anywhere.
 */
const longestWord = 5

/** The runs that a table cell keeps on one line: numbers, and the words of head cells. */
export function cellRuns(text: string, cell: TypographyOptions['cell']): Span[] {
  if (cell === undefined) return []
  const numbers = [...text.matchAll(figure)].map(({ index, 0: run }) => ({
    from: index,
    to: index + run.length,
    className: 'keep',
  }))
  return cell === 'head' ? [...numbers, ...wordRuns(text)] : numbers
}

function wordRuns(text: string): Span[] {
  let from = 0
  return headWords(text).flatMap((word) => {
    const span = { from, to: from + word.length, className: 'word' }
    from = span.to
    return word.length > 1 && widthInEm(word) <= longestWord ? [span] : []
  })
}
