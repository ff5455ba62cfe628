import type { Browser, BrowserContext, CDPSession, Page, Protocol } from 'puppeteer'
import { Fault } from '../model/fault.js'
import { markerId } from './policy.js'

/**
 * Pictures and fonts for a page, by address under `virtualOrigin`. Far faster than `data:` in the
 * HTML: 12 photos of 1 MB load in 0.5 s instead of 3.9 s, since a long script argument is slow.
 */
export type Resources = ReadonlyMap<string, Resource>

export interface Resource {
  /** `image/jpeg`, `font/woff2`. */
  type: string
  body: Uint8Array
}

/**
 * An empty page that runs no script and fetches nothing: what it shows must be in the HTML that
 * `page.setContent` gives it or among the resources. Other fonts come from the browser's own
 * folders (`local()`). It is laid out for paper from the start.
 */
export async function openPage(
  browser: Browser | BrowserContext,
  resources: Resources = new Map(),
): Promise<Page> {
  const page = await browser.newPage()
  // Puppeteer's own interception turns every body into base64 byte by byte.
  const session = await page.createCDPSession()
  session.on('Fetch.requestPaused', (request) => {
    // The page may be gone before the answer arrives; the error surfaces where the page is awaited.
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

/** An aborted navigation leaves the page as it is; a blocked one would put an error page in its place. */
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
      // Fonts are asked for across origins.
      { name: 'access-control-allow-origin', value: '*' },
    ],
    body: Buffer.from(buffer, byteOffset, byteLength).toString('base64'),
  })
}

/**
 * Makes sure that the page is still the one that was set, and that the pictures at these addresses
 * have arrived wherever it shows them. Call it before and after printing: a page that went elsewhere
 * prints as one blank sheet, and one without its pictures prints without them; neither is an error
 * to the browser.
 *
 * @throws Fault `usage`: only a template can send the page away, articles are cleaned before.
 * @throws Error when a picture is not there: that must never happen.
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
 * In the page, once all its fonts are there, those too that are only wanted when something has
 * moved: whether it has this element, and which of the pictures it shows are not there. Runs inside
 * the browser.
 */
async function watchPage(
  id: string,
  pictures: readonly string[],
): Promise<{ isOurs: boolean; empty: string[] }> {
  await document.fonts.ready
  // One that is nowhere has another in its place, as ever.
  await Promise.allSettled([...document.fonts].map((face) => face.load()))
  const handed = new Set(pictures)
  const empty = [...document.images].filter(
    ({ src, complete, naturalWidth }) => handed.has(src) && !(complete && naturalWidth > 0),
  )
  return { isOurs: document.getElementById(id) !== null, empty: empty.map(({ src }) => src) }
}
