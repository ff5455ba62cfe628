/** An error in the brackets and quotation marks of a text. */
export interface UnpairedMark {
  kind: 'unpaired' | 'wrong-direction' | 'nested-quote' | 'nested-bracket' | 'nested-title'
  index: number
  mark: string
}

const closingOf: Record<string, string> = {
  '（': '）',
  '《': '》',
  '〈': '〉',
  '“': '”',
  '‘': '’',
  '【': '】',
  '〔': '〕',
  '「': '」',
  '『': '』',
  '［': '］',
}
const marks = new RegExp(`[${Object.entries(closingOf).flat().join('')}]`, 'g')
const openingOf = Object.fromEntries(
  Object.entries(closingOf).map(([open, close]) => [close, open]),
)

/**
 * Finds errors in the paired marks of a paragraph, with a stack. `next` is the first character of
 * the next paragraph: a quotation that continues there stays open, and that paragraph begins with
 * the same mark (GB/T 15834, 4.8.3.5). Indices are UTF-16 units.
 */
export function unpairedMarks(text: string, next: string): UnpairedMark[] {
  const troubles: UnpairedMark[] = []
  const stack: { mark: string; index: number }[] = []
  /** Index of a nested mark → index of the outer mark of the same kind. */
  const outer = new Map<number, number>()
  for (const { 0: mark, index } of text.matchAll(marks)) {
    if (mark === '’' && isApostrophe(text, index)) continue
    if (mark in closingOf) {
      const top = stack.at(-1)?.mark
      const open = stack.findLast((one) => one.mark === mark)
      const isOpen = open !== undefined
      if (open) outer.set(index, open.index)
      if (isOpen && mark === '“') troubles.push({ kind: 'nested-quote', index, mark })
      else if (top === mark && (mark === '（' || mark === '〔') && !isOrdinal(text, index)) {
        troubles.push({ kind: 'nested-bracket', index, mark })
      } else if (isOpen && mark === '《') troubles.push({ kind: 'nested-title', index, mark })
      stack.push({ mark, index })
      continue
    }
    const open = openingOf[mark]
    if (open === undefined) continue
    const depth = stack.findLastIndex((one) => one.mark === open)
    if (depth < 0) {
      if (!isListBracket(text, index)) troubles.push({ kind: 'unpaired', index, mark })
      continue
    }
    for (const left of stack.splice(depth).slice(1)) {
      troubles.push({ kind: 'unpaired', index: left.index, mark: left.mark })
    }
  }
  for (const left of stack) {
    const staysOpen = left.mark === next && /[“‘「『]/.test(next)
    if (!staysOpen) troubles.push({ kind: 'unpaired', index: left.index, mark: left.mark })
  }
  // If the outer mark is itself unpaired, the inner pair is not an error.
  const halves = new Set(troubles.flatMap(({ kind, index }) => (kind === 'unpaired' ? index : [])))
  const real = troubles.filter(
    ({ kind, index }) => kind === 'unpaired' || !halves.has(outer.get(index) ?? -1),
  )
  return mergedNeighbours(real)
}

/** Maximum distance of two unpaired marks that are reported as one error, in UTF-16 units. */
const maxDistance = 40

/**
 * Merges two unpaired marks near each other into one error. ”…“ is a `wrong-direction` error. For
 * “…“ and ”…”, the mark with the wrong direction is reported.
 */
function mergedNeighbours(troubles: readonly UnpairedMark[]): UnpairedMark[] {
  const inOrder = troubles.toSorted((a, b) => a.index - b.index)
  const found: UnpairedMark[] = []
  for (let at = 0; at < inOrder.length; at++) {
    const [one, next] = [inOrder[at], inOrder[at + 1]]
    if (!one) continue
    const other =
      one.kind === 'unpaired' && next?.kind === 'unpaired' && next.index - one.index < maxDistance
        ? next
        : undefined
    if (other && openingOf[one.mark] === other.mark) found.push({ ...one, kind: 'wrong-direction' })
    else if (other && one.mark === other.mark) found.push(one.mark in closingOf ? other : one)
    else {
      found.push(one)
      continue
    }
    at++
  }
  return found
}

/** 四（3）班, 第（二）项: brackets around a number are not a parenthesis. */
const isOrdinal = (text: string, index: number) =>
  /^（(?:\d{1,2}|[一二三四五六七八九十]{1,3})）/u.test(text.slice(index, index + 6)) &&
  (/^.{2,5}[班项款目]/u.test(text.slice(index, index + 6)) || text.charAt(index - 1) === '第')

const isApostrophe = (text: string, index: number) =>
  /[A-Za-z\d]/.test(text.charAt(index - 1)) && /[A-Za-z\s]|^$/.test(text.charAt(index + 1))

/** `1）` and `a）` are item labels. */
const isListBracket = (text: string, index: number) =>
  text.charAt(index) === '）' &&
  /(?:^|[。；：，、\n\s]|[^\p{sc=Han}（])(?:\d{1,2}|[a-zA-Z①-⑳]|[一二三四五六七八九十]{1,2})$/u.test(
    text.slice(Math.max(0, index - 4), index),
  ) &&
  !text.slice(0, index).includes('（')

const kinds: Record<string, string> = {
  '（': '括号',
  '《': '书名号',
  '〈': '单书名号',
  '“': '引号',
  '‘': '单引号',
  '【': '方头括号',
  '〔': '六角括号',
  '「': '引号',
  '『': '引号',
  '［': '方括号',
}

/** Returns the Chinese name of a mark: 前引号, 后书名号. */
export const nameOfMark = (mark: string): string =>
  mark in closingOf ? `前${kinds[mark] ?? ''}` : `后${kinds[openingOf[mark] ?? ''] ?? ''}`
