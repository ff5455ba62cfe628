import { inColumns } from '../src/report/columns.js'
import type { Results } from './results.js'
import type { PreparedScene } from './scene.js'
import type { Spread } from './spread.js'
import type { Target } from './target.js'

/** A target with its result. */
export interface Outcome {
  name: string
  /** Null when it could not be measured. */
  value: number | null
  most: number
  met: boolean | null
}

/** Evaluates the targets. */
export const outcomesOf = (targets: readonly Target[], results: Results): Outcome[] =>
  targets.map(({ name, most, value }) => {
    const number = value(results) ?? null
    return { name, value: number, most, met: number === null ? null : number <= most }
  })

/** Returns the measurements and targets of a scene as a plain-text table. */
export function tableText(results: Results, { targets, notes = [] }: PreparedScene): string {
  const rows = [...results].map(([{ name }, { time, memory, pages, bytes }]) => [
    name,
    ...seconds(time),
    memory === undefined ? '—' : `${Math.round(memory.median)} MB`,
    String(pages),
    `${Math.round(bytes / 1024)} KB`,
  ])
  const head = ['', '中位数', '最短', '最长', '内存峰值', '页数', 'PDF']
  const outcomes = outcomesOf(targets, results).map(({ name, value, most, met }) => [
    name,
    value === null ? '—' : value.toFixed(3),
    `≤ ${most}`,
    met === null ? '量不出' : met ? '达到' : '没有达到',
  ])
  return [
    ...inColumns([head, ...rows]),
    '',
    ...inColumns([['', '结果', '目标', ''], ...outcomes]),
    ...notes,
  ].join('\n')
}

const seconds = ({ median, min, max }: Spread) =>
  [median, min, max].map((ms) => `${(ms / 1000).toFixed(2)} s`)
