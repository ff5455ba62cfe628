/**
 * Runs inside the browser. Hides the page numbers of contents with `data-numbers="when-long"` when
 * the issue has at most eight pages.
 */
export function showNumbers(total: number): void {
  for (const contents of document.querySelectorAll('[data-numbers="when-long"]')) {
    contents.classList.toggle('without-numbers', total <= 8)
  }
}
