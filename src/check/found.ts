import type { Block } from './prose.js'
import type { Finding } from './rule.js'
import { pointAt } from './source-text.js'

interface Said {
  message: string
  fix: string
  /** What the range becomes; leave out what no program should change. */
  instead?: string
}

/** A finding on a range of a block's text. */
export function found(block: Block, from: number, to: number, said: Said): Finding {
  const { message, fix, instead } = said
  const start = block.offsets[from] ?? block.offsets.at(-1) ?? 0
  const last = block.offsets[Math.max(to - 1, from)] ?? start
  const edit = instead === undefined ? undefined : editOf(block, from, to, instead)
  return {
    at: pointAt(block.source, start),
    end: pointAt(block.source, last + 1),
    message,
    fix,
    ...(edit && { edit }),
  }
}

/** The edit of the source, when the range stands there just as it reads. */
function editOf({ text, offsets, source }: Block, from: number, to: number, instead: string) {
  const start = offsets[from]
  if (start === undefined || source.text.slice(start, start + to - from) !== text.slice(from, to)) {
    return undefined
  }
  return { from: start, to: start + to - from, text: instead }
}

/** What was found with a few characters on both sides, for a message. */
export function near({ text }: Pick<Block, 'text'>, from: number, to: number, around = 5): string {
  const start = Math.max(0, from - around)
  const end = Math.min(text.length, Math.min(to, from + 24) + around)
  return text.slice(start, end).replace(/\n/g, ' ').replaceAll('\ufffc', '…').trim()
}

/**
 * Every match of a global pattern. `matchAll` would copy the pattern for each of the many short
 * texts, which costs more than the search.
 */
function every(pattern: RegExp, text: string): readonly RegExpExecArray[] {
  pattern.lastIndex = 0
  const first = pattern.exec(text)
  if (!first) return []
  const all = [first]
  if (first[0] === '') pattern.lastIndex++
  for (let next = pattern.exec(text); next; next = pattern.exec(text)) {
    // An empty match would be found for ever.
    if (next[0] === '') pattern.lastIndex++
    all.push(next)
  }
  return all
}

/** Every match of a pattern in the blocks, as findings; the maker may decline one. */
export function matches(
  blocks: readonly Block[],
  pattern: RegExp,
  make: (match: RegExpExecArray, block: Block) => Said | undefined | false,
): Finding[] {
  const findings: Finding[] = []
  for (const block of blocks) {
    for (const match of every(pattern, block.text)) {
      const said = make(match, block)
      if (said) findings.push(found(block, match.index, match.index + match[0].length, said))
    }
  }
  return findings
}
