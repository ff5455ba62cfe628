/**
 * Runs inside the browser. Returns whether the signature of a document is on a page without any of
 * its text (the attachment list does not count as text), and whether the first page shows text.
 */
export function signaturePlacement(): { signatureAlone: boolean; textOnFirstPage: boolean } {
  const sheet = document.querySelector<HTMLElement>('[data-role~="sheet"]')
  const body = document.querySelector<HTMLElement>(
    '[data-role~="document-body"] > [data-role~="body"]',
  )
  if (!sheet || !body) return { signatureAlone: false, textOnFirstPage: true }
  document.documentElement.classList.add('paginating')
  const edge = sheet.getBoundingClientRect()
  const line = Number.parseFloat(getComputedStyle(body).lineHeight)
  const pagesOf = (element: Element) =>
    [...element.getClientRects()]
      .filter(({ height }) => height > line / 2)
      .map(({ left }) => Math.floor((left - edge.left + 1) / edge.width))
  const signed = document.querySelector('[data-role~="signed"]')
  const texts = document.querySelectorAll(
    '[data-role~="document-body"] > :is([data-role~="body"], .footnotes, [data-role~="attendance"])',
  )
  const page = signed ? pagesOf(signed)[0] : undefined
  const last = [...texts].flatMap(pagesOf).at(-1)
  const first = pagesOf(body)[0] ?? 0
  document.documentElement.classList.remove('paginating')
  return {
    signatureAlone: page !== undefined && last !== undefined && page !== last,
    textOnFirstPage: first === 0,
  }
}
