/**
 * In the page: moves every red name so that the ink of its highest stroke lies as far under the top
 * of the type area as the standard measures, in mm (`data-ink-top`): an em box begins higher, by
 * more or less in every font. `data-ink-bottom` is the way from its lowest stroke to what follows. Runs inside the browser.
 */
export function alignInkToGrid(): void {
  const context = document.createElement('canvas').getContext('2d')
  if (!context) return
  for (const name of document.querySelectorAll<HTMLElement>('[data-ink-top]')) {
    const first = name.querySelector<HTMLElement>('span') ?? name
    const style = getComputedStyle(first)
    const size = Number.parseFloat(style.fontSize)
    const lineHeight = Number.parseFloat(style.lineHeight)
    context.font = `${style.fontWeight} ${size}px ${style.fontFamily}`
    const { actualBoundingBoxAscent, actualBoundingBoxDescent } = context.measureText(
      first.textContent ?? '',
    )
    // Every face of the page has an ascent of 88 % and a descent of 12 % (fonts/css.ts).
    const baseline = (lineHeight - size) / 2 + size * 0.88
    const top = (Number(name.dataset.inkTop) * 96) / 25.4
    name.style.paddingBlockStart = '0'
    name.style.marginBlockStart = `${top - (baseline - actualBoundingBoxAscent)}px`
    if (name.dataset.inkBottom === undefined) continue
    const below = (Number(name.dataset.inkBottom) * 96) / 25.4
    const air = lineHeight - baseline - actualBoundingBoxDescent
    name.style.marginBlockEnd = `${below - air}px`
  }
}
