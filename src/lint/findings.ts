import { wholeSlice } from '../text/graphemes.js'
import { OBJECT } from './mask.js'
import type { ProseBlock } from './prose.js'
import type { Finding } from './rule.js'
import { pointAt } from './source-text.js'

interface FindingText {
  message: string
  hint: string
  /** Replacement for the range. Omit it if the change needs human judgement. */
  instead?: string
}

/** The source range of part of a block's text. */
export type Span = Required<Pick<Finding, 'at' | 'end'>>

/** Converts a range of a block's text (UTF-16 units, `to` excluded) to places in the source. */
export function spanOf({ offsets, source }: ProseBlock, from: number, to: number): Span {
  const start = offsets[from] ?? offsets.at(-1) ?? 0
  const last = offsets[Math.max(to - 1, from)] ?? start
  return { at: pointAt(source, start), end: pointAt(source, last + 1) }
}

/** Makes a finding for a range of a block's text (UTF-16 units, `to` excluded). */
export function findingAt(
  block: ProseBlock,
  from: number,
  to: number,
  texts: FindingText,
): Finding {
  const { message, hint, instead } = texts
  const fix = instead === undefined ? undefined : editOf(block, from, to, instead)
  return { ...spanOf(block, from, to), message, hint, ...(fix && { fix }) }
}

/**
 * Returns the source edit, or undefined if the source of the range differs from its text (markup,
 * escapes).
 */
function editOf({ text, offsets, source }: ProseBlock, from: number, to: number, instead: string) {
  const start = offsets[from]
  if (start === undefined || source.text.slice(start, start + to - from) !== text.slice(from, to)) {
    return undefined
  }
  return { from: start, to: start + to - from, text: instead }
}

/**
 * Returns the range with up to `around` characters on both sides, on one line, for use in a
 * message.
 */
export function contextAround(
  { text }: Pick<ProseBlock, 'text'>,
  from: number,
  to: number,
  around = 5,
): string {
  const start = Math.max(0, from - around)
  const end = Math.min(text.length, Math.min(to, from + 24) + around)
  return wholeSlice(text, start, end).replace(/\n/g, ' ').replaceAll(OBJECT, '…').trim()
}

/**
 * Returns every match of a global pattern. `matchAll` would clone the pattern for each of the many
 * short texts, which costs more than the search itself.
 */
function allMatches(pattern: RegExp, text: string): readonly RegExpExecArray[] {
  const all: RegExpExecArray[] = []
  pattern.lastIndex = 0
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    // An empty match does not advance `lastIndex`; without this the loop would not end.
    if (match[0] === '') pattern.lastIndex++
    all.push(match)
  }
  return all
}

/**
 * Makes a finding for every match of a global pattern in the blocks. `make` returns undefined or
 * false to skip a match.
 */
export function findMatches(
  blocks: readonly ProseBlock[],
  pattern: RegExp,
  make: (match: RegExpExecArray, block: ProseBlock) => FindingText | undefined | false,
): Finding[] {
  const findings: Finding[] = []
  for (const block of blocks) {
    for (const match of allMatches(pattern, block.text)) {
      const texts = make(match, block)
      if (texts) findings.push(findingAt(block, match.index, match.index + match[0].length, texts))
    }
  }
  return findings
}
