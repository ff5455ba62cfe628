/** Browser options for the fastest print. */
export const bareFlags = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--font-render-hinting=none',
]

/**
 * Print options equivalent to those of `bulletin`: the page's own paper size, bookmarks and tags.
 */
export const barePrint = {
  preferCSSPageSize: true,
  printBackground: true,
  outline: true,
  tagged: true,
  timeout: 0,
} as const
