import { widthInEm } from '../../../text/em-width.js'
import { breakCosts, inWord } from '../../../text/title-breaks.js'
import { titleLines } from '../../../text/title-lines.js'
import { wordsOf } from '../../../text/title-words.js'

/**
 * A title of more words is divided evenly, because there would be too many partitions to compare.
 */
const mostWords = 60

/**
 * Breaks a document's title into the fewest lines that hold it, or one more if a name would
 * otherwise be broken, in the shape of a trapezoid or diamond, not a rectangle or hourglass (GB/T
 * 9704—2012, 7.3.1; the cost function is ours). Keeps the author's own breaks (`\n`). `width` is in
 * cells.
 */
export function shapedTitle(title: string, width: number): string[] {
  if (title.includes('\n') || widthInEm(title) <= width) return titleLines(title, width)
  const words = wordsOf(title, width)
  if (words.length > mostWords) return titleLines(title, width)
  const pieces = { words, widths: words.map(widthInEm), costs: breakCosts(words, width), width }
  const fewest = Math.ceil(widthInEm(title) / width)
  for (const breakLimit of [inWord - 1, Infinity]) {
    const found = [fewest, fewest + 1]
      .filter((count) => count <= mostLines)
      .flatMap((count) => bestPartition(pieces, count, breakLimit) ?? [])
    const best = found.toSorted((a, b) => a.cost - b.cost)[0]
    if (best) return best.lines
  }
  return titleLines(title, width)
}

/** A title of more lines is not shaped. */
const mostLines = 5
/** Cost of one more line, which may keep a name unbroken. */
const lineCost = 90

interface Pieces {
  words: readonly string[]
  /** Width of each word, in cells. */
  widths: readonly number[]
  costs: readonly number[]
  width: number
}

interface Partition {
  lines: string[]
  cost: number
}

/**
 * The cheapest partition of a title into `count` lines in which no single break costs `dearest` or
 * more.
 */
function bestPartition(pieces: Pieces, count: number, dearest: number): Partition | undefined {
  const { words, widths, costs, width } = pieces
  let best: { ends: readonly number[]; cost: number } = { ends: [], cost: Infinity }
  const cut = (from: number, made: PartialTitle, left: number): void => {
    const lines = count - made.ends.length
    // A space at the end of a line is dropped, which gains half a cell.
    if (left > (width + 0.5) * lines || made.cost - largestGain * lines >= best.cost) return
    if (lines === 1) {
      const cost = made.cost + shapeCost([...made.lengths, left])
      if (left <= width && cost < best.cost) best = { ends: made.ends, cost }
      return
    }
    let line = 0
    for (let to = from + 1; to < words.length; to++) {
      line += widths[to - 1] ?? 0
      const length = line - (endsInSpace.test(words[to - 1] ?? '') ? 0.5 : 0)
      if (length > width) break
      const breakCost = costs[to] ?? 0
      if (breakCost > dearest) continue
      const next = {
        ends: [...made.ends, to],
        lengths: [...made.lengths, length],
        cost: made.cost + breakCost,
      }
      cut(to, next, left - line)
    }
  }
  const total = widths.reduce((sum, one) => sum + one, 0)
  cut(0, { ends: [], lengths: [], cost: count * lineCost }, total)
  if (best.cost === Infinity) return undefined
  const { ends, cost } = best
  const lines = [0, ...ends].map((start, line) => words.slice(start, ends[line]).join('').trim())
  return { lines, cost }
}

/** The lines so far: their ends, widths in cells, and cost. */
interface PartialTitle {
  ends: readonly number[]
  lengths: readonly number[]
  cost: number
}

/** Maximum gain of one break. */
const largestGain = 60
const endsInSpace = /\s$/u

/** Cost of a shape: 0 for a trapezoid or diamond of moderate slope. */
function shapeCost(lengths: readonly number[]): number {
  const steps = lengths.slice(1).map((length, index) => length - (lengths[index] ?? 0))
  const [shortest, longest] = [Math.min(...lengths), Math.max(...lengths)]
  const turns = steps.slice(1).filter((step, index) => step > 0 !== (steps[index] ?? 0) > 0)
  const isHourglass = steps.some((step, index) => step < 0 && steps.slice(index).some((s) => s > 0))
  const rectangle = steps.filter((step) => Math.abs(step) < 1).length * 40
  const slope = steps.reduce((sum, step) => sum + Math.max(0, Math.abs(step) - 6) ** 2, 0)
  const thin = shortest < longest / 3 ? 60 : 0
  return rectangle + slope + thin + (isHourglass ? 80 : 0) + (turns.length > 1 ? 80 : 0)
}
