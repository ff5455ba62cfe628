import type { Page } from 'puppeteer'
import type { OpenBrowser, Resource } from './index.js'

/** An empty page of a browser. */
export interface BlankPage {
  page: Promise<Page>
  /** What the page may load. Fill it before setting the page's content. */
  resources: Map<string, Resource>
  /**
   * Clears the page for the next issue. A used page keeps its font cache and its process, which
   * halves the time of the next print. Clearing begins after `pause` milliseconds, or when the page
   * is asked for.
   */
  emptied(pause?: number): BlankPage
  close(): Promise<void>
}

/** Opens a page in advance. If opening fails, the error surfaces when `page` is awaited. */
export function openBlank(browser: OpenBrowser): BlankPage {
  const resources: BlankPage['resources'] = new Map()
  const page = browser.newPage(resources)
  return blankPage(browser, resources, page, () => page)
}

function blankPage(
  browser: OpenBrowser,
  resources: BlankPage['resources'],
  used: Promise<Page>,
  blank: () => Promise<Page>,
): BlankPage {
  used.catch(() => undefined)
  const empty = async () => {
    const page = await used
    await page.setContent('', { waitUntil: 'load', timeout: 0 })
    return page
  }
  return {
    get page() {
      return blank()
    },
    resources,
    emptied(pause = 0) {
      resources.clear()
      let emptying: Promise<Page> | undefined
      const emptyOnce = () => {
        clearTimeout(timer)
        emptying ??= browser.during(empty)
        emptying.catch(() => undefined)
        return emptying
      }
      const timer = setTimeout(emptyOnce, pause)
      timer.unref()
      return blankPage(browser, resources, used, emptyOnce)
    },
    close: () =>
      used.then(
        (open) => open.close(),
        () => undefined,
      ),
  }
}
