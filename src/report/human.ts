import type { Diagnostic } from '../model/diagnostic.js'
import type { FormatName, OutputFile } from '../model/format.js'
import { fileFormats, usualFormats } from '../model/format.js'
import type { IssueReport } from '../model/report.js'
import { askedLines } from './asked.js'
import { codedLines } from './coded.js'
import type { Paint, SourceLookup } from './diagnostic-text.js'
import { buildFindings } from './findings.js'

/** Returns the last line for an issue: what was written, or why nothing was. */
export function summary(
  report: IssueReport,
  { paint, formats }: Pick<TextOptions, 'paint' | 'formats'>,
): string {
  if (report.fault) return `${report.fault.message}\n改法：${report.fault.hint}`
  const count = (severity: Diagnostic['severity']) =>
    report.diagnostics.filter((one) => one.severity === severity).length
  const [errors, warnings] = [count('error'), count('warning')]
  const counts = [
    errors && paint.error(`${errors} 个错误`),
    warnings && paint.warning(`${warnings} 个警告`),
  ]
    .filter(Boolean)
    .join('，')
  if (report.files === undefined) return `${counts}；${notMadeText(report, formats)}`
  const made = report.cached
    ? `没有改动，沿用上次的 ${filesText(report, report.files, '')}`
    : filesText(report, report.files, ' 已生成')
  return counts ? `${counts}；${made}` : made
}

/** 没有生成 PDF、Word：issue-54 */
export const notMadeText = (
  { issue }: IssueReport,
  formats: TextOptions['formats'] = usualFormats,
): string => `没有生成 ${formats.map((one) => fileFormats[one].name).join('、')}：${issue}`

/** Returns the files by kind, with the number of pages of the PDF. */
const filesText = ({ pages }: IssueReport, files: readonly OutputFile[], made: string): string =>
  files
    .map(({ format, path }) => {
      const file = `${fileFormats[format].name}${made}：${path}`
      return format === 'pdf' ? `${file}（${pages} 页）` : file
    })
    .join('；')

/**
 * Returns the lines of `--verbose`: the paragraphs with other lines, how pictures are coded, the browser,
 * if there was one, and the times.
 */
export const technicalLines = (report: IssueReport): string[] => [
  ...askedLines(report),
  ...codedLines(report),
  ...(report.browser === undefined ? [] : [`浏览器：${report.browser}`]),
  timingLine(report),
]

/** Returns one line with the milliseconds of each step. */
export const timingLine = ({ timings }: IssueReport): string =>
  `用时：${Object.entries(timings)
    .map(([step, ms]) => `${stepNames[step] ?? step} ${Math.round(ms)} 毫秒`)
    .join('，')}`

/** The Chinese names of steps and their parts. */
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

/** How to print the text for an issue. */
export interface TextOptions {
  quiet: boolean
  verbose: boolean
  /** The kinds of file that were asked for; by default a PDF. */
  formats?: readonly FormatName[]
  sources: SourceLookup
  paint: Paint
}

/**
 * Returns the text for one issue: its diagnostics, then the summary. Empty when there is nothing to
 * report.
 */
export function issueText(report: IssueReport, options: TextOptions): string {
  const { quiet, verbose } = options
  const failed = report.files === undefined
  const parts = buildFindings(report.issue, report.diagnostics, options)
  if (!quiet && report.standIns !== undefined) parts.push(report.standIns)
  if (verbose && !failed) parts.push(...technicalLines(report))
  if (!quiet || failed) parts.push(summary(report, options))
  return parts.join('\n')
}
