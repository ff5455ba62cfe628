/**
 * Runs inside the browser. Splits the content of a landscape page over as many pages as it needs. A
 * table taller than a page continues on the next one under its repeated header; any other block that
 * does not fit moves there whole. The label and the title of an attachment move onto its landscape
 * page. A table that cannot be split (a row taller than the page, joined cells over all rows) stays as
 * it is and is reported by `reportWideBlocks`.
 */
export function cutLandscape(): void {
  for (const first of document.querySelectorAll<HTMLElement>(
    '[data-role~="attachment"] > [data-role~="body"] > .landscape',
  )) {
    const body = first.parentElement
    if (!body || body.firstElementChild !== first) continue
    const heads = [...(body.parentElement?.children ?? [])]
    first.firstElementChild?.prepend(...heads.slice(0, heads.indexOf(body)))
  }
  // The page is rotated to the left, so the lower edge of a block is its right edge on the screen.
  const footOf = (block: Element, page: DOMRect) => block.getBoundingClientRect().right - page.left
  /** A heading, a caption, or a line that leads on, which stays with what follows it. */
  const leadsOn = (block: Element | null) =>
    block?.matches('.leads, .heading-1, .heading-2, .heading-3, .heading-4, [data-role~="title"]')
  /** A page of its own for the blocks from `from` on. */
  const continued = (page: HTMLElement, from: Element | null) => {
    const next = page.cloneNode(false) as HTMLElement
    const box = page.firstElementChild?.cloneNode(false) as HTMLElement
    for (let block = from; block; ) {
      const following = block.nextElementSibling
      box.append(block)
      block = following
    }
    next.append(box)
    page.after(next)
    return next
  }
  /** Moves the rows of a table that are below the page into a table of their own, if they can be. */
  const cutTable = (page: HTMLElement, frame: Element, table: HTMLTableElement, room: DOMRect) => {
    const rows = [...(table.tBodies[0]?.rows ?? [])]
    const ends = rows.map((row, index) =>
      Math.max(...[...row.cells].map(({ rowSpan }) => index + rowSpan)),
    )
    const joined = (cut: number) => ends.slice(0, cut).some((end) => end > cut)
    // The frame's own padding and rule below the table.
    const under = Number.parseFloat(getComputedStyle(frame).paddingBlockEnd)
    let cut = rows.findIndex((row) => footOf(row, room) > room.width - under - 1)
    while (cut > 0 && joined(cut)) cut -= 1
    if (cut <= 0) return undefined
    const rest = table.cloneNode(false) as HTMLTableElement
    const columns = table.querySelector(':scope > colgroup')
    if (columns) rest.append(columns.cloneNode(true))
    if (table.tHead) rest.append(table.tHead.cloneNode(true))
    rest.createTBody().append(...rows.slice(cut))
    const next = continued(page, frame.nextElementSibling)
    const restFrame = frame.cloneNode(false) as HTMLElement
    restFrame.append(rest)
    next.firstElementChild?.prepend(restFrame)
    return next
  }
  const pages = [...document.querySelectorAll<HTMLElement>('.landscape')]
  for (let page = pages.shift(); page; page = pages.shift()) {
    const turned = page.firstElementChild
    if (!turned || turned.scrollHeight <= turned.clientHeight + 1) continue
    const room = turned.getBoundingClientRect()
    let block = [...turned.children].find((one) => footOf(one, room) > room.width + 1) ?? null
    const table = block?.querySelector('table')
    let next =
      block && table ? cutTable(page, table.parentElement ?? block, table, room) : undefined
    if (!next) {
      while (leadsOn(block?.previousElementSibling ?? null))
        block = block?.previousElementSibling ?? null
      if (!block?.previousElementSibling) continue
      next = continued(page, block)
    }
    pages.unshift(next)
  }
}
