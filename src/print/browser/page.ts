import type { Browser, BrowserContext, HTTPRequest, Page } from 'puppeteer'
import { Fault } from '../../fault.js'
import { markerId } from './policy.js'

/**
 * Pictures and fonts for a page, by address under `virtualOrigin`. Far faster than `data:` in the
 * HTML: 12 photos of 1 MB load in 0.5 s instead of 3.9 s, since a long script argument is slow.
 */
export type Resources = ReadonlyMap<string, { type: string; body: Uint8Array }>

/**
 * An empty page that runs no script and fetches nothing: what it shows must be in the HTML that
 * `page.setContent` gives it or among the resources. Other fonts come from the browser's own
 * folders (`local()`).
 */
export async function openPage(
  browser: Browser | BrowserContext,
  resources: Resources = new Map(),
): Promise<Page> {
  const page = await browser.newPage()
  page.on('request', (request) => {
    // The page may be gone before the answer arrives; whoever waits for the page hears of it.
    answer(request, resources).catch(() => {})
  })
  await Promise.all([
    page.setJavaScriptEnabled(false),
    page.setOfflineMode(true),
    page.setRequestInterception(true),
  ])
  return page
}

/** An aborted navigation leaves the page as it is; a blocked one would put an error page in its place. */
async function answer(request: HTTPRequest, resources: Resources): Promise<void> {
  const url = request.url()
  if (request.isNavigationRequest()) {
    return url === 'about:blank' ? request.continue() : request.abort('aborted')
  }
  if (/^data:/i.test(url)) return request.continue()
  const resource = resources.get(url)
  if (!resource) return request.abort('blockedbyclient')
  return request.respond({
    contentType: resource.type,
    body: resource.body,
    // Fonts are asked for across origins.
    headers: { 'access-control-allow-origin': '*' },
  })
}

/**
 * Makes sure that the page is still the one that was set. Call it before and after printing: a
 * page that went elsewhere prints as one blank sheet, without any error.
 *
 * @throws Fault `usage`: only a template can send the page away, articles are cleaned before.
 */
export async function assertIntact(page: Page): Promise<void> {
  const marker = page.url() === 'about:blank' ? await page.$(`#${markerId}`) : null
  if (marker) return await marker.dispose()
  throw new Fault(
    'usage',
    '排版时页面被换成了别的内容，没有印出来。',
    '检查模板：删去其中的 <meta http-equiv="refresh">、<iframe> 和 <form>，保留 id="bulletin" 的元素。',
  )
}
