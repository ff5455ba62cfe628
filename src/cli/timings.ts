import type { IssueReport } from '../model/report.js'
import { timingsTable } from '../report/timings-table.js'
import { traceEvents } from '../report/trace-events.js'
import type { BuildFlags } from './options/build.js'

/** Returns the text that `--timings` adds to the report of an issue; empty without `--timings`. */
export const timingsText = (
  { timings, json }: Pick<BuildFlags, 'timings' | 'json'>,
  report: IssueReport,
): string => (timings && !json && report.steps.length > 0 ? timingsTable(report) : '')

/** @throws {Fault} `environment` when it cannot be written. */
export async function writeTrace(
  { trace }: Pick<BuildFlags, 'trace'>,
  reports: readonly IssueReport[],
): Promise<void> {
  if (trace === undefined) return
  const { writeWhole } = await import('../system/write-whole.js')
  await writeWhole(trace, Buffer.from(traceEvents(reports)), { option: '--trace' })
}
