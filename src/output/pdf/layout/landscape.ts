/**
 * Runs inside the browser. Splits the content of a landscape page over as many pages as it needs. A
 * table taller than a page continues on the next one under its repeated header. The label and the
 * title of an attachment move onto its landscape page. A table that cannot be split (a row taller
 * than the page, joined cells over all rows) stays as it is and is reported by `reportWideBlocks`.
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
  const pages = [...document.querySelectorAll<HTMLElement>('.landscape')]
  for (let page = pages.shift(); page; page = pages.shift()) {
    const turned = page.firstElementChild
    const table = turned?.querySelector('table')
    const rows = [...(table?.tBodies[0]?.rows ?? [])]
    if (!turned || !table || turned.scrollHeight <= turned.clientHeight + 1) continue
    const room = turned.getBoundingClientRect()
    // The page is rotated to the left, so the lower edge of a row is its right edge on the screen.
    const foot = (row: Element) => row.getBoundingClientRect().right - room.left
    const ends = rows.map((row, index) =>
      Math.max(...[...row.cells].map(({ rowSpan }) => index + rowSpan)),
    )
    const joined = (cut: number) => ends.slice(0, cut).some((end) => end > cut)
    // The frame's own padding and rule below the table.
    const under = Number.parseFloat(getComputedStyle(table.parentElement ?? table).paddingBlockEnd)
    let cut = rows.findIndex((row) => foot(row) > room.width - under - 1)
    while (cut > 0 && joined(cut)) cut -= 1
    if (cut <= 0) continue
    const next = page.cloneNode(false) as HTMLElement
    const box = turned.cloneNode(false) as HTMLElement
    const frame = table.parentElement?.cloneNode(false) as HTMLElement
    const rest = table.cloneNode(false) as HTMLTableElement
    const columns = table.querySelector(':scope > colgroup')
    if (columns) rest.append(columns.cloneNode(true))
    if (table.tHead) rest.append(table.tHead.cloneNode(true))
    rest.createTBody().append(...rows.slice(cut))
    frame.append(rest)
    box.append(frame)
    for (let after = table.parentElement?.nextSibling; after; ) {
      const following = after.nextSibling
      box.append(after)
      after = following
    }
    next.append(box)
    page.after(next)
    pages.unshift(next)
  }
}
