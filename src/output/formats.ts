import { virtualOrigin } from '../browser/policy.js'
import type { Issue } from '../model/issue.js'
import { finishPdf } from '../pdf/index.js'
import { documentTitle } from '../typeset/views/view.js'
import { metadataOf } from './pdf/metadata.js'
import type { Printed } from './pdf/print.js'

/** The input of every output format: the arranged issue and its printed, verified pages. */
export interface PrintedIssue {
  issue: Issue
  printed: Printed
  /** SOURCE_DATE_EPOCH, in seconds since 1970: replaces the issue's date. */
  epoch?: number
}

/** One kind of file that an issue can be written as. */
export interface OutputFormat {
  /**
   * Returns the contents of the file.
   * @throws Error when the print did not keep what the format needs.
   */
  file(printed: PrintedIssue): Uint8Array
}

/** All output formats by name. A new format is a row here and an option in `cli/options/build.ts`. */
export const formats = {
  pdf: {
    file: ({ issue, printed, epoch }) =>
      finishPdf(printed.pdf, {
        ...metadataOf(issue, documentTitle(issue), epoch),
        titleLinks: { origin: virtualOrigin, ids: printed.titles },
      }),
  },
  html: {
    file({ printed }) {
      if (printed.html === undefined) throw new Error('the print kept no HTML')
      return Buffer.from(printed.html)
    },
  },
} as const satisfies Record<string, OutputFormat>

export type FormatName = keyof typeof formats
