import { columnsOf } from '../src/report/width.js'
import type { Comparison } from './contender.js'
import type { Spread } from './measure.js'
import type { Results } from './results.js'

/** The measurements and the ratios as plain text in columns. */
export function tableText(results: Results, comparisons: readonly Comparison[]): string {
  const rows = [...results].map(([{ name }, { time, memory, pages, bytes }]) => [
    name,
    ...seconds(time),
    memory === undefined ? '—' : `${Math.round(memory.median)} MB`,
    String(pages),
    `${Math.round(bytes / 1024)} KB`,
  ])
  const head = ['', '中位数', '最短', '最长', '内存峰值', '页数', 'PDF']
  const ratios = ratiosOf(results, comparisons).map(
    ({ ours, against, time, target, memory }) =>
      `${ours} ÷ ${against}：时间 ${time.toFixed(2)}（目标 ≤ ${target}）${memory === undefined ? '' : `，内存 ${memory.toFixed(2)}`}`,
  )
  return [...columns([head, ...rows]), '', ...ratios].join('\n')
}

export interface Ratio {
  ours: string
  against: string
  time: number
  target: number
  memory: number | undefined
}

/** How the medians compare. */
export const ratiosOf = (results: Results, comparisons: readonly Comparison[]): Ratio[] =>
  comparisons.flatMap(({ ours, against, target }) => {
    const [a, b] = [results.get(ours), results.get(against)]
    if (!a || !b) return []
    const memory = a.memory && b.memory && a.memory.median / b.memory.median
    return [
      {
        ours: ours.name,
        against: against.name,
        time: a.time.median / b.time.median,
        target,
        memory,
      },
    ]
  })

const seconds = ({ median, min, max }: Spread) =>
  [median, min, max].map((ms) => `${(ms / 1000).toFixed(2)} s`)

/** First column flush left, the others flush right. */
function columns(rows: readonly string[][]): string[] {
  const widths = (rows[0] ?? []).map((_, i) =>
    Math.max(...rows.map((row) => columnsOf(row[i] ?? ''))),
  )
  return rows.map((row) =>
    row
      .map((cell, i) => {
        const blank = ' '.repeat((widths[i] ?? 0) - columnsOf(cell))
        return i === 0 ? cell + blank : blank + cell
      })
      .join('  ')
      .trimEnd(),
  )
}
