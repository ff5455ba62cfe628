import type { Page } from 'puppeteer'
import type { BlankPage } from '../../browser/blank-page.js'
import type { OpenBrowser, Resources } from '../../browser/index.js'
import { assertIntact } from '../../browser/index.js'
import { virtualOrigin } from '../../browser/policy.js'
import type { Span } from '../../model/timing.js'
import { destinations, outline, pageCount, readPdf } from '../../pdf/index.js'
import type { Fitted, Pagination } from './layout/index.js'
import { addressTitles, layOut, moveColophon, nameTitles, writeNumbers } from './layout/index.js'
import { printPdf } from './page-to-pdf.js'

export interface Printed {
  pdf: Uint8Array
  /** Page of every title that something links to, as it stands in the PDF; counted from 1. */
  pages: Map<string, number>
  /** Ids of all headings in the order of the bookmarks; empty when links find them by themselves. */
  titles: readonly string[]
  total: number
  /** Tables that had to be set small; blocks wider than the page, and then nothing was printed. */
  fitted: Fitted
  /** False for a document whose head fills the first page, whatever was tried. */
  textOnFirstPage: boolean
  /** How often the issue was printed until every number was true. */
  prints: number
  /** What was printed, when asked for. */
  html?: string
  /** When it was loaded, laid out and printed. */
  spans: Span[]
}

export interface PrintOptions {
  /** Two-sided: the colophon stands on an even page. */
  duplex: boolean
  /** Whether `html` is wanted. */
  keepHtml: boolean
  /** Pictures and fonts by the address that the page knows them by. */
  resources: Resources
  /** Work for the time in which the browser makes the PDF; always called once. */
  meanwhile: () => Promise<void>
}

const nothing = async () => {}

/** A print that still moves after so many has no fixed point. */
const mostPrints = 4

/**
 * HTML → PDF, on a page that nothing else uses meanwhile. Page numbers are predicted from the
 * layout, printed, and compared with the finished file; when one moved, the true ones are printed.
 * Throws when they never settle: no PDF rather than a wrong one.
 */
export async function print(
  browser: OpenBrowser,
  html: string,
  options: PrintOptions,
  blank: BlankPage,
): Promise<Printed> {
  return browser.during(async () => {
    const started = performance.now()
    for (const [address, file] of options.resources) blank.resources.set(address, file)
    const page = await blank.page
    await page.setContent(html, { waitUntil: 'load', timeout: 0 })
    await assertIntact(page, [...options.resources.keys()])
    const loaded = performance.now()
    const layout = await layOut(page, { duplex: options.duplex })
    const laidOut = performance.now()
    const isTooWide = layout.fitted.tooWide.length > 0
    if (isTooWide) await options.meanwhile()
    const printed = isTooWide ? notPrinted : await printUntilTrue(page, layout, options)
    await assertIntact(page)
    const spans: Span[] = [
      { name: 'print.load', start: started, ms: loaded - started },
      { name: 'print.layout', start: loaded, ms: laidOut - loaded },
      { name: 'print.pdf', start: laidOut, ms: performance.now() - laidOut },
    ]
    const { fitted, textOnFirstPage } = layout
    return { ...printed, fitted, textOnFirstPage, spans }
  })
}

type Print = Omit<Printed, 'fitted' | 'textOnFirstPage' | 'spans'>

const notPrinted: Print = {
  pdf: new Uint8Array(),
  pages: new Map(),
  titles: [],
  total: 0,
  prints: 0,
}

async function printUntilTrue(
  page: Page,
  predicted: Pagination,
  options: PrintOptions,
): Promise<Print> {
  let { pages: written, total: expected } = predicted
  let titles = await page.evaluate(addressTitles, virtualOrigin)
  for (let prints = 1; prints <= mostPrints; prints++) {
    const pdf = await printPdf(page, prints === 1 ? options.meanwhile : nothing)
    const file = readPdf(pdf)
    const bookmarks = titles.length > 0 ? outline(file) : []
    if (bookmarks.length !== titles.length) {
      // A browser that makes its bookmarks another way: then it has to find the titles itself.
      await page.evaluate(nameTitles, virtualOrigin)
      titles = []
      continue
    }
    const pages = destinations(file)
    for (const [index, { page: number }] of bookmarks.entries()) {
      const id = titles[index]
      if (id) pages.set(id, number)
    }
    const total = pageCount(file)
    const moved = [...pages].some(([id, number]) => written[id] !== number)
    if (!moved && total === expected) {
      const html = options.keepHtml ? { html: await htmlOf(page, options.resources) } : {}
      return { pdf, pages, titles, total, prints, ...html }
    }
    written = { ...written, ...Object.fromEntries(pages) }
    if (total !== expected)
      expected = await page.evaluate(moveColophon, { total, duplex: options.duplex })
    await page.evaluate(writeNumbers, written)
  }
  throw new Error('the page numbers do not settle')
}

async function htmlOf(page: Page, resources: Resources): Promise<string> {
  await page.evaluate(nameTitles, virtualOrigin)
  return selfContained(await page.content(), resources)
}

/** The page with what it was handed put into it. */
function selfContained(html: string, resources: Resources): string {
  return html.replace(/"(http:[^"]+)"/g, (whole, address: string) => {
    const file = resources.get(address)
    if (!file) return whole
    return `"data:${file.type};base64,${Buffer.from(file.body).toString('base64')}"`
  })
}
