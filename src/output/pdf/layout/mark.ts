/**
 * Runs inside the browser. Sets the joint mark of several issuers in letters of at most `size` pt
 * and reduces its line height, so that the first page still shows text (GB/T 9704—2012, 7.2.4).
 * Returns false when there is only one issuer.
 */
export function shrinkIssuingAuthority(size: number): boolean {
  const mark = document.querySelector<HTMLElement>('[data-role~="mark"][data-role~="joint"]')
  if (!mark) return false
  const now = Number.parseFloat(mark.style.getPropertyValue('--size'))
  mark.style.setProperty('--size', `${Math.min(now, size)}pt`)
  mark.style.lineHeight = '1.1'
  return true
}
