import type { Span } from '../stopwatch.js'
import { gap, inColumns } from './columns.js'
import { stepNames } from './human.js'
import type { IssueReport } from './issue-report.js'
import { columnsOf } from './width.js'

export interface WaterfallOptions {
  /** Columns of the terminal. */
  columns: number
  /** The first issue of a run: what came before its first step is the start of the program. */
  isFirst: boolean
}

/** The steps that follow each other; the others go on beside them. */
const inTurn = new Set(['start', 'recall', 'read', 'parse', 'check', 'render', 'print', 'finish'])

/** Columns that are always left for the bars. */
const narrowest = 10

/** The steps of an issue from top to bottom, each with a bar where and as long as it went on. */
export function waterfall(report: IssueReport, { columns, isFirst }: WaterfallOptions): string {
  const spans = partsUnderTheirStep(isFirst ? withStart(report.steps) : report.steps)
  const begin = Math.min(...spans.map(({ start }) => start))
  const end = Math.max(...spans.map(({ start, ms }) => start + ms))
  const cells = [
    ['步骤', '开始', '用时'],
    ...spans.map(({ name, start, ms }) => [label(name), whole(start - begin), whole(ms)]),
    ['共', '', whole(end - begin)],
  ]
  const texts = inColumns(cells)
  const room = Math.max(narrowest, columns - columnsOf(texts[0] ?? '') - gap.length)
  const lines = texts.map((text, row) => {
    const span = spans[row - 1]
    return span ? text + gap + bar(span, { begin, end, room }) : text
  })
  return [`${report.issue} 各步用时（毫秒；░ 与别的步骤同时进行）：`, ...lines].join('\n')
}

/** Everything before the first step of the program proper, as a span of its own. */
function withStart(spans: readonly Span[]): Span[] {
  const first = spans.find(({ name }) => name === 'recall' || name === 'read')
  return first ? [{ name: 'start', start: 0, ms: first.start }, ...spans] : [...spans]
}

/** `print.load` right after `print`, whatever else began in between. */
const partsUnderTheirStep = (spans: readonly Span[]): Span[] =>
  spans
    .filter(({ name }) => !name.includes('.'))
    .flatMap((step) => [step, ...spans.filter(({ name }) => name.startsWith(`${step.name}.`))])

const whole = (ms: number) => String(Math.round(ms))

/** A part stands under the step that it belongs to, indented. */
const label = (name: string) => (name.includes('.') ? '  ' : '') + (stepNames[name] ?? name)

function bar(
  { name, start, ms }: Span,
  { begin, end, room }: { begin: number; end: number; room: number },
): string {
  const place = (at: number) => Math.round(((at - begin) / (end - begin || 1)) * room)
  const length = Math.max(1, place(start + ms) - place(start))
  const isInTurn = inTurn.has(name.split('.')[0] ?? name)
  return ' '.repeat(Math.min(place(start), room - 1)) + (isInTurn ? '█' : '░').repeat(length)
}
