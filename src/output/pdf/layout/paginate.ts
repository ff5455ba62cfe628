/** Where things will stand, in pages counted from 1. */
export interface Pagination {
  /** Page of every element with an id that something points to. */
  pages: Record<string, number>
  /** Pages of the whole document. */
  total: number
}

/**
 * In the page: lays the pages out as columns side by side, sets the blank pages that a right-hand
 * start needs and the colophon at the foot of the last even page, and reads where every title
 * stands. The columns are those of the printed pages as far as measured; the finished PDF is
 * checked against them all the same. Runs inside the browser.
 */
export function paginate({ duplex }: { duplex: boolean }): Pagination {
  const sheet = document.querySelector<HTMLElement>('[data-role~="sheet"]')
  if (!sheet) throw new Error('the template has no data-role="sheet"')
  document.documentElement.classList.add('paginating')
  const sheetBox = sheet.getBoundingClientRect()
  // A box that ends with its column may leave an empty fragment in the next.
  const fragments = (element: Element | null | undefined) =>
    [...(element?.getClientRects() ?? [])].filter(({ height }) => height > 0)
  const pageAt = (left: number) => Math.floor((left - sheetBox.left + 1) / sheetBox.width) + 1

  // Every blank moves all that follows; the next start is measured where it stands then.
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
    // 报尾 of a briefing stands on the last page, whichever it is.
    const anyPage = !duplex || colophon.matches('[data-role~="on-any-page"]')
    const even = (page: number) => anyPage || page % 2 === 0
    if (fits && even(column)) {
      // One px less than the room: a box that fills the page to its edge goes to the next.
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
  document.documentElement.classList.remove('paginating')
  return { pages, total }
}

/** In the page: writes the page numbers into the 目录. Runs inside the browser. */
export function writeNumbers(pages: Record<string, number>): void {
  for (const field of document.querySelectorAll<HTMLElement>('[data-page-of]')) {
    field.textContent = String(pages[field.dataset.pageOf ?? ''] ?? '')
  }
}
