/**
 * In the page: sets the marks of several issuers in letters of `size` pt (GB/T 9704—2012, 7.2.4:
 * smaller and closer, so that the first page still shows text). Tells whether there are several.
 * Runs inside the browser.
 */
export function shrinkMark(size: number): boolean {
  const mark = document.querySelector<HTMLElement>('[data-role~="mark"][data-role~="joint"]')
  if (!mark) return false
  const now = Number.parseFloat(mark.style.getPropertyValue('--size'))
  mark.style.setProperty('--size', `${Math.min(now, size)}pt`)
  mark.style.lineHeight = '1.1'
  return true
}
