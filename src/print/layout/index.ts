import type { Page } from 'puppeteer'
import { moveColophon } from './colophon.js'
import { showNumbers } from './contents-numbers.js'
import { layOutDocument } from './document.js'
import type { TooWide } from './fit.js'
import { fitWideBlocks } from './fit.js'
import { closeHoles } from './holes.js'
import { setInkTops } from './ink.js'
import { cutLandscape } from './landscape.js'
import { drawLeaders } from './leaders.js'
import type { Pagination } from './paginate.js'
import { paginate, writeNumbers } from './paginate.js'
import { addressTitles, nameTitles } from './title-links.js'

export interface Layout extends Pagination {
  tooWide: TooWide[]
  /** False for a document whose head fills the first page, whatever was tried. */
  textOnFirstPage: boolean
}

/** Lays out a loaded page for print: wide blocks fitted, leaders drawn, page numbers predicted and written. */
export async function layOut(page: Page, options: { duplex: boolean }): Promise<Layout> {
  if (await page.$('.landscape')) {
    // In the size that fits their width first, then cut to the height of a page.
    await page.evaluate(fitWideBlocks)
    await page.evaluate(cutLandscape)
  }
  // Done in this order; waiting for each answer would only cost time.
  const [tooWide] = await Promise.all([
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
  return { ...pagination, tooWide, textOnFirstPage }
}

export type { Pagination, TooWide }
export { addressTitles, moveColophon, nameTitles, writeNumbers }
