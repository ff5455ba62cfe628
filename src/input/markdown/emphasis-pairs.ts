import type { Token } from 'micromark-util-types'
import { surnames } from '../../text/surnames.js'

/**
 * A run of `*` or `_` and the adjacent characters, which are empty at the ends of a text or line.
 */
export interface MarkRun {
  token: Token
  mark: string
  length: number
  before: string
  after: string
  /** Whether it may open, and close, an emphasis according to CommonMark. */
  couldOpen: boolean
  couldClose: boolean
  /** Whether it does so according to the additional rules of this file. */
  opens: boolean
  closes: boolean
}

type Beside = Pick<MarkRun, 'mark' | 'length' | 'before' | 'after'>

/**
 * Marks that cannot follow an opening run (`pause`), and marks that cannot precede a closing run
 * (`opening`).
 */
const pause = /^[、，。；：！？）」』》〉】〕”’,;)\]}]$/
const opening = /^[（「『《〈【〔“‘([{]$/
const closingBracket = /^[）」』》〉】〕)\]}]$/
const isWord = (character: string): boolean => /^[\p{L}\p{N}]$/u.test(character)
const isLatin = (character: string): boolean => /^[0-9A-Za-z]$/.test(character)

/**
 * A run of four or more `*`, or three or more `_`, is a blank to fill in, or hides part of a
 * number.
 */
const isBlank = ({ mark, length }: Beside): boolean => length > (mark === '_' ? 2 : 3)
/**
 * `**` may occur inside a Chinese sentence, as in **重点**内容; other runs need a word boundary.
 */
const isAllowedInWords = ({ mark, length }: Beside): boolean => mark === '*' && length === 2

/** Whether a run that CommonMark permits to open an emphasis may do so. */
export function mayOpen(run: Beside): boolean {
  const { mark, before, after } = run
  if (isBlank(run) || pause.test(after)) return false
  if (isAllowedInWords(run)) return !(isLatin(before) && isLatin(after))
  return mark === '_' || !(isWord(before) || closingBracket.test(before))
}

/** Whether a run that CommonMark permits to close an emphasis may do so. */
export function mayClose(run: Beside): boolean {
  const { mark, before, after } = run
  if (isBlank(run) || opening.test(before)) return false
  if (isAllowedInWords(run)) return !(isLatin(before) && isLatin(after))
  return mark === '_' || !isWord(after)
}

/**
 * Sets `opens` and `closes` to false for runs that would make an emphasis the author cannot have
 * meant. Returns the runs that are ambiguous, for a warning.
 */
export function judge(
  runs: readonly MarkRun[],
  between: (from: MarkRun, to: MarkRun) => string,
): MarkRun[] {
  const spaced = spacedPairs(runs, between)
  for (const [from, to] of spaced) {
    Object.assign(from, { opens: true, closes: false })
    Object.assign(to, { opens: false, closes: true })
  }
  const rest = runs.filter((run) => !spaced.some((pair) => pair.includes(run)))
  const pairs = pairsOf(rest, {
    opens: ({ couldOpen }) => couldOpen,
    closes: ({ couldClose }) => couldClose,
  })
  for (const [from, to] of pairs) {
    if (from.opens && to.closes && isNoEmphasis(from, to, between(from, to))) {
      from.opens = false
      to.closes = false
    }
  }
  const kept = new Set(
    pairsOf(rest, { opens: ({ opens }) => opens, closes: ({ closes }) => closes }).map(
      ([from]) => from,
    ),
  )
  return pairs.filter(([from, to]) => !kept.has(from) && isUnclear(from, to)).map(([from]) => from)
}

/**
 * Finds pairs of `**` with a blank on the inner side, as exports and word processors produce them:
 * `**重点 **内容`, `** 重点**`. CommonMark reads them as text, or pairs the wrong ones. Here the
 * first is paired with the second, the third with the fourth, and so on. Returns no pairs where
 * that makes no sense.
 */
function spacedPairs(
  runs: readonly MarkRun[],
  between: (from: MarkRun, to: MarkRun) => string,
): [MarkRun, MarkRun][] {
  if (runs.length % 2 === 1 || !runs.every(isAllowedInWords)) return []
  const pairs = runs.flatMap((from, index): [MarkRun, MarkRun][] => {
    const to = runs[index + 1]
    return index % 2 === 0 && to ? [[from, to]] : []
  })
  const isMeant = ([from, to]: [MarkRun, MarkRun]) => {
    const content = between(from, to)
    const touches = !isGap(from.after) || !isGap(to.before)
    return (
      (touches || (from.before === '' && to.after === '')) &&
      /[\p{L}\p{N}]/u.test(content) &&
      !/[\r\n]/.test(content) &&
      !pause.test(from.after) &&
      !opening.test(to.before) &&
      !isNoEmphasis(from, to, content)
    )
  }
  const isSpaced = pairs.some(([from, to]) => isGap(from.after) || isGap(to.before))
  return isSpaced && pairs.every(isMeant) ? pairs : []
}

const isGap = (character: string): boolean => /^[ \u00a0\u3000]$/.test(character)

/** An approximation of CommonMark's pairing, sufficient to decide whether there is a pair. */
function pairsOf(
  runs: readonly MarkRun[],
  { opens, closes }: Record<'opens' | 'closes', (run: MarkRun) => boolean>,
): [MarkRun, MarkRun][] {
  const pairs: [MarkRun, MarkRun][] = []
  const unmatched: MarkRun[] = []
  for (const run of runs) {
    const index = closes(run) ? unmatched.findLastIndex((other) => fits(other, run)) : -1
    const from = unmatched[index]
    if (from) {
      pairs.push([from, run])
      unmatched.splice(index)
      if (from.length > run.length) unmatched.push(from)
    } else if (opens(run)) unmatched.push(run)
  }
  return pairs
}

/** CommonMark's rule of three: `**` does not pair with a `*` that can both open and close. */
function fits(from: MarkRun, to: MarkRun): boolean {
  if (from.mark !== to.mark) return false
  if (!from.couldClose && !to.couldOpen) return true
  return (from.length + to.length) % 3 !== 0 || to.length % 3 === 0
}

/**
 * Whether two runs cannot be a pair: they differ in length, enclose an identifier (__init__), both
 * follow a word of the same kind (张**和李**, 0.35**和0.42**), or enclose only a number.
 */
function isNoEmphasis(from: MarkRun, to: MarkRun, content: string): boolean {
  if (from.length !== to.length) return true
  if (from.mark === '_') return from.length === 2 && /^[a-z\d]\w*$/i.test(content)
  if (from.length === 1) return !/\p{L}/u.test(content)
  return (
    (surnames.has(from.before) && surnames.has(to.before)) ||
    (/^\d$/.test(from.before) && /^\d$/.test(to.before))
  )
}

/** Whether the author may have meant an emphasis although the marks are read as text. */
const isUnclear = (from: MarkRun, to: MarkRun): boolean =>
  !pause.test(from.after) &&
  [from, to].every((run) => !isBlank(run) && !(isLatin(run.before) && isLatin(run.after)))
