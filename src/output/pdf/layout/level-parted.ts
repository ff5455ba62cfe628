/**
 * Runs inside the browser. Aligns the content after a split picture to the grid, as after any other
 * picture. The height of the picture's part on its last page is known only in this step, from the
 * column layout (`.paginating`), which stays on.
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
