/** The made-up place that `Resources` are under. `.invalid` belongs to nobody, ever (RFC 2606). */
export const virtualOrigin = 'http://bulletin.invalid'

/**
 * What a page may load, for `<meta http-equiv="Content-Security-Policy" content="…">`: images and
 * fonts that are in the page itself or handed to it, its own styles, nothing else.
 */
export const csp = [
  "default-src 'none'",
  `img-src data: ${virtualOrigin}`,
  `font-src data: ${virtualOrigin}`,
  "style-src 'unsafe-inline'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

/** Id of an element that every page must have: proof that what is printed is what was set. */
export const markerId = 'bulletin'
