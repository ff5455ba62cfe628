import type { CDPSession, Page, Protocol } from 'puppeteer'

/**
 * Bytes per read. A long issue does not fit into one protocol message, and Chromium 147 needs three
 * times as long for the same bytes in messages of more than 64 KB.
 */
const pieceSize = 2 ** 16
/** Reads that are on their way at once, so that no process waits for the other. */
const readsAtOnce = 3

/** Options of {@link printPdf}. */
interface Printing {
  /** Called as soon as the browser has started printing and this process would only wait. */
  meanwhile: () => Promise<void>
  /** Numbers of the pages to print before the whole, counted from 1; may be empty. */
  first?: FirstPages | undefined
}

/** Pages that someone waits for. */
export interface FirstPages {
  pages: readonly number[]
  /**
   * Called with a PDF of these pages alone, without tags and bookmarks, when the browser has started
   * printing all, and after `meanwhile`.
   */
  take: (pdf: Uint8Array) => Promise<void>
}

/**
 * Prints a page on the paper size of its CSS, with bookmarks and tags. Puppeteer's own `pdf()` has
 * no hook for the moment at which this process begins to wait.
 */
export async function printPdf(page: Page, { meanwhile, first }: Printing): Promise<Uint8Array> {
  const session = await page.createCDPSession()
  const print = (isWhole: boolean, options: Protocol.Page.PrintToPDFRequest = {}) =>
    session.send('Page.printToPDF', {
      preferCSSPageSize: true,
      printBackground: true,
      transferMode: 'ReturnAsStream',
      generateDocumentOutline: isWhole,
      generateTaggedPDF: isWhole,
      ...options,
    })
  try {
    let beside = meanwhile
    if (first && first.pages.length > 0) {
      // Fails when there are fewer pages than were predicted; the print of all shows how many.
      const printing = print(false, { pageRanges: first.pages.join(',') }).catch(() => undefined)
      const [some] = await Promise.all([printing, meanwhile()])
      beside = async () => {
        if (some) await first.take(await readStream(session, some.stream))
      }
    }
    const printing = print(true)
    const [{ stream }] = await Promise.all([printing, beside()])
    return await readStream(session, stream)
  } finally {
    await session.detach().catch(() => {})
  }
}

async function readStream(session: CDPSession, handle?: string): Promise<Uint8Array> {
  if (handle === undefined) throw new Error('the browser returned no stream')
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
