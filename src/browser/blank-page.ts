import type { Page } from 'puppeteer'
import type { OpenBrowser, Resource } from './index.js'

/** A page of a browser with nothing on it. */
export interface BlankPage {
  page: Promise<Page>
  /** What it may load; filled before the page is. */
  resources: Map<string, Resource>
  /**
   * Takes off what is on it, for the next issue. The page that has printed one keeps what it learnt
   * of the fonts, and needs no process of its own anew: half the time of the next print.
   */
  emptied(): BlankPage
  close(): Promise<void>
}

/** Opens a page for later. Its failure is heard by whoever prints on it. */
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
