import { made } from './elements.js'
import { rowsOf } from './geometry.js'
import type { PageView } from './page-view.js'

/** Lays the pages in rows, of one or of two that face each other. */
export function layRows(
  container: HTMLElement,
  views: readonly PageView[],
  spreads: boolean,
): void {
  const wanted = rowsOf(views.length, spreads).map((numbers) =>
    numbers.map((number) => (number === undefined ? undefined : views[number - 1]?.element)),
  )
  // Pages that are moved are painted again, even to where they were.
  if (stand(container, wanted.flat())) return
  const rows = wanted.map((elements) => {
    const row = made('div', 'row')
    row.append(...elements.map((element) => element ?? made('div', 'no-page')))
    return row
  })
  container.replaceChildren(...rows)
}

/** Whether the places of all rows are these already; undefined is a place without a page. */
function stand(container: HTMLElement, wanted: readonly (HTMLElement | undefined)[]): boolean {
  const places = [...container.children].flatMap(({ children }) => [...children])
  return (
    places.length === wanted.length &&
    wanted.every((element, index) => {
      const place = places[index]
      return element ? place === element : place?.className === 'no-page'
    })
  )
}
