import type { Diagnostic } from '../model/diagnostic.js'
import type { ExitCode } from '../model/exit-codes.js'
import type { IssueReport } from '../model/report.js'
import { inColumns } from './columns.js'
import { buildFindings } from './findings.js'
import type { TextOptions } from './human.js'
import { notMadeText, summary, technicalLines } from './human.js'

/** A row of the table printed at the end of a run over several issues. */
export interface BatchRow {
  issue: string
  /** Undefined when the pages were not printed. */
  pages?: number
  /** Milliseconds from start to end of the build. */
  time: number
  warnings: number
  errors: number
  exitCode: ExitCode
  /** Not started, because an earlier issue failed. */
  skipped: boolean
  /** Unchanged: the files of an earlier run were kept. */
  cached: boolean
}

/** Returns the table row of a report. `time` is in ms. */
export function batchRow(report: IssueReport, time: number): BatchRow {
  const count = (severity: Diagnostic['severity']) =>
    report.diagnostics.filter((one) => one.severity === severity).length
  return {
    issue: report.issue,
    ...(report.pages !== undefined && { pages: report.pages }),
    time,
    warnings: count('warning'),
    errors: count('error'),
    exitCode: report.exitCode,
    skipped: report.skipped === true,
    cached: report.cached === true,
  }
}

/**
 * Returns the text for one issue of several: its diagnostics, then its summary line, which starts
 * with `done`. Warnings of a rule that earlier issues have reported often enough are omitted;
 * `reported` counts them by rule and is updated. Substitute fonts are omitted, because a run reports
 * them once. Empty when there is nothing to report.
 */
export function issueOfManyText(
  report: IssueReport,
  done: string,
  options: TextOptions,
  reported: Map<string, number>,
): string {
  const { quiet, verbose, paint } = options
  const { diagnostics, fault, issue, files } = report
  if (quiet && files !== undefined) return ''
  const parts = buildFindings(issue, diagnostics, options, reported)
  if (verbose && files !== undefined) parts.push(...technicalLines(report))
  if (fault) parts.push(`${fault.message}\n改法：${fault.hint}`)
  const line = fault ? notMadeText(report, options.formats) : summary(report, options)
  return [...parts, `${paint.faint(done)} ${line}`].join('\n')
}

/** Returns the table of a run with its totals. `time` is in ms. */
export function batchTable(rows: readonly BatchRow[], time: number): string {
  const cells = rows.map(({ issue, pages, time, warnings, errors, ...row }) => [
    issue,
    pages === undefined ? '-' : String(pages),
    row.skipped ? '-' : timeText(time),
    row.skipped ? '-' : `${warnings}/${errors}`,
    resultOf({ errors, ...row }),
  ])
  // 期 and 结果 are text columns; the others are numeric.
  const lines = inColumns([['期', '页数', '用时', '警告/错误', '结果'], ...cells], [0, 4])
  return [...lines, totalsText(rows, time)].join('\n')
}

const results: Record<ExitCode, string> = {
  0: '已生成',
  1: '稿件有错误',
  2: '用法或设置有误',
  3: '环境有问题',
  70: '程序出错',
  130: '没有开始',
}

function resultOf({
  exitCode,
  errors,
  cached,
}: Pick<BatchRow, 'exitCode' | 'errors' | 'cached'>): string {
  if (cached) return '没有改动'
  return exitCode === 1 && errors === 0 ? '有警告，没有生成' : results[exitCode]
}

function totalsText(rows: readonly BatchRow[], time: number): string {
  const made = rows.filter(({ exitCode }) => exitCode === 0).length
  const skipped = rows.filter((row) => row.skipped).length
  const failed = rows.length - made - skipped
  const sum = (of: (row: BatchRow) => number) => rows.reduce((all, row) => all + of(row), 0)
  const counts = [
    `生成 ${made} 期`,
    failed > 0 && `失败 ${failed} 期`,
    skipped > 0 && `没有开始 ${skipped} 期`,
  ].filter(Boolean)
  const found = `${sum(({ warnings }) => warnings)} 个警告，${sum(({ errors }) => errors)} 个错误`
  return `共 ${rows.length} 期：${counts.join('，')}；${sum(({ pages = 0 }) => pages)} 页，${found}；用时 ${timeText(time)}。`
}

/** Formats milliseconds: 1.2 秒, 3 分 05 秒. */
function timeText(ms: number): string {
  const seconds = ms / 1000
  if (seconds < 99.95) return `${seconds.toFixed(1)} 秒`
  const wholeSeconds = Math.round(seconds)
  return `${Math.floor(wholeSeconds / 60)} 分 ${String(wholeSeconds % 60).padStart(2, '0')} 秒`
}
