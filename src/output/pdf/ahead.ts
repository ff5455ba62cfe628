import type { Layout } from './layout/index.js'
import type { FirstPages } from './page-to-pdf.js'

/** Someone who waits for some pages before the others: a preview, for those in its window. */
export interface Ahead {
  /** Returns which pages are waited for, counted from 1, once the pages are laid out. */
  wanted(layout: LaidOut): readonly number[]
  /** Takes these pages while all are printed. Page numbers in them are as predicted, not yet proved. */
  take(printed: PrintedAhead): Promise<void>
}

/** What is known of the pages before they are printed. */
export type LaidOut = Pick<Layout, 'blocks' | 'total'>

/** Pages that were printed before the others. */
export interface PrintedAhead extends LaidOut {
  /** Their numbers, ascending. */
  pages: readonly number[]
  /** A PDF of these pages alone, without tags and bookmarks. */
  pdf: Uint8Array
}

/** Returns what is to be printed before all pages. */
export function firstPages({ blocks, total }: Layout, ahead: Ahead): FirstPages {
  const pages = ahead.wanted({ blocks, total }).toSorted((a, b) => a - b)
  return { pages, take: (pdf) => ahead.take({ pdf, pages, blocks, total }) }
}
