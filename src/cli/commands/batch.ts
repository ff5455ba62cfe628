import pLimit from 'p-limit'
import type { ExitCode } from '../../model/exit-codes.js'
import { exitCodes, worst } from '../../model/exit-codes.js'
import type { IssueReport } from '../../model/report.js'
import type { Request } from '../../model/request.js'
import type { BatchRow } from '../../report/batch.js'
import { batchRow, batchTable, issueOfManyText } from '../../report/batch.js'
import { bugText } from '../bug-text.js'
import type { BuildFlags } from '../options/build.js'
import { notBuilt } from '../report-of.js'
import { formatsOf } from '../requests.js'
import { textOf } from '../source-text.js'
import type { Terminal } from '../terminal.js'
import { timingsText, writeTrace } from '../timings.js'

interface BatchContext {
  build: (request: Request) => Promise<IssueReport>
  terminal: Terminal
  /** Called with all reports, in the order of the arguments. */
  finished?: (reports: readonly IssueReport[]) => Promise<void>
  /** How many issues are built concurrently. */
  jobs: number
}

/**
 * Builds several issues concurrently. Prints each report when its issue is finished, and at the end
 * a table in the order of the arguments. A failed issue stops the others only with `--fail-fast`,
 * and then only those that have not been started. Returns the worst exit code.
 */
export async function runBatch(
  requests: readonly Request[],
  flags: BuildFlags,
  context: BatchContext,
): Promise<ExitCode> {
  const { terminal, jobs } = context
  terminal.expect(requests.length)
  const since = performance.now()
  const show = resultPrinter(requests.length, flags, terminal)
  const limit = pLimit(jobs)
  let broken: string | undefined
  const reports: IssueReport[] = []
  const rows = await limit.map(requests, async (request): Promise<BatchRow> => {
    const began = performance.now()
    const report: IssueReport =
      broken === undefined
        ? await buildOne(request, context)
        : { ...notBuilt(request.target, notBegun(broken), exitCodes.interrupted), skipped: true }
    if (flags.failFast && report.exitCode !== exitCodes.built) broken ??= request.target
    show(report)
    reports.push(report)
    return batchRow(report, performance.now() - began)
  })
  if (!flags.json && !flags.quiet) terminal.say(`\n${batchTable(rows, performance.now() - since)}`)
  await writeTrace(flags, reports)
  const places = new Map(requests.map(({ target }, index) => [target, index]))
  const place = ({ issue }: IssueReport) => places.get(issue) ?? 0
  await context.finished?.(reports.toSorted((a, b) => place(a) - place(b)))
  return worst(rows.filter(({ skipped }) => !skipped).map(({ exitCode }) => exitCode))
}

/** Builds one issue of a batch. An internal error ends only this issue. */
async function buildOne(request: Request, { build, terminal }: BatchContext): Promise<IssueReport> {
  try {
    return await build(request)
  } catch (error) {
    terminal.say(bugText(error))
    const fault = { message: '程序自己出了错，不是稿件的问题。', hint: '把上面的文字发给开发者。' }
    return notBuilt(request.target, fault, exitCodes.bug)
  }
}

const notBegun = (broken: string) => ({
  message: `没有开始：“${broken}”失败了（--fail-fast）。`,
  hint: '改好那一期再排；不想因为一期停下，就删去 --fail-fast。',
})

/**
 * Returns the function that prints the result of an issue. Equal messages about substitute fonts
 * are printed once per run.
 */
function resultPrinter(total: number, flags: BuildFlags, terminal: Terminal) {
  const standIns = new Set<string>()
  const reported = new Map<string, number>()
  let done = 0
  return (report: IssueReport): void => {
    if (flags.json) return terminal.out(JSON.stringify(report))
    // Issues that were not started appear only in the table.
    if (report.skipped) return
    done += 1
    if (!flags.quiet && report.standIns !== undefined && !standIns.has(report.standIns)) {
      standIns.add(report.standIns)
      terminal.say(report.standIns)
    }
    const options = { ...flags, formats: formatsOf(flags), sources: textOf, paint: terminal.paint }
    terminal.say(issueOfManyText(report, `[${done}/${total}]`, options, reported))
    terminal.say(timingsText(flags, report))
  }
}
