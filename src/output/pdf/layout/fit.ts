/** A block of an article that may cause a diagnostic because of its width. */
export interface WideBlock {
  /**
   * `line`: line of the block in the article's source file. `article`: id of the article's title.
   */
  line: number
  article: string
  what: 'table' | 'code' | 'figure' | 'formula'
  /** Whether the block is on a landscape page. */
  turned: boolean
}

/** The result of fitting the blocks that have no fixed width. */
export interface Fitted {
  /** Blocks that are wider than the page even at the smallest size. */
  tooWide: WideBlock[]
  /**
   * Tables set smaller than 小四, with their size in pt (docs/design/newsletter.md, Furniture;
   * docs/design/layout-rules.md, 1.10).
   */
  small: (WideBlock & { size: number })[]
}

/**
 * Runs inside the browser. Sets wide tables in smaller sizes until they fit; Chromium would
 * otherwise shrink the whole document.
 */
export function shrinkTables(): void {
  const steps = ['table-size-1', 'table-size-2', 'table-size-3']
  for (const block of document.querySelectorAll<HTMLElement>('.table')) {
    for (const step of steps) {
      if (block.scrollWidth <= block.clientWidth + 1) break
      block.classList.remove(...steps)
      block.classList.add(step)
    }
  }
}

/**
 * Runs inside the browser. Marks short tables as unbreakable. Returns the blocks that still do not
 * fit and the tables that were set small.
 */
export function reportWideBlocks(): Fitted {
  const fitted: Fitted = { tooWide: [], small: [] }
  const shortTables: HTMLElement[] = []
  for (const block of document.querySelectorAll<HTMLElement>(
    '.table, pre.code, .figure, .formula',
  )) {
    // `cutLandscape` has already split landscape tables; one that is still too tall cannot be
    // split.
    const sideways = block.closest('.landscape-page')
    const turned = sideways !== null
    const tooTall = turned && sideways.scrollHeight > sideways.clientHeight + 1
    // 425 px is half of the type area: a table up to that height is not split over two pages.
    if (block.matches('.table') && !turned && block.offsetHeight < 425) shortTables.push(block)
    const place: WideBlock = {
      line: Number(block.dataset.line ?? 0),
      article:
        block
          .closest('[data-role~="article"], [data-role~="briefs"]')
          ?.querySelector('[data-role~="title"]')?.id ?? '',
      what: block.matches('.table')
        ? 'table'
        : block.matches('pre')
          ? 'code'
          : block.matches('.formula')
            ? 'formula'
            : 'figure',
      turned,
    }
    if (block.scrollWidth > block.clientWidth + 1 || tooTall) fitted.tooWide.push(place)
    else if (block.matches('.table-size-1, .table-size-2, .table-size-3')) {
      const table = block.querySelector('table') ?? block
      // 1 CSS px is 0.75 pt.
      const size = Number.parseFloat(getComputedStyle(table).fontSize) * 0.75
      const alreadyListed = fitted.small.some(
        (one) => one.line === place.line && one.article === place.article,
      )
      // A table that was split over several landscape pages is reported once.
      if (!alreadyListed) fitted.small.push({ ...place, size })
    }
  }
  // Classes are added after all measuring: a change in between would force another layout for every
  // block.
  for (const block of shortTables) block.classList.add('unbroken')
  return fitted
}
