import type { Diagnostic } from '../model/diagnostic.js'
import type { IssueReport } from '../model/report.js'
import { askedLines } from './asked.js'
import { codedLines } from './coded.js'
import { buildFindings } from './findings.js'
import type { TextOptions } from './human.js'
import { notMadeText, summary, timingLine } from './human.js'

/** A rebuild of a watched issue. */
export interface RebuiltIssue {
  report: IssueReport
  /** Whether the previous build failed. */
  failedBefore: boolean
  /** Diagnostics that are still visible on the terminal; their warnings are not repeated. */
  visible: readonly Diagnostic[]
  /** Names of the changed files, as shown to the user. */
  changed: readonly string[]
  /** Milliseconds from the change to the finished files. */
  took: number
  /** Time of day, `14:03:22`. */
  at: string
}

/**
 * Returns the text for a rebuild: every error, new warnings, and one line with the changed files
 * and the result. Empty when there is nothing to report.
 */
export function rebuiltText(rebuilt: RebuiltIssue, options: TextOptions): string {
  const { report, visible } = rebuilt
  const { quiet, verbose } = options
  const failed = report.files === undefined
  const known = new Set(visible.map(nameOf))
  const shown = report.diagnostics.filter(
    (one) => one.severity === 'error' || (!quiet && !known.has(nameOf(one))),
  )
  const parts = buildFindings(report.issue, shown, options)
  if (report.fault) parts.push(`${summary(report, options)}\n`)
  if (verbose && !failed)
    parts.push(...askedLines(report), ...codedLines(report), timingLine(report))
  if (!quiet || failed) parts.push(line(rebuilt, options))
  return parts.join('\n')
}

function line(
  { report, failedBefore, changed, took, at }: RebuiltIssue,
  options: TextOptions,
): string {
  const failed = report.files === undefined
  const [first = report.issue] = changed
  const what = changed.length > 1 ? `${changed.length} 个文件` : first
  const mended = !failed && failedBefore ? '已改好；' : ''
  const time = failed ? '' : `，${Math.round(took)} 毫秒`
  const made = report.fault ? notMadeText(report, options.formats) : summary(report, options)
  return `${options.paint.faint(at)}  ${what}  ${mended}${made}${time}`
}

/** Identifies a diagnostic without its place, because lines move when text above them is edited. */
const nameOf = ({ file, rule, message }: Diagnostic): string => [file, rule, message].join('\n')
