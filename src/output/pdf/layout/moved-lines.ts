/** An article in which lines did not come out as they were composed, by its title's id. */
export interface MovedLines {
  article: string
  /** The first words of the first such block. */
  words: string
}

/**
 * In the page: the blocks whose lines are not those that were composed: other line boxes than there
 * should be, one that sticks out, or another width, indent or face than was reckoned with
 * (`data-lines`; see typeset/lines/composed.ts). A style sheet that moves them is an editor's own.
 * Runs inside the browser.
 */
export function movedLines(): MovedLines[] {
  const root = getComputedStyle(document.documentElement)
  const pitch = Number.parseFloat(root.getPropertyValue('--line'))
  const familyOf = (families: string) => families.split(',')[0]?.replace(/["']/g, '').trim()
  /** Line boxes, told apart by half of what is between two. */
  const boxesIn = (block: Element) => {
    const range = document.createRange()
    range.selectNodeContents(block)
    const middles = [...range.getClientRects()]
      .filter(({ width }) => width > 0)
      .map(({ top, bottom }) => (top + bottom) / 2)
      .sort((a, b) => a - b)
    return middles.filter((at, index) => index === 0 || at - (middles[index - 1] ?? 0) > pitch / 2)
      .length
  }
  const isMoved = (block: HTMLElement) => {
    const [lines = 0, measure = 0, indent = 0] = (block.dataset.lines ?? '').split(' ').map(Number)
    const role = block.dataset.lines?.split(' ').at(-1)
    // What is no block stands in one.
    const around = block.tagName === 'SPAN' ? (block.parentElement ?? block) : block
    const style = getComputedStyle(around)
    const size = Number.parseFloat(style.fontSize)
    const padding = Number.parseFloat(style.paddingLeft) + Number.parseFloat(style.paddingRight)
    const width = around.getBoundingClientRect().width - padding
    // Chromium rounds widths to 1/64 px.
    const isElsewhere = (px: number, ems: number) => Math.abs(px - ems * size) > 0.1
    if (isElsewhere(width, measure)) return true
    if (isElsewhere(Number.parseFloat(style.textIndent), indent)) return true
    if (familyOf(style.fontFamily) !== familyOf(root.getPropertyValue(`--${role}`))) return true
    if (around.scrollWidth > around.clientWidth + 1) return true
    // The height of a block tells as much as its line boxes, and takes a tenth of the time.
    if (around === block && Math.abs(block.offsetHeight - lines * pitch) < 1) return false
    return boxesIn(block) !== lines
  }
  const moved = new Map<string, MovedLines>()
  for (const block of document.querySelectorAll<HTMLElement>('.composed')) {
    if (!isMoved(block)) continue
    const article =
      block
        .closest('[data-role~="article"], [data-role~="briefs"]')
        ?.querySelector('[data-role~="title"]')?.id ?? ''
    const words = (block.textContent ?? '').slice(0, 12)
    if (!moved.has(article)) moved.set(article, { article, words })
  }
  return [...moved.values()]
}
