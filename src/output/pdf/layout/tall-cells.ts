/**
 * Runs inside the browser. Marks tall cells, so that they begin on the present page and may break.
 * The browser would move them to the next page: cells that join rows over more than a third of a
 * page, and cells taller than nine tenths of a page. Keeps the column layout (`.paginating`) for
 * `cutTables`.
 */
export function markTallCells(): void {
  const sheet = document.querySelector<HTMLElement>('[data-role~="sheet"]')
  const cells = [
    ...document.querySelectorAll<HTMLTableCellElement>(
      '.table:not(.unbroken) > table > tbody > tr > td',
    ),
  ].filter((cell) => !cell.closest('.landscape-page'))
  if (!sheet || cells.length === 0) return
  document.documentElement.classList.add('paginating')
  const page = sheet.getBoundingClientRect().height
  const tall = cells.filter((cell) => {
    const height = [...cell.getClientRects()].reduce((sum, box) => sum + box.height, 0)
    return height > page * (cell.rowSpan > 1 ? 1 / 3 : 0.9)
  })
  for (const cell of tall) cell.classList.add('tall')
}
