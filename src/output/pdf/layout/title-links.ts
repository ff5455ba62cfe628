/**
 * Runs inside the browser. Replaces every link to a heading by an absolute address under `origin`.
 * Returns the ids of all headings in the order of the bookmarks that the browser will create; ''
 * for a heading without an id. Chromium searches every printed page for the target of every `#id`
 * link, which in an issue of a thousand titles takes longer than the rest of the print. Absolute
 * addresses are only copied into the PDF, where `finishPdf` replaces them by the bookmark's
 * destination.
 */
export function addressTitles(origin: string): string[] {
  const headings = [...document.querySelectorAll<HTMLElement>('h1, h2, h3, h4, h5, h6')].filter(
    // The browser creates no bookmark for a heading that prints nothing.
    (heading) => heading.textContent?.trim() && heading.getClientRects().length > 0,
  )
  const ids = new Set(headings.map(({ id }) => id))
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')) {
    const hash = link.getAttribute('href') ?? ''
    if (ids.has(hash.slice(1))) link.setAttribute('href', `${origin}/${hash}`)
  }
  return headings.map(({ id }) => id)
}

/** Runs inside the browser. Undoes `addressTitles`. */
export function nameTitles(origin: string): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>(`a[href^="${origin}/#"]`)) {
    link.setAttribute('href', (link.getAttribute('href') ?? '').slice(`${origin}/`.length))
  }
}
