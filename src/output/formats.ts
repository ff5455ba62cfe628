import { virtualOrigin } from '../browser/policy.js'
import type { Issue } from '../model/issue.js'
import { finishPdf } from '../pdf/index.js'
import { documentTitle } from '../typeset/views/view.js'
import { metadataOf } from './pdf/metadata.js'
import type { Printed } from './pdf/print.js'

/** What every format is made from: the arranged issue, and its pages as they were printed and proved. */
export interface PrintedIssue {
  issue: Issue
  printed: Printed
  /** Seconds since 1970 that stand for the issue's date (SOURCE_DATE_EPOCH). */
  epoch?: number
}

/** One kind of file that an issue becomes. */
export interface OutputFormat {
  /** How the names of its files end. */
  extension: string
  /** @throws Error when the print was not asked to keep what the format needs. */
  file(printed: PrintedIssue): Uint8Array
}

/** Every format of a file; a new one is a row. */
export const formats = {
  pdf: {
    extension: '.pdf',
    file: ({ issue, printed, epoch }) =>
      finishPdf(printed.pdf, {
        ...metadataOf(issue, documentTitle(issue), epoch),
        titleLinks: { origin: virtualOrigin, ids: printed.titles },
      }),
  },
  html: {
    extension: '.html',
    file({ printed }) {
      if (printed.html === undefined) throw new Error('the print kept no HTML')
      return Buffer.from(printed.html)
    },
  },
} as const satisfies Record<string, OutputFormat>

export type FormatName = keyof typeof formats
