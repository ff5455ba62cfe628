import type { Page } from 'puppeteer'
import { alignInkToGrid } from './align-ink.js'
import { moveColophon } from './colophon.js'
import { showNumbers } from './contents-numbers.js'
import { fitContents } from './contents-pages.js'
import { cutTables } from './cut-tables.js'
import { layOutDocument } from './document.js'
import type { Fitted, WideBlock } from './fit.js'
import { fitWideBlocks, shrinkTables } from './fit.js'
import { fillPageGaps } from './float-figures.js'
import { cutLandscape } from './landscape.js'
import { drawLeaders } from './leaders.js'
import { levelColumns } from './level-columns.js'
import { levelParted } from './level-parted.js'
import { markNotesAtHeads } from './notes-at-heads.js'
import type { Pagination } from './paginate.js'
import { paginate, writeNumbers } from './paginate.js'
import { distributeColumnWidths } from './table-columns.js'
import { markTallCells } from './tall-cells.js'
import { addressTitles, nameTitles } from './title-links.js'

export interface Layout extends Pagination {
  fitted: Fitted
  /** False for a document whose head fills the first page, whatever was tried. */
  textOnFirstPage: boolean
}

/** A call of a function of the page, in words that the page understands. */
const call = <Given extends unknown[]>(work: (...given: Given) => unknown, ...given: Given) =>
  `(${work})(${given.map((one) => JSON.stringify(one))})`

/** Wide blocks fitted and leaders drawn. What is turned is cut to the height of a page in the size and the columns that fit its width. */
const fitting = `(() => {
  ${call(shrinkTables)};
  ${call(distributeColumnWidths)};
  ${call(levelColumns)};
  ${call(cutLandscape)};
  const fitted = ${call(fitWideBlocks)};
  ${call(alignInkToGrid)};
  ${call(fitContents)};
  ${call(drawLeaders)};
  return fitted;
})()`

/** Pages filled, page numbers predicted and written. */
const numbering = (options: { duplex: boolean }) =>
  `(() => {
  ${call(levelParted)};
  ${call(fillPageGaps)};
  ${call(markNotesAtHeads)};
  ${call(markTallCells)};
  ${call(cutTables)};
  const pagination = ${call(paginate, options)};
  (${writeNumbers})(pagination.pages);
  (${showNumbers})(pagination.total);
  return pagination;
})()`

/**
 * Lays out a loaded page for print: wide blocks fitted, leaders drawn, page numbers predicted and
 * written. All in one turn of the page, but for a document: between two turns the browser would lay
 * out and draw what nobody sees, which takes longer than all of this.
 */
export async function layOut(page: Page, options: { duplex: boolean }): Promise<Layout> {
  const first = `((fitted) => document.querySelector('[data-role~="document"]')
    ? { fitted }
    : { fitted, pagination: ${numbering(options)} })(${fitting})`
  const { fitted, pagination } = (await page.evaluate(first)) as {
    fitted: Fitted
    pagination?: Pagination
  }
  if (pagination) return { ...pagination, fitted, textOnFirstPage: true }
  const { textOnFirstPage } = await layOutDocument(page)
  const numbered = (await page.evaluate(numbering(options))) as Pagination
  return { ...numbered, fitted, textOnFirstPage }
}

export type { Fitted, Pagination, WideBlock as Block }
export { addressTitles, moveColophon, nameTitles, writeNumbers }
