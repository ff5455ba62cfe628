import type { IssueReport } from '../model/report.js'
import type { Span } from '../model/timing.js'
import { inColumns } from './columns.js'
import { stepNames } from './human.js'

/**
 * Returns the steps of an issue as a table: start relative to the first step, and duration, in ms.
 */
export function timingsTable({ issue, steps }: Pick<IssueReport, 'issue' | 'steps'>): string {
  const spans = partsUnderTheirStep(steps)
  const begin = Math.min(...spans.map(({ start }) => start))
  const end = Math.max(...spans.map(({ start, ms }) => start + ms))
  const rows = inColumns([
    ['步骤', '开始', '用时'],
    ...spans.map(({ name, start, ms }) => [label(name), rounded(start - begin), rounded(ms)]),
    ['共', '', rounded(end - begin)],
  ])
  return [`${issue} 各步用时（毫秒）：`, ...rows].join('\n')
}

/**
 * Puts parts such as `print.load` directly after their step, even if other spans started in
 * between.
 */
const partsUnderTheirStep = (spans: readonly Span[]): Span[] =>
  spans
    .filter(({ name }) => !name.includes('.'))
    .flatMap((step) => [step, ...spans.filter(({ name }) => name.startsWith(`${step.name}.`))])

const rounded = (ms: number) => String(Math.round(ms))

/** Indents the parts of a step. */
const label = (name: string) => (name.includes('.') ? '  ' : '') + (stepNames[name] ?? name)
