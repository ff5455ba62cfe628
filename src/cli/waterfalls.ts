import type { IssueReport } from '../report/issue-report.js'
import { waterfall } from '../report/waterfall.js'
import type { BuildFlags } from './command.js'
import type { Terminal } from './terminal.js'

/**
 * What `--timings` adds to the report of one issue after another: the start of the program stands
 * before the first. Empty where it was not asked for.
 */
export function waterfalls(
  { timings, json }: Pick<BuildFlags, 'timings' | 'json'>,
  { columns }: Pick<Terminal, 'columns'>,
): (report: IssueReport) => string {
  let isFirst = true
  return (report) => {
    if (!timings || json || report.steps.length === 0) return ''
    const text = waterfall(report, { columns, isFirst })
    isFirst = false
    return text
  }
}
