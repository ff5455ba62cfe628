import type { Diagnostic } from '../model/diagnostic.js'
import type { IssueReport } from '../model/report.js'
import { columnsOf } from '../text/terminal-width.js'

/** How a part of the text is shown; the identity when there is no colour. */
export interface Paint {
  error: (text: string) => string
  warning: (text: string) => string
  faint: (text: string) => string
}

/** Sources by the path that diagnostics use, for the lines that are quoted. */
export type SourceText = (file: string) => string | undefined

/** One diagnostic: place, what is wrong, what to type, and the line with a caret under it. */
export function diagnosticText(one: Diagnostic, sources: SourceText, paint: Paint): string {
  const { file, at, severity, rule, message, fix } = one
  const word = severity === 'error' ? paint.error('错误') : paint.warning('警告')
  const lines = [
    `${file}:${at.line}:${at.column}  ${word}  ${paint.faint(rule)}`,
    `  ${message}`,
    `  改法：${fix}`,
  ]
  const source = sources(file)?.split(/\r?\n/)[at.line - 1]
  if (source !== undefined && source.trim() !== '')
    lines.push(...quoted(source, at.line, at.column, paint))
  return lines.join('\n')
}

/** Longest part of a line that is quoted, in characters, and how much of it stands before the caret. */
const longestQuote = 60
const before = 24

function quoted(source: string, line: number, column: number, paint: Paint): string[] {
  const start = source.length <= longestQuote ? 0 : Math.max(0, column - 1 - before)
  const shown = source.slice(start, start + longestQuote).replaceAll('\t', ' ')
  const lead = start > 0 ? '…' : ''
  const number = String(line)
  const blank = ' '.repeat(columnsOf(lead + shown.slice(0, column - 1 - start)))
  return [
    paint.faint(`  ${number} │ ${lead}${shown}`),
    paint.faint(`  ${' '.repeat(number.length)} │ ${blank}^`),
  ]
}

/** The last line of an issue: what was made, or why nothing was. */
export function summary(report: IssueReport, paint: Paint): string {
  if (report.fault) return `${report.fault.message}\n改法：${report.fault.fix}`
  const count = (severity: Diagnostic['severity']) =>
    report.diagnostics.filter((one) => one.severity === severity).length
  const [errors, warnings] = [count('error'), count('warning')]
  const said = [
    errors && paint.error(`${errors} 个错误`),
    warnings && paint.warning(`${warnings} 个警告`),
  ]
    .filter(Boolean)
    .join('，')
  if (report.pdf === undefined) return `${said}；没有生成 PDF：${report.issue}`
  const made = report.cached
    ? `没有改动，沿用上次的 PDF：${report.pdf}（${report.pages} 页）`
    : `PDF 已生成：${report.pdf}（${report.pages} 页）`
  return said ? `${said}；${made}` : made
}

/** Milliseconds by step, one line. */
export const timingLine = ({ timings }: IssueReport): string =>
  `用时：${Object.entries(timings)
    .map(([step, ms]) => `${stepNames[step] ?? step} ${Math.round(ms)} 毫秒`)
    .join('，')}`

export const stepNames: Record<string, string> = {
  recall: '核对',
  read: '读取',
  parse: '解析',
  check: '检查',
  render: '排版',
  print: '打印',
  'print.load': '装入页面',
  'print.layout': '分页',
  'print.pdf': '输出',
  finish: '写入',
  browser: '浏览器启动',
  pictures: '图片缩放',
  rules: '校对',
}

export interface TextOptions {
  quiet: boolean
  verbose: boolean
  sources: SourceText
  paint: Paint
}

/** All that a person is told of an issue: what is wrong, then what was made. Empty when nothing is to be said. */
export function issueText(report: IssueReport, options: TextOptions): string {
  const { quiet, verbose, sources, paint } = options
  const failed = report.pdf === undefined
  const shown = report.diagnostics.filter(({ severity }) => !quiet || severity === 'error')
  const parts = shown.map((one) => `${diagnosticText(one, sources, paint)}\n`)
  if (!quiet && report.standIns !== undefined) parts.push(report.standIns)
  if (verbose && !failed) parts.push(`浏览器：${report.browser}`, timingLine(report))
  if (!quiet || failed) parts.push(summary(report, paint))
  return parts.join('\n')
}
