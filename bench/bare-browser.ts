/** How a person would start the browser for the fastest print. */
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

/** The print that `bulletin` makes: the page's own paper, bookmarks and tags. */
export const barePrint = {
  preferCSSPageSize: true,
  printBackground: true,
  outline: true,
  tagged: true,
  timeout: 0,
} as const
