import { virtualOrigin } from '../../browser/policy.js'
import { finishPdf } from '../../pdf/index.js'
import { documentTitle } from '../../typeset/views/view.js'
import type { PrintedIssue } from '../printed-issue.js'
import { metadataOf } from './metadata.js'

/** Returns the PDF of a printed issue, with its metadata and bookmarks. */
export const pdfFile = ({
  issue,
  printed,
  epoch,
}: Pick<PrintedIssue, 'issue' | 'printed' | 'epoch'>): Uint8Array =>
  finishPdf(printed.pdf, {
    ...metadataOf(issue, documentTitle(issue), epoch),
    titleLinks: { origin: virtualOrigin, ids: printed.titles },
  })
