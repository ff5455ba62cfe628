import type { Issue } from '../../model/issue.js'
import type { Place } from '../../model/place.js'
import type { EditionAhead } from '../../model/preview.js'
import { cutPages, readPdf } from '../../pdf/index.js'
import type { LaidOut, PrintedAhead } from '../pdf/ahead.js'
import { editionOf } from './edition.js'

/**
 * Makes what can be said of an edition when some of its pages are printed before the others.
 *
 * @param where where the settings are written.
 */
export function aheadOf(
  issue: Issue,
  { pdf, pages: numbers, total, blocks }: PrintedAhead,
  where: Partial<Record<string, Place>>,
): Omit<EditionAhead, 'number'> {
  const { pages: looks, ...whole } = editionOf(issue, { pdf, blocks }, where)
  const pages = looks.flatMap((look, index) => {
    const page = numbers[index]
    return page === undefined ? [] : [{ ...look, page }]
  })
  return {
    ...whole,
    total,
    pages,
    pdf: Buffer.from(
      cutPages(
        readPdf(pdf),
        pages.map((_, index) => index + 1),
      ),
    ).toString('base64'),
  }
}

/**
 * Of some pages, those on which other text stands than before, or stands elsewhere. None when there
 * are more pages than before, or fewer.
 */
export function pagesChanged(pages: readonly number[], before: LaidOut, after: LaidOut): number[] {
  if (before.total !== after.total) return []
  return pages.filter((page) => textOn(page, before) !== textOn(page, after))
}

/** What stands on a page, and where. */
const textOn = (page: number, { blocks }: LaidOut): string =>
  JSON.stringify(
    blocks.flatMap(({ text, boxes }) =>
      boxes.flatMap((box) =>
        box.page === page ? [text, box.left, box.top, box.width, box.height] : [],
      ),
    ),
  )
