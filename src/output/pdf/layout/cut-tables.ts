/**
 * Runs inside the browser. Splits tables at the foot of a page in the two cases that the browser
 * does not handle: a table with a caption (表1　…), which is repeated with （续表） over the rest, and a
 * table whose joined cells cross the page break, so that they get a rule there. Keeps the column
 * layout (`.paginating`) for `paginate`.
 */
export function cutTables(): void {
  const sheet = document.querySelector<HTMLElement>('[data-role~="sheet"]')
  const tables = [
    ...document.querySelectorAll<HTMLTableElement>('.table:not(.unbroken) > table'),
  ].filter((table) => !table.closest('.landscape-page'))
  if (!sheet || tables.length === 0) return
  document.documentElement.classList.add('paginating')
  const edge = sheet.getBoundingClientRect()
  const pageOf = ({ left }: DOMRect) => Math.floor((left - edge.left + 1) / edge.width)
  const pagesOf = (cell: Element) =>
    [...cell.getClientRects()].filter(({ height }) => height > 0).map(pageOf)

  /** The rows of the body, and the column in which every cell begins. */
  const readRows = (table: HTMLTableElement) => {
    const rows = [...table.tBodies].flatMap((body) => [...body.rows])
    const occupied: boolean[][] = rows.map(() => [])
    const columnOf = new Map<HTMLTableCellElement, number>()
    for (const [row, tr] of rows.entries()) {
      for (const cell of tr.cells) {
        let column = 0
        while (occupied[row]?.[column]) column++
        columnOf.set(cell, column)
        for (let down = 0; down < cell.rowSpan; down++) {
          const line = occupied[row + down]
          for (let over = 0; line && over < cell.colSpan; over++) line[column + over] = true
        }
      }
    }
    return { rows, columnOf }
  }

  /** Splits the cells that cross the cut. Their text stays in the upper part. */
  const splitCells = ({ rows, columnOf }: ReturnType<typeof readRows>, cut: number): void => {
    const below = rows[cut]
    for (const [row, tr] of rows.slice(0, cut).entries()) {
      for (const cell of tr.cells) {
        const rest = row + cell.rowSpan - cut
        if (rest <= 0 || !below) continue
        const lower = cell.cloneNode(false) as HTMLTableCellElement
        lower.rowSpan = rest
        cell.rowSpan = cut - row
        const column = columnOf.get(cell) ?? 0
        columnOf.set(lower, column)
        const next = [...below.cells].find((one) => (columnOf.get(one) ?? 0) > column)
        below.insertBefore(lower, next ?? null)
      }
    }
  }

  const asContinued = (words: string) => (words.endsWith('（续表）') ? words : `${words}（续表）`)
  for (let table = tables.shift(); table; table = tables.shift()) {
    const { rows, columnOf } = readRows(table)
    // The page of a row: by the cells that begin in it (`starts`), and by those that also end in it
    // (`ends`).
    const starts = rows.map(({ cells }) =>
      Math.min(...[...cells].flatMap((cell) => pagesOf(cell).slice(0, 1))),
    )
    const ends = rows.map(({ cells }) =>
      Math.max(...[...cells].flatMap((cell) => (cell.rowSpan > 1 ? [] : pagesOf(cell).slice(-1)))),
    )
    const cut = rows.findIndex((_, row) => row > 0 && (starts[row] ?? 0) > (ends[row - 1] ?? 0))
    const frame = table.parentElement
    const before = frame?.previousElementSibling
    const unit = before?.matches('.table-unit') ? before : undefined
    const above = unit?.previousElementSibling ?? before
    const caption = above?.matches('.table-caption') ? above : undefined
    const reaches = rows
      .slice(0, Math.max(0, cut))
      .some((tr, row) => [...tr.cells].some(({ rowSpan }) => row + rowSpan > cut))
    if (cut <= 0 || !frame || !(caption || unit || table.caption || reaches)) continue
    splitCells({ rows, columnOf }, cut)
    const rest = table.cloneNode(false) as HTMLTableElement
    for (const part of table.querySelectorAll(':scope > :is(caption, colgroup, thead)'))
      rest.append(part.cloneNode(true))
    if (rest.caption) rest.caption.textContent = asContinued(rest.caption.textContent ?? '')
    rest.createTBody().append(...rows.slice(cut))
    const restFrame = frame.cloneNode(false) as HTMLElement
    restFrame.append(rest)
    const over = caption?.cloneNode(true) as HTMLElement | undefined
    if (over) over.textContent = asContinued(over.textContent ?? '')
    const copies = [over, unit?.cloneNode(true), restFrame].flatMap((part) => part ?? [])
    const [first] = copies
    if (first instanceof HTMLElement) first.classList.add('page-break')
    // Otherwise the padding could begin a page, which the following page break would leave empty.
    frame.style.paddingBlockEnd = '0'
    frame.after(...copies)
    tables.unshift(rest)
  }
}
