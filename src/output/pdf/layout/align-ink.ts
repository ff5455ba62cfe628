/**
 * Runs inside the browser. Moves every red name so that the ink of its highest stroke lies
 * `data-ink-top` mm below the top of the type area. The standard measures to the ink, but the em
 * box begins above it, by an amount that differs between fonts. `data-ink-bottom` is the distance
 * in mm from the lowest stroke to the next element.
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
    // Every font face of the page has an ascent of 88 % and a descent of 12 % (fonts/css.ts).
    const baseline = (lineHeight - size) / 2 + size * 0.88
    const top = (Number(name.dataset.inkTop) * 96) / 25.4
    name.style.paddingBlockStart = '0'
    name.style.marginBlockStart = `${top - (baseline - actualBoundingBoxAscent)}px`
    if (name.dataset.inkBottom === undefined) continue
    const below = (Number(name.dataset.inkBottom) * 96) / 25.4
    const spaceBelowInk = lineHeight - baseline - actualBoundingBoxDescent
    name.style.marginBlockEnd = `${below - spaceBelowInk}px`
  }
}
