import { widthInEm } from '../../text/em-width.js'
import { isLongWord } from '../../text/long-words.js'
import { wholeRuns, wordsOf } from '../../text/title-words.js'
import type { Edits, TypographyOptions } from './edits.js'
import { cellRuns, keptRuns, longestKept, type Span, tailOf } from './kept-runs.js'

const han = '\\p{sc=Han}'
const pattern = (source: string) => new RegExp(source, 'gu')

/** Digits and Latin letters with trailing signs, and any plain spaces around them. */
const latin = pattern('[ \\t]*[0-9A-Za-z%℃°]+[ \\t]*')
const startsWithHan = new RegExp(`^${han}`, 'u')
const endsWithHan = new RegExp(`${han}$`, 'u')
/** A plain space between two Han characters is padding of a name (陈 思) or a heading. */
const padding = pattern(`[ \\t]+(?<=${han}[ \\t]+)(?=${han})`)
/**
 * Positions outside curly quotes next to Han: the browser's line breaker does not break there, but
 * Chinese typesetting may.
 */
const outsideQuotes = pattern(`[“‘](?<=[${han}0-9A-Za-z”’].)|[”’](?=[${han}0-9])`)
/** A web or mail address, and the positions where a short one may break. */
const address = pattern('(?:https?://|www\\.|[\\w.+-]+@)[!-~]+')
const joints = /(?<=[/?&=@_-])(?![/?&=@_-]|$)|(?<!^)(?=\.)/g
/** A formula of three terms or more, and its operators; a line may break after one. */
const formula = pattern('[A-Za-z\\d.,%]+(?:[×÷＝=≈＋+−][A-Za-z\\d.,%]+){2,}')
const signs = /(?<=[×÷＝=≈＋+−])/g
/** A blank to fill in. */
const blankToFill = pattern('_{6,}')
/** The space between a number and a unit in Latin letters. */
const latinUnit = pattern('(?<=\\d)[ \\t]+(?=[A-Za-zμΩ]{1,4}(?![A-Za-z]))')
/** A quotation mark or apostrophe within Latin text, which takes its Latin glyph. */
const latinMark = pattern(`[“”‘’](?<=[A-Za-z0-9,.!?;:]\\s*.)(?=\\s*[A-Za-z0-9,.!?;:])`)
/**
 * Latin text without a space, so long that moving it to the next line stretches the line before it.
 */
const longRun = pattern('[!-~]{17,}')
/** The text of a line, and the offsets where markup begins or ends. */
export interface LineText {
  text: string
  edges: ReadonlySet<number>
}

/** The changes to a line of text before the browser breaks it. */
export function editsOf({ text, edges }: LineText, { gap, cell }: TypographyOptions): Edits {
  const replace: Edits['replace'] = []
  const tail = tailOf(text)
  for (const { at, length } of betweenHanAndLatin(text)) {
    // No break between a number and its unit.
    const isNumberAndUnit =
      /\d/.test(text[at - 1] ?? '') && !(tail?.lets && tail.from === at + length)
    const space = isNumberAndUnit ? '\u00a0' : ' '
    replace.push({ at, length, text: gap ? space : '' })
  }
  replace.push(...paddings({ text, edges }), ...unitSpaces(text))
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

/**
 * Edits of a line whose breaks and gaps are composed: spaces typed where a gap will be are removed,
 * spaces that pad a name become ideographic.
 */
export function composedEdits({ text, edges }: LineText): Edits {
  const replace: Edits['replace'] = []
  for (const { at, length } of betweenHanAndLatin(text)) {
    if (length > 0) replace.push({ at, length, text: '' })
  }
  replace.push(...paddings({ text, edges }), ...unitSpaces(text))
  return { replace, breaks: [], spans: latinMarks(text) }
}

/** Full spaces for the plain ones that pad a name. */
const paddings = ({ text, edges }: LineText): Edits['replace'] =>
  [...text.matchAll(padding)]
    // A space between two marked-up words is not padding.
    .filter(({ index, 0: typed }) => !edges.has(index) && !edges.has(index + typed.length))
    .map(({ index, 0: typed }) => ({ at: index, length: typed.length, text: '\u3000' }))

/** A number is not parted from its unit in Latin letters. */
const unitSpaces = (text: string): Edits['replace'] =>
  [...text.matchAll(latinUnit)].map(({ index, 0: typed }) => ({
    at: index,
    length: typed.length,
    text: '\u00a0',
  }))

/** The spans that overlap none of the others. */
const outside = (spans: readonly Span[], others: readonly Span[]): Span[] =>
  spans.filter((span) => !others.some(({ from, to }) => span.from < to && from < span.to))

/**
 * Edits for a title in a list: inserts nothing; keeps numbers, short quotations and the last two
 * characters unbroken.
 */
export function titleEdits(text: string): Edits {
  const { breaks, spans } = editsOf({ text, edges: new Set() }, { gap: false })
  const whole = wholeRuns(text, longestKept).map((run) => ({ ...run, className: 'keep' }))
  return { replace: [], breaks, spans: withoutOverlap([...spans, ...whole]) }
}

/** Edits for a text that breaks only between words; numbers and short quotations count as words. */
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
 * Positions between Han and a digit or Latin letter, with any plain spaces typed there
 * (docs/design/layout-rules.md, 4.5). Searches for the Latin text, which is rare: a lookbehind at
 * every character would take most of the time.
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

const latinMarks = (text: string): Span[] =>
  [...text.matchAll(latinMark)].map(({ index }) => ({
    from: index,
    to: index + 1,
    className: 'latin',
  }))

/** Sorts the spans and merges those that overlap. */
function withoutOverlap(spans: readonly Span[]): Span[] {
  const made: Span[] = []
  for (const span of spans.toSorted((a, b) => a.from - b.from)) {
    const previous = made.at(-1)
    if (previous && span.from < previous.to) previous.to = Math.max(previous.to, span.to)
    else made.push({ ...span })
  }
  return made
}
