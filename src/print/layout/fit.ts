/** A block that is wider than the page whatever was tried. */
export interface TooWide {
  /** Place in the article's file, as render marked it (`line` of the source), and the title's id. */
  line: number
  article: string
  what: string
}

/**
 * In the page: sets wide tables smaller until they fit, and names what still does not.
 * Chromium would shrink the whole document instead. Runs inside the browser.
 */
export function fitWideBlocks(): TooWide[] {
  const wide: TooWide[] = []
  for (const block of document.querySelectorAll<HTMLElement>('.table, pre.code, .figure')) {
    const steps = block.matches('.table') ? ['tight-1', 'tight-2', 'tight-3'] : []
    for (const step of steps) {
      if (block.scrollWidth <= block.clientWidth + 1) break
      block.classList.remove(...steps)
      block.classList.add(step)
    }
    // Turned tables have been cut to their pages; one that still sticks out could not be.
    const turned = block.closest('.turned')
    const tooTall = turned !== null && turned.scrollHeight > turned.clientHeight + 1
    // A table that fits half a page is not cut in two.
    if (block.matches('.table') && !turned && block.offsetHeight < 425) block.classList.add('whole')
    if (block.scrollWidth <= block.clientWidth + 1 && !tooTall) continue
    wide.push({
      line: Number(block.dataset.line ?? 0),
      article: block.closest('.article, .briefs')?.querySelector('.title')?.id ?? '',
      what: block.matches('.table') ? 'table' : block.matches('pre') ? 'code' : 'figure',
    })
  }
  return wide
}
