import type { Browser, BrowserContext, CDPSession, Page, Protocol } from 'puppeteer'
import { Fault } from '../model/fault.js'
import { markerId } from './policy.js'

/**
 * Pictures and fonts for a page, by URL under `virtualOrigin`. Much faster than `data:` URLs in the
 * HTML: 12 photos of 1 MB load in 0.5 s instead of 3.9 s, since a long script argument is slow.
 */
export type Resources = ReadonlyMap<string, Resource>

/** A file that a page can load. */
export interface Resource {
  /** MIME type: `image/jpeg`, `font/woff2`. */
  type: string
  body: Uint8Array
}

/**
 * Opens an empty page that runs no script and fetches nothing: it shows only what is in the HTML
 * given to `page.setContent` or in the resources. Other fonts come from the browser's own folders
 * (`local()`). The print layout is active from the start.
 */
export async function openPage(
  browser: Browser | BrowserContext,
  resources: Resources = new Map(),
): Promise<Page> {
  const page = await browser.newPage()
  // Puppeteer's own interception converts every body to base64 byte by byte.
  const session = await page.createCDPSession()
  session.on('Fetch.requestPaused', (request) => {
    // The page may be closed before the response arrives; the error surfaces where the page is
    // awaited.
    answer(session, request, resources).catch(() => {})
  })
  await Promise.all([
    page.setJavaScriptEnabled(false),
    page.setOfflineMode(true),
    page.emulateMediaType('print'),
    session.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] }),
  ])
  return page
}

/**
 * Navigations fail with `Aborted`, which leaves the page unchanged; a blocked navigation would show
 * an error page.
 */
function answer(
  session: CDPSession,
  { requestId, request: { url }, resourceType }: Protocol.Fetch.RequestPausedEvent,
  resources: Resources,
): Promise<unknown> {
  const fail = (errorReason: Protocol.Network.ErrorReason) =>
    session.send('Fetch.failRequest', { requestId, errorReason })
  if (resourceType === 'Document') {
    return url === 'about:blank'
      ? session.send('Fetch.continueRequest', { requestId })
      : fail('Aborted')
  }
  if (/^data:/i.test(url)) return session.send('Fetch.continueRequest', { requestId })
  const resource = resources.get(url)
  if (!resource) return fail('BlockedByClient')
  const { buffer, byteOffset, byteLength } = resource.body
  return session.send('Fetch.fulfillRequest', {
    requestId,
    responseCode: 200,
    responseHeaders: [
      { name: 'content-type', value: resource.type },
      // Fonts are requested cross-origin.
      { name: 'access-control-allow-origin', value: '*' },
    ],
    body: Buffer.from(buffer, byteOffset, byteLength).toString('base64'),
  })
}

/**
 * Checks that the page still has the content that was set, and that its pictures with these URLs
 * are loaded. Call it before and after printing: a page that navigated away prints as one blank
 * sheet, and missing pictures are left out; the browser reports neither.
 *
 * @throws Fault `usage` if the page was replaced. Only a template can cause this, since articles
 * are sanitized.
 * @throws Error if a picture is missing, which is a bug.
 */
export async function assertIntact(page: Page, pictures: readonly string[] = []): Promise<void> {
  const shown =
    page.url() === 'about:blank' ? await page.evaluate(watchPage, markerId, pictures) : undefined
  if (!shown?.isOurs) {
    throw new Fault(
      'usage',
      '排版时页面被换成了别的内容，没有印出来。',
      '检查模板：删去其中的 <meta http-equiv="refresh">、<iframe> 和 <form>，保留 id="bulletin" 的元素。',
    )
  }
  if (shown.empty.length > 0) throw new Error(`not on the page: ${shown.empty.join(' ')}`)
}

/**
 * Runs in the browser. Waits for all fonts, including those that are needed only after a layout
 * change, then returns whether the element exists and which of the pictures on the page are not
 * loaded.
 */
async function watchPage(
  id: string,
  pictures: readonly string[],
): Promise<{ isOurs: boolean; empty: string[] }> {
  await document.fonts.ready
  // A font that cannot be loaded is replaced by a fallback.
  await Promise.allSettled([...document.fonts].map((face) => face.load()))
  const handed = new Set(pictures)
  const empty = [...document.images].filter(
    ({ src, complete, naturalWidth }) => handed.has(src) && !(complete && naturalWidth > 0),
  )
  return { isOurs: document.getElementById(id) !== null, empty: empty.map(({ src }) => src) }
}
