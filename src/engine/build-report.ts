import { remotePicturesTogether } from '../issue/remote-pictures.js'
import type { Diagnostic } from '../model/diagnostic.js'
import { blocks, inReadingOrder } from '../model/diagnostic.js'
import type { ExitCode } from '../model/exit-codes.js'
import { exitCodes } from '../model/exit-codes.js'
import type { CodedPicture, IssueReport } from '../model/report.js'
import type { Request } from '../model/request.js'
import type { Printed } from '../output/pdf/print.js'
import { articlesReport } from '../report/articles.js'
import { askedReport } from '../report/asked.js'
import { isoDay } from '../text/day.js'
import type { PreparedIssue } from './prepare.js'
import type { Stopwatch } from './timings.js'
import { timingsOf } from './timings.js'

/** Returns whether the findings prevent the files: any error, and with `--strict` any warning. */
export const stops = (findings: readonly Diagnostic[], { strict }: Request): boolean =>
  blocks(findings) || (strict && findings.length > 0)

/** What a build that wrote its files has made; `printed` is missing when no format needs pages. */
export interface Made {
  printed: (Printed & { browser: string }) | undefined
  coded: readonly CodedPicture[]
}

/**
 * Returns the report of a build: with `made`, of a build that wrote its files; without it, of a
 * build that was stopped.
 */
export function buildReport(
  request: Request,
  { sources, issue, fonts }: PreparedIssue,
  findings: readonly Diagnostic[],
  timings: Stopwatch,
  made?: Made,
): IssueReport {
  timings.begin(undefined)
  const printed = made?.printed
  const pdf = request.files.find(({ format }) => format === 'pdf')
  const steps = timings.spans()
  const order = inReadingOrder(sources.articles.map(({ path }) => path))
  return {
    issue: request.target,
    title: issue.title,
    issueLine: issue.issueLine,
    period: issue.period,
    date: issue.date && isoDay(issue.date),
    publisher: issue.publisher,
    articles: articlesReport(issue, (id) => printed?.pages.get(id)),
    diagnostics: remotePicturesTogether(findings.toSorted(order), request.target),
    fonts: fonts.report,
    standIns: fonts.standInLine,
    timings: timingsOf(steps),
    steps,
    exitCode: made ? exitCodes.built : stoppedCode(findings),
    ...(made && {
      files: request.files,
      ...(pdf && { pdf: pdf.path }),
      ...(request.html !== undefined && { html: request.html }),
      ...(made.coded.length > 0 && { pictures: [...made.coded] }),
    }),
    ...(printed && {
      pages: printed.total,
      prints: printed.prints,
      browser: printed.browser,
      ...(issue.settings.page?.fit && { asked: askedReport(printed.asked, issue) }),
    }),
  }
}

/**
 * The exit code of a stopped build: configuration errors (2) take precedence over article errors
 * (1).
 */
const stoppedCode = (findings: readonly Diagnostic[]): ExitCode =>
  findings.some(({ severity, configuration }) => severity === 'error' && configuration)
    ? exitCodes.usage
    : exitCodes.content
