import { cellsOf } from './cells.js'

/** Marks and particles that may not begin a line of a title (newsletter-design, Furniture). */
const notFirst = /^[\p{Pe}\p{Pf}。，、；：！？．·—…～\-/的]/u
/** Marks that may not end one. */
const notLast = /[\p{Ps}\p{Pi}—]$/u

/**
 * Breaks a title into lines of at most `width` cells. Where the writer broke (`\n`) it stays broken;
 * the rest is cut between words into as few lines as will do, evenly, the first not much the shorter,
 * no line beginning with a mark or 的, with a liking for breaks before 关于 and after a mark or 的.
 */
export function titleLines(title: string, width: number): string[] {
  return title
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .flatMap((line) => (cellsOf(line) <= width ? [line] : balanced(line, width)))
}

interface Cut {
  cost: number
  from: number
}

/** Cuts between words so that the lines are even: the cheapest chain of lines over all word borders. */
function balanced(title: string, width: number): string[] {
  const words = wordsOf(title, width)
  const starts = [0]
  for (const word of words) starts.push((starts.at(-1) ?? 0) + cellsOf(word))
  const total = starts.at(-1) ?? 0
  const wanted = total / Math.ceil(total / width)
  const breaks = breakCosts(words)
  const best: Cut[] = [{ cost: 0, from: 0 }]
  for (let end = 1; end <= words.length; end++) {
    let cheapest: Cut = { cost: Infinity, from: end - 1 }
    for (let from = end - 1; from >= 0; from--) {
      const cells = (starts[end] ?? 0) - (starts[from] ?? 0)
      if (cells > width && from < end - 1) break
      const cost =
        (best[from]?.cost ?? Infinity) +
        lineCost(cells, wanted, width) +
        (end === words.length ? 0 : (breaks[end] ?? 0))
      if (cost < cheapest.cost) cheapest = { cost, from }
    }
    best.push(cheapest)
  }
  const lines: string[] = []
  for (let end = words.length; end > 0; end = best[end]?.from ?? 0) {
    lines.unshift(
      words
        .slice(best[end]?.from ?? 0, end)
        .join('')
        .trim(),
    )
  }
  return lines
}

/** Unevenness counts by its square; one more line costs more than any unevenness. */
const lineCost = (cells: number, wanted: number, width: number): number =>
  width * width + (cells - wanted) ** 2 + (cells > width ? 10_000 : 0)

/** What a break before each word costs: dear inside 《》 or “”, a gain after a space or a mark. */
export function breakCosts(words: readonly string[]): number[] {
  let depth = 0
  return words.map((word, index) => {
    const before = words[index - 1] ?? ''
    depth += (before.match(/[《“]/gu) ?? []).length - (before.match(/[》”]/gu) ?? []).length
    return breakCost(before, word) + (depth > 0 ? 60 : 0)
  })
}

function breakCost(before: string, after: string): number {
  if (notFirst.test(after) || notLast.test(before)) return 5_000
  if (/[\s\u3000]$/u.test(before)) return -60
  if (/[，、；：！？》”]$/u.test(before) || after.startsWith('关于')) return -12
  if (before.endsWith('的') || /^[《“]/u.test(after)) return -6
  return 0
}

/** Words by the dictionary of the runtime; marks stay with the word they belong to, long words are cut. */
export function wordsOf(title: string, width: number): string[] {
  const segments = [...new Intl.Segmenter('zh-CN', { granularity: 'word' }).segment(title)]
  const words: string[] = []
  for (const { segment } of segments) {
    const previous = words.at(-1)
    if (
      previous !== undefined &&
      (notFirst.test(segment) || notLast.test(previous) || /^\s+$/u.test(segment))
    ) {
      words[words.length - 1] = previous + segment
    } else words.push(segment)
  }
  return words.flatMap((word) => (cellsOf(word) <= width ? [word] : (word.match(/./gu) ?? [])))
}
