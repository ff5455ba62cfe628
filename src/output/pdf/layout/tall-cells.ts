/**
 * In the page: lets cells begin where they are that the browser would move to the next page for their
 * height: those that join rows over more than a third of a page, and those of a row that no page holds.
 * Leaves the columns on for `cutTables`. Runs inside the browser.
 */
export function markTallCells(): void {
  const sheet = document.querySelector<HTMLElement>('[data-role~="sheet"]')
  const cells = [
    ...document.querySelectorAll<HTMLTableCellElement>(
      '.table:not(.whole) > table > tbody > tr > td',
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
