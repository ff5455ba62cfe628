/**
 * Runs inside the browser. Gives the colophon a page of its own when the print has more or fewer
 * pages than predicted. `total` is the number of printed pages, with the colophon on the last one.
 * Returns the number of pages to expect from the next print.
 */
export function moveColophon({ total, duplex }: { total: number; duplex: boolean }): number {
  const colophon = document.querySelector<HTMLElement>('[data-role~="colophon"]')
  if (!colophon) return total
  const before = colophon.previousElementSibling
  const hadBlank = before?.className === 'blank-page'
  const wasAlone = colophon.classList.contains('colophon-alone')
  if (hadBlank) before.remove()
  const content = total - Number(wasAlone) - Number(hadBlank)
  colophon.classList.add('colophon-alone')
  colophon.style.height = 'calc(var(--depth) - 1px)'
  const anyPage = !duplex || colophon.matches('[data-role~="on-any-page"]')
  if (anyPage || (content + 1) % 2 === 0) return content + 1
  const blank = document.createElement('div')
  blank.className = 'blank-page'
  colophon.before(blank)
  return content + 2
}
