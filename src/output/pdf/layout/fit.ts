/** A block of an article that the layout has to say something about. */
export interface WideBlock {
  /** Place in the article's file, as render marked it (`line` of the source), and the title's id. */
  line: number
  article: string
  what: 'table' | 'code' | 'figure' | 'formula'
  /** On a page that is turned sideways. */
  turned: boolean
}

/** What became of the blocks that are as wide as they like. */
export interface Fitted {
  /** Wider than the page whatever was tried. */
  tooWide: WideBlock[]
  /** Tables set smaller than 小四 (docs/design/newsletter.md, Furniture; docs/design/layout-rules.md, 1.10), with their size, pt. */
  small: (WideBlock & { size: number })[]
}

/**
 * In the page: sets wide tables smaller until they fit; Chromium would shrink the whole document
 * instead. Runs inside the browser.
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
 * In the page: keeps short tables whole, and names what still does not fit and which tables had to
 * be set small. Runs inside the browser.
 */
export function fitWideBlocks(): Fitted {
  const fitted: Fitted = { tooWide: [], small: [] }
  const whole: HTMLElement[] = []
  for (const block of document.querySelectorAll<HTMLElement>(
    '.table, pre.code, .figure, .formula',
  )) {
    // Turned tables have been cut to their pages; one that still sticks out could not be.
    const sideways = block.closest('.landscape-page')
    const turned = sideways !== null
    const tooTall = turned && sideways.scrollHeight > sideways.clientHeight + 1
    // A table that fits half a page is not cut in two.
    if (block.matches('.table') && !turned && block.offsetHeight < 425) whole.push(block)
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
      // CSS px are 1/96 inch, points 1/72.
      const size = Number.parseFloat(getComputedStyle(table).fontSize) * 0.75
      const known = fitted.small.some(
        (one) => one.line === place.line && one.article === place.article,
      )
      // Cut to several turned pages, it is still one table.
      if (!known) fitted.small.push({ ...place, size })
    }
  }
  // Only now: a block that changes would have everything laid out anew for the next.
  for (const block of whole) block.classList.add('unbroken')
  return fitted
}
