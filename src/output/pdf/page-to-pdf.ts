import type { CDPSession, Page } from 'puppeteer'

/**
 * Bytes per read. A long issue does not fit into one protocol message, and Chromium 147 needs three
 * times as long for the same bytes in messages of more than 64 KB.
 */
const pieceSize = 2 ** 16
/** Reads that are on their way at once, so that no process waits for the other. */
const readsAtOnce = 3

/**
 * Prints a page on the paper size of its CSS, with bookmarks and tags. Calls `meanwhile` as soon as
 * the browser has started printing and this process would only wait; puppeteer's own `pdf()` has no
 * hook for that moment.
 */
export async function printPdf(page: Page, meanwhile: () => Promise<void>): Promise<Uint8Array> {
  const session = await page.createCDPSession()
  try {
    const printing = session.send('Page.printToPDF', {
      preferCSSPageSize: true,
      printBackground: true,
      generateDocumentOutline: true,
      generateTaggedPDF: true,
      transferMode: 'ReturnAsStream',
    })
    const [{ stream }] = await Promise.all([printing, meanwhile()])
    if (stream === undefined) throw new Error('the browser returned no stream')
    return await readStream(session, stream)
  } finally {
    await session.detach().catch(() => {})
  }
}

async function readStream(session: CDPSession, handle: string): Promise<Uint8Array> {
  const read = () => session.send('IO.read', { handle, size: pieceSize })
  const reads = Array.from({ length: readsAtOnce }, read)
  const pieces: Buffer[] = []
  try {
    for (let next = reads.shift(); next; next = reads.shift()) {
      const { data, base64Encoded, eof } = await next
      pieces.push(Buffer.from(data, base64Encoded ? 'base64' : 'utf8'))
      if (eof) break
      reads.push(read())
    }
  } finally {
    // Those after the end give nothing, or fail like the one before.
    await Promise.allSettled(reads)
  }
  await session.send('IO.close', { handle })
  return Buffer.concat(pieces)
}
