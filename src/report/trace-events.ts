import type { IssueReport } from '../model/report.js'
import { stepNames } from './human.js'

/**
 * Timings as a Trace Event file, which Chromium (chrome://tracing) and Perfetto draw: an issue is a
 * process, its steps are on one track and what runs beside them on tracks of their own.
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

/** Steps that run beside the others; each has a track of its own. */
const beside = new Set(['browser', 'pictures', 'rules'])

const trackOf = (name: string): string => (beside.has(name) ? name : 'steps')
