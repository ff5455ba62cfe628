import type { IssueReport } from '../model/report.js'
import { stepNames } from './human.js'

/**
 * Returns the timings as a Trace Event file, for chrome://tracing and Perfetto. Each issue is a
 * process; its sequential steps share one track, and parallel work has separate tracks.
 */
export function traceEvents(reports: readonly Pick<IssueReport, 'issue' | 'steps'>[]): string {
  const traceEvents = reports.flatMap(({ issue, steps }, index) => {
    const pid = index + 1
    const tracks = [...new Set(steps.map(({ name }) => trackOf(name)))]
    return [
      { ph: 'M', pid, name: 'process_name', args: { name: issue } },
      ...steps.map(({ name, start, ms }) => ({
        ph: 'X',
        pid,
        tid: tracks.indexOf(trackOf(name)) + 1,
        name: stepNames[name] ?? name,
        ts: Math.round(start * 1000),
        dur: Math.round(ms * 1000),
      })),
    ]
  })
  return `${JSON.stringify({ traceEvents, displayTimeUnit: 'ms' })}\n`
}

/** Spans that run in parallel with the steps; each has its own track. */
const parallel = new Set(['browser', 'pictures', 'rules'])

const trackOf = (name: string): string => (parallel.has(name) ? name : 'steps')
