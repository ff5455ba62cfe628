/** A position on the pages: page, counted from 1; lines below its top. Not always whole. */
export interface PagePosition {
  readonly page: number
  readonly at: number
}

/** Where a block came to stand. */
export interface Placed {
  readonly from: PagePosition
  /** Its end. */
  readonly to: PagePosition
  /** Where the page before the one of `to` ends, if the block began on it or before. */
  readonly foot?: number
}

/** A block as it stands on the pages of a layout. Heights are in lines. */
export interface FlowBlock extends Placed {
  /** Blank before it, unless it begins a page. */
  readonly space: number
  /** Blank below it that stands on the same page: what the end of the block around it leaves. */
  readonly below: number
  /** Whether it is text of which single lines may be parted from the rest. */
  readonly isText: boolean
  readonly unbroken: boolean
  readonly keepsWithNext: boolean
  /** Whether it begins a page whatever is in front of it. */
  readonly startsPage: boolean
  /** Whether it is a signature, which counts for nothing on a last page. */
  readonly isSignature: boolean
  /** The key of a paragraph that may be asked for other lines, and what they cost (compose/change.ts). */
  readonly paragraph?: {
    readonly key: string
    readonly fewer?: number
    readonly more?: number
  }
}

/** What runs on from page to page and begins a new one: an article, or several that follow on. */
export interface Run {
  readonly blocks: readonly FlowBlock[]
  /** Whether something else shares its last page: the colophon. */
  readonly sharesLastPage: boolean
}

/** A layout as the planner sees it. */
export interface PageFlow {
  /** Lines on a page. */
  readonly pageLines: number
  readonly duplex: boolean
  readonly runs: readonly Run[]
}
