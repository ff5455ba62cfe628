import type { IssueReport } from '../model/report.js'
import type { Span } from '../model/timing.js'
import { inColumns } from './columns.js'
import { stepNames } from './human.js'

/** The steps of an issue from top to bottom: when each began after the first, and how long it took. */
export function timingsTable({ issue, steps }: Pick<IssueReport, 'issue' | 'steps'>): string {
  const spans = partsUnderTheirStep(steps)
  const begin = Math.min(...spans.map(({ start }) => start))
  const end = Math.max(...spans.map(({ start, ms }) => start + ms))
  const rows = inColumns([
    ['步骤', '开始', '用时'],
    ...spans.map(({ name, start, ms }) => [label(name), whole(start - begin), whole(ms)]),
    ['共', '', whole(end - begin)],
  ])
  return [`${issue} 各步用时（毫秒）：`, ...rows].join('\n')
}

/** `print.load` right after `print`, whatever else began in between. */
const partsUnderTheirStep = (spans: readonly Span[]): Span[] =>
  spans
    .filter(({ name }) => !name.includes('.'))
    .flatMap((step) => [step, ...spans.filter(({ name }) => name.startsWith(`${step.name}.`))])

const whole = (ms: number) => String(Math.round(ms))

/** A part stands under the step that it belongs to, indented. */
const label = (name: string) => (name.includes('.') ? '  ' : '') + (stepNames[name] ?? name)
