/**
 * In the page: gives every link to a heading a full address under `origin` and returns the ids of
 * all headings, in the order of the bookmarks that the browser will make of them; '' for one without
 * an id. Chromium looks for the target of every link to `#id` on every page that it prints, which takes
 * longer than the print itself in an issue of a thousand titles; an address it only passes on, and the
 * finished PDF has it replaced by the bookmark's place. Runs inside the browser.
 */
export function addressTitles(origin: string): string[] {
  const headings = [...document.querySelectorAll<HTMLElement>('h1, h2, h3, h4, h5, h6')].filter(
    // What has no ink has no bookmark.
    (heading) => heading.textContent?.trim() && heading.getClientRects().length > 0,
  )
  const ids = new Set(headings.map(({ id }) => id))
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')) {
    const hash = link.getAttribute('href') ?? ''
    if (ids.has(hash.slice(1))) link.setAttribute('href', `${origin}/${hash}`)
  }
  return headings.map(({ id }) => id)
}

/** In the page: takes back what `addressTitles` did. Runs inside the browser. */
export function nameTitles(origin: string): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>(`a[href^="${origin}/#"]`)) {
    link.setAttribute('href', (link.getAttribute('href') ?? '').slice(`${origin}/`.length))
  }
}
