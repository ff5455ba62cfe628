import type { Page } from 'puppeteer'
import type { OpenBrowser, Resource } from './index.js'

/** An empty page of a browser. */
export interface BlankPage {
  page: Promise<Page>
  /** What the page may load. Fill it before setting the page's content. */
  resources: Map<string, Resource>
  /**
   * Clears the page for the next issue. A used page keeps its font cache and its process, which
   * halves the time of the next print.
   */
  emptied(): BlankPage
  close(): Promise<void>
}

/** Opens a page in advance. If opening fails, the error surfaces when `page` is awaited. */
export function openBlank(browser: OpenBrowser): BlankPage {
  const resources: BlankPage['resources'] = new Map()
  return blankPage(browser, resources, browser.newPage(resources))
}

function blankPage(
  browser: OpenBrowser,
  resources: BlankPage['resources'],
  page: Promise<Page>,
): BlankPage {
  page.catch(() => undefined)
  const empty = async () => {
    const used = await page
    await used.setContent('', { waitUntil: 'load', timeout: 0 })
    return used
  }
  return {
    page,
    resources,
    emptied() {
      resources.clear()
      return blankPage(browser, resources, browser.during(empty))
    },
    close: () =>
      page.then(
        (open) => open.close(),
        () => undefined,
      ),
  }
}
