import type { IssueReport } from '../../model/report.js'
import type { Request } from '../../model/request.js'
import { digestOf } from '../../system/digest.js'
import type { BuildEnvironment } from './keys.js'
import { pagesKey } from './keys.js'
import type { Store } from './store.js'
import type { Trace } from './trace.js'
import { isFresh } from './trace.js'

/** The proved pages of an issue, whatever files were made of them. */
interface KeptPages {
  trace: Trace
  /** What a build of the PDF alone would have said. */
  report: IssueReport
  /** Digest of the PDF; undefined when none was made of them. */
  pdf?: string
}

/** Whether a request is for the PDF of the pages and for nothing else. */
export const onlyPdf = ({ files, html }: Request): boolean =>
  html === undefined && files.every(({ format }) => format === 'pdf')

/** Returns the entry of a build that has printed pages. */
export function pagesOf(
  { files = [], html: _, ...report }: IssueReport,
  trace: Trace,
  pdf: Uint8Array | undefined,
): Buffer {
  const kept: KeptPages = {
    trace,
    report: {
      ...report,
      files: files.filter(({ format }) => format === 'pdf'),
      diagnostics: report.diagnostics.filter(({ format = 'pdf' }) => format === 'pdf'),
    },
    ...(pdf && { pdf: digestOf(pdf) }),
  }
  return Buffer.from(JSON.stringify(kept))
}

/** Returns the pages of an earlier build, whose inputs may have changed. */
export function keptPages(
  request: Request,
  store: Store,
  environment: BuildEnvironment,
): KeptPages | undefined {
  const entry = store.read(pagesKey(request, environment))
  return entry && (JSON.parse(entry.toString()) as KeptPages)
}

/** Returns the pages of an earlier build whose inputs are unchanged; otherwise undefined. */
export async function freshPages(
  request: Request,
  store: Store,
  environment: BuildEnvironment,
): Promise<KeptPages | undefined> {
  const kept = keptPages(request, store, environment)
  return kept && (await isFresh(kept.trace, environment)) ? kept : undefined
}
