import { cellsOf } from '../cells.js'
import { breakCosts, titleLines, wordsOf } from '../title-lines.js'

/** A break this dear is forbidden: before a mark or 的, after an opening mark. */
const forbidden = 1_000
/** A syllable that belongs to the word before, which the dictionary cuts off: 志愿｜者. */
const suffix = /^[者性化率度型式员家们等]/u
/** More words than this are cut evenly: the partitions would be too many to weigh. */
const mostWords = 60

/**
 * Breaks a document's title into as few lines as hold it, in the shape of a trapezoid or a diamond,
 * never a rectangle or an hourglass (GB/T 9704—2012, 7.3.1; the weighing is ours). Where the writer
 * broke (`\n`) it stays broken.
 */
export function shapedTitle(title: string, width: number): string[] {
  if (title.includes('\n') || cellsOf(title) <= width) return titleLines(title, width)
  const words = wordsOf(title, width)
  if (words.length > mostWords) return titleLines(title, width)
  const costs = breakCosts(words).map((cost, index) =>
    suffix.test(words[index] ?? '') ? cost + 100 : cost,
  )
  for (let count = Math.ceil(cellsOf(title) / width); count <= 5; count++) {
    const found = partitions(words, costs, count, width)
    const best = found.toSorted((a, b) => a.cost - b.cost)[0]
    if (best) return best.lines
  }
  return titleLines(title, width)
}

interface Partition {
  lines: string[]
  cost: number
}

function partitions(
  words: readonly string[],
  costs: readonly number[],
  count: number,
  width: number,
): Partition[] {
  const found: Partition[] = []
  const cut = (from: number, lines: readonly string[], cost: number): void => {
    const rest = words.slice(from).join('').trim()
    if (lines.length === count - 1) {
      if (cellsOf(rest) <= width) {
        const all = [...lines, rest]
        found.push({ lines: all, cost: cost + shapeCost(all.map(cellsOf)) })
      }
      return
    }
    for (let to = from + 1; to < words.length; to++) {
      const line = words.slice(from, to).join('').trim()
      if (cellsOf(line) > width) break
      const dear = costs[to] ?? 0
      if (dear < forbidden) cut(to, [...lines, line], cost + dear)
    }
  }
  cut(0, [], 0)
  return found
}

/** What a shape costs: nothing for a trapezoid or a diamond of moderate slope. */
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
