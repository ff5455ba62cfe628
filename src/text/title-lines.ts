import { widthInEm } from './em-width.js'
import { breakCosts } from './title-breaks.js'
import { wordsOf } from './title-words.js'

/**
 * Breaks a title into lines of at most `width` em. Line breaks in the source (`\n`) are kept.
 * Longer lines are broken into as few lines as possible, of similar length, at sensible places. No
 * line begins with a mark or 的.
 */
export function titleLines(title: string, width: number): string[] {
  return title
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .flatMap((line) => (widthInEm(line) <= width ? [line] : balanced(line, width)))
}

interface Cut {
  cost: number
  from: number
}

/**
 * Breaks a title between words into balanced lines: dynamic programming over all word boundaries.
 */
function balanced(title: string, width: number): string[] {
  const words = wordsOf(title, width)
  const starts = [0]
  for (const word of words) starts.push((starts.at(-1) ?? 0) + widthInEm(word))
  const total = starts.at(-1) ?? 0
  const wanted = total / Math.ceil(total / width)
  const breaks = breakCosts(words, width)
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

/** Imbalance is squared. An additional line costs more than any imbalance. */
const lineCost = (cells: number, wanted: number, width: number): number =>
  width * width + (cells - wanted) ** 2 + (cells > width ? 10_000 : 0)
