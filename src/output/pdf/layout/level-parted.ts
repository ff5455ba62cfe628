/**
 * In the page: what follows a picture that goes on over several pages begins on a line of the grid, as
 * it does after any other. Only here is it known how much of the picture is on its last page. In the
 * columns that stand for pages; runs inside the browser.
 */
export function levelParted(): void {
  const sheet = document.querySelector<HTMLElement>('[data-role~="sheet"]')
  const parted = [...document.querySelectorAll<HTMLElement>('.parted')]
  if (!sheet || parted.length === 0) return
  document.documentElement.classList.add('paginating')
  const line = Number.parseFloat(getComputedStyle(sheet).lineHeight)
  for (const figure of parted) {
    const band = [...figure.querySelectorAll<HTMLElement>('.band')].at(-1)
    const box = band?.getBoundingClientRect()
    if (!band || !box) continue
    const over = (box.bottom - sheet.getBoundingClientRect().top) % line
    if (over > 0.5 && over < line - 0.5) band.style.marginBottom = `${line - over}px`
  }
}
