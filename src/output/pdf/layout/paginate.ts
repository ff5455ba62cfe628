/** The predicted pages, counted from 1. */
export interface Pagination {
  /** Page of every element that has an id. */
  pages: Record<string, number>
  /** Number of pages. */
  total: number
}

/**
 * Runs inside the browser. Lays the pages out as columns side by side, inserts the blank pages that
 * recto starts need, places the colophon at the foot of the last page (the last even page in
 * two-sided printing), and reads the page of every title. The columns predict the printed pages;
 * the finished PDF is compared with the prediction anyway. They stay until `endColumns`.
 * @throws Error when the template has no sheet.
 */
export function paginate({ duplex }: { duplex: boolean }): Pagination {
  const sheet = document.querySelector<HTMLElement>('[data-role~="sheet"]')
  if (!sheet) throw new Error('the template has no data-role="sheet"')
  document.documentElement.classList.add('paginating')
  const sheetBox = sheet.getBoundingClientRect()
  // A box that ends at the foot of its column may have an empty fragment in the next column.
  const fragments = (element: Element | null | undefined) =>
    [...(element?.getClientRects() ?? [])].filter(({ height }) => height > 0)
  const pageAt = (left: number) => Math.floor((left - sheetBox.left + 1) / sheetBox.width) + 1

  // Each blank page moves everything after it, so every start is measured only when its turn comes.
  for (const start of sheet.querySelectorAll<HTMLElement>('[data-starts="recto"]')) {
    if (pageAt(start.getClientRects()[0]?.left ?? 0) % 2 === 1) continue
    const blank = document.createElement('div')
    blank.className = 'blank-page'
    start.before(blank)
  }

  const colophon = sheet.querySelector<HTMLElement>('[data-role~="colophon"]')
  if (colophon) {
    const foot = colophon.firstElementChild?.getBoundingClientRect().height ?? 0
    const before = fragments(colophon.previousElementSibling).at(-1)
    const column = before ? pageAt(before.left) : 0
    const room = before ? sheetBox.bottom - before.bottom : 0
    const fits = column > 0 && room >= foot + 1
    // The 报尾 of a briefing may be on an even or an odd last page.
    const anyPage = !duplex || colophon.matches('[data-role~="on-any-page"]')
    const even = (page: number) => anyPage || page % 2 === 0
    if (fits && even(column)) {
      // One px less than the room: a box that fills the page exactly moves to the next page.
      colophon.style.height = `${room - 1}px`
    } else {
      if (!even(column + 1)) {
        const blank = document.createElement('div')
        blank.className = 'blank-page'
        colophon.before(blank)
      }
      colophon.classList.add('colophon-alone')
      colophon.style.height = `${sheetBox.height - 1}px`
    }
  }

  const pages: Record<string, number> = {}
  for (const element of sheet.querySelectorAll<HTMLElement>('[id]')) {
    const box = element.getClientRects()[0]
    if (box) pages[element.id] = pageAt(box.left)
  }
  const ends = [...sheet.children].flatMap((child) => fragments(child).map(({ left }) => left))
  const total = Math.max(1, ...ends.map(pageAt))
  return { pages, total }
}

/** Runs inside the browser. Ends the layout as columns that `paginate` began. */
export function endColumns(): void {
  document.documentElement.classList.remove('paginating')
}

/** Runs inside the browser. Writes the page numbers into the contents. */
export function writeNumbers(pages: Record<string, number>): void {
  for (const field of document.querySelectorAll<HTMLElement>('[data-page-of]')) {
    field.textContent = String(pages[field.dataset.pageOf ?? ''] ?? '')
  }
}
