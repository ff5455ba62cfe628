import { widthInEm } from '../../text/em-width.js'
import { headWords, wholeRuns, wordsOf } from '../../text/title-words.js'
import type { Edits, TypographyOptions } from './edits.js'

const han = '\\p{sc=Han}'
const pattern = (source: string) => new RegExp(source, 'gu')

/** Digits and Latin letters with the signs that end them, and whatever plain spaces were typed around. */
const latin = pattern('[ \\t]*[0-9A-Za-z%℃°]+[ \\t]*')
const startsWithHan = new RegExp(`^${han}`, 'u')
const endsWithHan = new RegExp(`${han}$`, 'u')
/** A plain space typed between two Han characters pads a name (陈 思) or a heading. */
const padding = pattern(`[ \\t]+(?<=${han}[ \\t]+)(?=${han})`)
/** Numbers with a connector, telephone numbers, 〔2021〕5号: not cut (docs/design/layout-rules.md, 4.3). */
const connected = pattern(`\\d[\\d.,%]*(?:[-–—～~/:·]\\d[\\d.,%]*)+|〔\\d+〕\\d+号?`)
/** A dot, a connector or a slash with what it follows: it begins no line (GB/T 15834—2011, 5.1). —— may. */
const notFirst = pattern('\\S[ \\t]*(?:[·～／－~]|(?<!—)—(?!—))')
/** A two-character name padded to the width of three. */
const paddedName = pattern(`(?<!${han})${han}[ \\u3000]${han}(?!${han})`)
/** A number and a unit that is one character: 470㎏, 37℃. */
const numberAndSign = pattern('\\d[\\d.,]*[\\u3371-\\u33df\\u2103]')
/** A number and the first character of its unit. */
const numberAndUnit = pattern(`\\d[\\d.,]*[ \\t]*${han}`)
/** The breaker joins curly quotes to Han on their outer side; Chinese setting may break there. */
const outsideQuotes = pattern(`[“‘](?<=[${han}0-9A-Za-z”’].)|[”’](?=[${han}0-9])`)
/** A web or mail address, and where a short one may be cut. */
const address = pattern('(?:https?://|www\\.|[\\w.+-]+@)[!-~]+')
const joints = /(?<=[/?&=@_-])(?![/?&=@_-]|$)|(?<!^)(?=\.)/g
/** A formula of three terms or more, and its signs: a line may end after one. */
const formula = pattern('[A-Za-z\\d.,%]+(?:[×÷＝=≈＋+−][A-Za-z\\d.,%]+){2,}')
const signs = /(?<=[×÷＝=≈＋+−])/g
/** A blank to fill in. */
const blankToFill = pattern('_{6,}')
/** A number and a unit in Latin letters, with the space that was typed between them. */
const latinUnit = pattern('(?<=\\d)[ \\t]+(?=[A-Za-zμΩ]{1,4}(?![A-Za-z]))')
/** A quotation mark or apostrophe among Latin text takes the Latin shape. */
const latinMark = pattern(`[“”‘’](?<=[A-Za-z0-9,.!?;:]\\s*.)(?=\\s*[A-Za-z0-9,.!?;:])`)
/** The end of a paragraph: its last two characters stay together, a padded name's too (冯 棠。), or the last line would be one (CLREQ 3.4.4). */
const lastTwo = new RegExp(
  `(?:${han}|[0-9A-Za-z%]{1,6})[ \\t\\u3000]?\\p{P}{0,3}${han}\\p{P}{0,3}$`,
  'u',
)

/** A number before the last two characters, which its unit would hold to it. */
const numberBefore = /\d(?:[\d.,%–—～~/:·-]*\d)?[ \t]*$/
/** More UTF-16 units than `lastTwo` can match, and than a number has that is kept. */
const longestTail = 16

/** Longest run that is kept on one line, in cells: longer ones tear holes into justified lines. */
const longestKept = 8

/** Latin text without a space, long enough to spread out the line before when it goes to the next one. */
const longRun = pattern('[!-~]{17,}')
/** What parts an address, a path or a number; a word of a language has nothing of it. */
const joint = /[A-Za-z\d][/\\_@=&%#~:.?+-]+[A-Za-z\d]|\d/

/** Letters that no word of a language has. */
const mostLetters = 45

/** Whether a word is an address, a path, a number that may be cut anywhere at the end of a line. */
export const isLongWord = (word: string): boolean =>
  word.length >= 17 && (joint.test(word) || word.length > mostLetters)

/** The text of a line, and where markup begins and ends in it. */
export interface LineText {
  text: string
  edges: ReadonlySet<number>
}

/** What to change in a line of text before the browser breaks it. */
export function editsOf({ text, edges }: LineText, { gap, cell }: TypographyOptions): Edits {
  const replace: Edits['replace'] = []
  const tail = tailOf(text)
  for (const { at, length } of betweenHanAndLatin(text)) {
    // No break between a number and its unit.
    const holds = /\d/.test(text[at - 1] ?? '') && !(tail?.lets && tail.from === at + length)
    const space = holds ? '\u00a0' : ' '
    replace.push({ at, length, text: gap ? space : '' })
  }
  for (const { index, 0: typed } of text.matchAll(padding)) {
    // What parts two marked words is no padding.
    if (edges.has(index) || edges.has(index + typed.length)) continue
    replace.push({ at: index, length: typed.length, text: '\u3000' })
  }
  for (const { index, 0: typed } of text.matchAll(latinUnit)) {
    replace.push({ at: index, length: typed.length, text: '\u00a0' })
  }
  const breaks = [...text.matchAll(outsideQuotes)].map(({ index, 0: mark }) =>
    /[“‘]/.test(mark) ? index : index + 1,
  )
  const long = [
    ...[...text.matchAll(longRun)].filter(({ 0: word }) => isLongWord(word)),
    ...text.matchAll(blankToFill),
  ].map(({ index, 0: word }) => ({
    from: index,
    to: index + word.length,
    className: 'breakable',
  }))
  for (const { index, 0: written } of text.matchAll(address)) {
    if (isLongWord(written)) continue
    breaks.push(...[...written.matchAll(joints)].map((found) => index + found.index))
  }
  for (const { index, 0: written } of text.matchAll(formula)) {
    if (widthInEm(written) <= longestKept) continue
    breaks.push(...[...written.matchAll(signs)].map((found) => index + found.index))
  }
  return {
    replace,
    breaks,
    spans: withoutOverlap([
      ...outside([...keptRuns(text, gap, tail), ...cellRuns(text, cell)], long),
      ...latinMarks(text),
      ...long,
    ]),
  }
}

/** The spans that have no part in any of the others. */
const outside = (spans: readonly Span[], others: readonly Span[]): Span[] =>
  spans.filter((span) => !others.some(({ from, to }) => span.from < to && from < span.to))

/** Of a title in a list: nothing is written into it, its numbers, short quotations and last two characters stay whole. */
export function titleEdits(text: string): Edits {
  const { breaks, spans } = editsOf({ text, edges: new Set() }, { gap: false })
  const whole = wholeRuns(text, longestKept).map((run) => ({ ...run, className: 'keep' }))
  return { replace: [], breaks, spans: withoutOverlap([...spans, ...whole]) }
}

/** Of a text that is broken between its words only, numbers and what is short in quotes among them. */
export function wordEdits(text: string): Edits {
  let from = 0
  const spans = wordsOf(text, longestKept * 2).map((word) => {
    const span = { from, to: from + word.length, className: 'keep' }
    from = span.to
    return span
  })
  return { replace: [], breaks: [], spans }
}

/**
 * Between Han and a digit or Latin letter, with whatever plain spaces were typed there (docs/design/layout-rules.md,
 * 4.5). Goes by the Latin, which is rare: a look behind every character would take most of the time.
 */
function* betweenHanAndLatin(text: string): Generator<{ at: number; length: number }> {
  for (const { index, 0: found } of text.matchAll(latin)) {
    const run = found.trim()
    const before = found.indexOf(run)
    const end = index + found.length
    const after = found.length - before - run.length
    if (/^[0-9A-Za-z]/.test(run) && endsWithHan.test(text.slice(Math.max(0, index - 2), index)))
      yield { at: index, length: before }
    if (startsWithHan.test(text.slice(end, end + 2))) yield { at: end - after, length: after }
  }
}

type Span = Edits['spans'][number]

/** The last two characters; `lets` the number before them go, when all together would be too long. */
interface Tail {
  from: number
  run: string
  lets: boolean
}

function tailOf(text: string): Tail | undefined {
  const written = text.trimEnd()
  const start = Math.max(0, written.length - longestTail)
  const end = lastTwo.exec(written.slice(start))
  if (!end || start + end.index === 0) return undefined
  const [from, run] = [start + end.index, end[0]]
  const number = numberBefore.exec(text.slice(Math.max(0, from - longestTail), from))?.[0] ?? ''
  return { from, run, lets: number !== '' && widthInEm(number + run) > longestKept }
}

function keptRuns(text: string, gap: boolean, tail: Tail | undefined): Span[] {
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

/** A number with its sign and what it counts by: 1,234.5 is cut nowhere in a narrow column. */
const figure = pattern('[-+−±￥¥]?\\d[\\d.,]*\\d[%‰]?')
/** Characters of a word that a head keeps whole; a longer one is cut anywhere. */
const longestWord = 5

/** What a cell of a table keeps on one line: numbers, and the words of its head. */
function cellRuns(text: string, cell: TypographyOptions['cell']): Span[] {
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

const latinMarks = (text: string): Span[] =>
  [...text.matchAll(latinMark)].map(({ index }) => ({
    from: index,
    to: index + 1,
    className: 'latin',
  }))

/** Runs in order; one that begins within another is joined to it. */
function withoutOverlap(spans: readonly Span[]): Span[] {
  const made: Span[] = []
  for (const span of spans.toSorted((a, b) => a.from - b.from)) {
    const previous = made.at(-1)
    if (previous && span.from < previous.to) previous.to = Math.max(previous.to, span.to)
    else made.push({ ...span })
  }
  return made
}
