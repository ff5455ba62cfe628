/** The virtual origin of `Resources`. The domain `.invalid` is never assigned (RFC 2606). */
export const virtualOrigin = 'http://bulletin.invalid'

/**
 * Content security policy of a page, for `<meta http-equiv="Content-Security-Policy" content="…">`:
 * images and fonts that are in the page or in its resources, inline styles, nothing else.
 */
export const csp = [
  "default-src 'none'",
  `img-src data: ${virtualOrigin}`,
  `font-src data: ${virtualOrigin}`,
  "style-src 'unsafe-inline'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

/**
 * Id of an element that every page must contain, to verify that the page still has the content that
 * was set.
 */
export const markerId = 'bulletin'
