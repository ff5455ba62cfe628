import type { Page } from 'puppeteer'
import type { PageFlow } from '../../../typeset/copyfit/flow.js'
import { alignInkToGrid } from './align-ink.js'
import { moveColophon } from './colophon.js'
import { showNumbers } from './contents-numbers.js'
import { fitContents } from './contents-pages.js'
import { cutTables } from './cut-tables.js'
import { layOutDocument } from './document.js'
import type { Fitted, WideBlock } from './fit.js'
import { reportWideBlocks, shrinkTables } from './fit.js'
import { fillPageGaps } from './float-figures.js'
import { cutLandscape } from './landscape.js'
import { drawLeaders } from './leaders.js'
import { levelColumns } from './level-columns.js'
import { levelParted } from './level-parted.js'
import type { MovedLines } from './moved-lines.js'
import { movedLines } from './moved-lines.js'
import { markNotesAtHeads } from './notes-at-heads.js'
import { pageFlow } from './page-flow.js'
import type { Pagination } from './paginate.js'
import { endColumns, paginate, writeNumbers } from './paginate.js'
import type { MeasuredBlock } from './printed-blocks.js'
import { measureBlocks } from './printed-blocks.js'
import { distributeColumnWidths } from './table-columns.js'
import { markTallCells } from './tall-cells.js'
import { addressTitles, nameTitles } from './title-links.js'

export interface Layout extends Pagination {
  fitted: Fitted
  /** Articles whose lines differ from the composed ones. */
  moved: MovedLines[]
  /** False for a document whose head still fills the first page after all attempts. */
  textOnFirstPage: boolean
  /** The blocks and titles of the pages; empty unless they were asked for. */
  blocks: MeasuredBlock[]
  /** Where every block stands, for copyfitting, if it was asked for. */
  flow?: PageFlow
}

export interface LayoutOptions {
  duplex: boolean
  /** Whether to measure where every block of the source stands. */
  blocks: boolean
  /** Whether to return `flow`. */
  flow: boolean
}

type Numbered = Pick<Layout, 'pages' | 'total' | 'blocks' | 'flow'>

/** Source text of a call of `work` inside the page, with its arguments as JSON. */
const call = <Given extends unknown[]>(work: (...given: Given) => unknown, ...given: Given) =>
  `(${work})(${given.map((one) => JSON.stringify(one))})`

/**
 * Fits wide blocks and draws leaders. `cutLandscape` needs the final size and columns of the
 * tables, so it runs after the table steps.
 */
const fitting = `(() => {
  ${call(shrinkTables)};
  ${call(distributeColumnWidths)};
  ${call(levelColumns)};
  ${call(cutLandscape)};
  const fitted = ${call(reportWideBlocks)};
  ${call(alignInkToGrid)};
  ${call(fitContents)};
  ${call(drawLeaders)};
  return { fitted, moved: ${call(movedLines)} };
})()`

/** Fills page gaps, predicts the page numbers and writes them. */
const numbering = ({ blocks, flow, ...options }: LayoutOptions) =>
  `(() => {
  ${call(levelParted)};
  ${call(fillPageGaps)};
  ${call(markNotesAtHeads)};
  ${call(markTallCells)};
  ${call(cutTables)};
  const pagination = ${call(paginate, options)};
  const blocks = ${blocks ? call(measureBlocks) : '[]'};
  const flow = ${flow ? call(pageFlow, options) : 'undefined'};
  ${call(endColumns)};
  (${writeNumbers})(pagination.pages);
  (${showNumbers})(pagination.total);
  return { ...pagination, blocks, ...(flow && { flow }) };
})()`

/**
 * Lays out a loaded page for print: fits wide blocks, draws leaders, predicts page numbers and
 * writes them. Runs in one `evaluate`, except for an official document: between two calls the
 * browser would lay out and paint the intermediate state, which takes longer than the layout
 * functions.
 */
export async function layOut(page: Page, options: LayoutOptions): Promise<Layout> {
  const first = `((fitting) => document.querySelector('[data-role~="document"]')
    ? fitting
    : { ...fitting, pagination: ${numbering(options)} })(${fitting})`
  const { pagination, ...fits } = (await page.evaluate(first)) as Pick<
    Layout,
    'fitted' | 'moved'
  > & { pagination?: Numbered }
  if (pagination) return { ...pagination, ...fits, textOnFirstPage: true }
  const { textOnFirstPage } = await layOutDocument(page)
  const numbered = (await page.evaluate(numbering(options))) as Numbered
  return { ...numbered, ...fits, textOnFirstPage }
}

export type { Fitted, MeasuredBlock, MovedLines, Pagination, WideBlock as Block }
export { addressTitles, moveColophon, nameTitles, writeNumbers }
