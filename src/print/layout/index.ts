import type { Page } from 'puppeteer'
import { moveColophon } from './colophon.js'
import { shareColumns } from './columns.js'
import { showNumbers } from './contents-numbers.js'
import { layOutDocument } from './document.js'
import type { Block, Fitted } from './fit.js'
import { fitWideBlocks, shrinkTables } from './fit.js'
import { closeHoles } from './holes.js'
import { setInkTops } from './ink.js'
import { cutLandscape } from './landscape.js'
import { drawLeaders } from './leaders.js'
import type { Pagination } from './paginate.js'
import { paginate, writeNumbers } from './paginate.js'
import { addressTitles, nameTitles } from './title-links.js'

export interface Layout extends Pagination {
  fitted: Fitted
  /** False for a document whose head fills the first page, whatever was tried. */
  textOnFirstPage: boolean
}

/** Lays out a loaded page for print: wide blocks fitted, leaders drawn, page numbers predicted and written. */
export async function layOut(page: Page, options: { duplex: boolean }): Promise<Layout> {
  // Done in this order; waiting for each answer would only cost time. What is turned is cut to the
  // height of a page in the size and the columns that fit its width.
  const [, , , fitted] = await Promise.all([
    page.evaluate(shrinkTables),
    page.evaluate(shareColumns),
    page.evaluate(cutLandscape),
    page.evaluate(fitWideBlocks),
    page.evaluate(setInkTops),
    page.evaluate(drawLeaders),
  ])
  const { textOnFirstPage } = await layOutDocument(page)
  const [, pagination] = await Promise.all([
    page.evaluate(closeHoles),
    page.evaluate(paginate, options),
  ])
  await Promise.all([
    page.evaluate(writeNumbers, pagination.pages),
    page.evaluate(showNumbers, pagination.total),
  ])
  return { ...pagination, fitted, textOnFirstPage }
}

export type { Block, Fitted, Pagination }
export { addressTitles, moveColophon, nameTitles, writeNumbers }
