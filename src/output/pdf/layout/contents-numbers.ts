/**
 * In the page: a list of contents that wants page numbers only in a long issue (`numbers-when-long`)
 * loses them in one of up to eight pages. Runs inside the browser.
 */
export function showNumbers(total: number): void {
  for (const contents of document.querySelectorAll('[data-numbers="when-long"]')) {
    contents.classList.toggle('without-numbers', total <= 8)
  }
}
