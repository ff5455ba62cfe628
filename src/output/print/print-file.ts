import { srgbProfile } from '../../images/srgb-profile.js'
import { Fault } from '../../model/fault.js'
import type { PrintOptions, PrintReport } from '../../model/print.js'
import { archivePdf } from '../../pdf/archive/index.js'
import { addBleed, impose, paper, pdfFacts, recolourPdf } from '../../pdf/press/index.js'
import { blankPages, bookletSheets, sidesOf } from './booklet.js'
import { picturesInOneInk } from './pictures.js'

/** A print file, and what it is like. */
export interface PrintFile {
  bytes: Uint8Array
  report: Pick<PrintReport, 'facts' | 'bled' | 'booklet' | 'archive'>
}

/**
 * Makes a print file from a finished PDF. Every step reads the file that the step before has
 * written; equal input gives equal bytes.
 *
 * @throws {Fault} `usage` if the file cannot be a valid PDF/A.
 * @param pages Pages of the finished PDF.
 */
export async function printFile(
  pdf: Uint8Array,
  pages: number,
  { colour, bleed, booklet, archive }: PrintOptions,
): Promise<PrintFile> {
  const report: PrintFile['report'] = {}
  let bytes = recolourPdf(pdf, colour, await picturesInOneInk(pdf, colour))
  if (bleed > 0) {
    const withBleed = addBleed(bytes, bleed, booklet === undefined)
    bytes = withBleed.bytes
    report.bled = withBleed.bled
  }
  if (booklet) {
    const { sheet, thickness } = booklet
    const sheets = bookletSheets(pages, booklet)
    const [height, width] = paper[sheet]
    bytes = impose(bytes, sidesOf(sheets), { width, height, bleed })
    report.booklet = { sheet, sheets, thickness, blanks: blankPages(pages) }
  }
  if (archive) {
    const archived = archivePdf(bytes, await srgbProfile())
    if (archived.broken.length > 0)
      throw new Fault(
        'usage',
        `这一期做不成 PDF/A：${archived.broken.join('；')}。`,
        '用自带的字体和模板再试；不存档，去掉 --pdfa。',
      )
    bytes = archived.bytes
    report.archive = archived.level
  }
  report.facts = pdfFacts(bytes)
  return { bytes, report }
}
