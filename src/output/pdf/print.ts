import type { Page } from 'puppeteer'
import type { BlankPage } from '../../browser/blank-page.js'
import type { OpenBrowser, Resources } from '../../browser/index.js'
import { assertIntact } from '../../browser/index.js'
import { virtualOrigin } from '../../browser/policy.js'
import type { Span } from '../../model/timing.js'
import { destinations, outline, pageCount, readPdf } from '../../pdf/index.js'
import type { Asks } from '../../typeset/copyfit/asks.js'
import type { Ask } from '../../typeset/copyfit/plan.js'
import type { Ahead } from './ahead.js'
import { firstPages } from './ahead.js'
import { copyfitted } from './copyfit.js'
import { type LatePictures, wholePage, withLate } from './late-pictures.js'
import type { Fitted, Layout, MeasuredBlock, MovedLines } from './layout/index.js'
import { addressTitles, layOut, moveColophon, nameTitles, writeNumbers } from './layout/index.js'
import { printPdf } from './page-to-pdf.js'

export interface Printed {
  pdf: Uint8Array
  /** Page in the PDF of every title that something links to, counted from 1. */
  pages: Map<string, number>
  /**
   * Ids of all headings in bookmark order; empty when the links find their targets by themselves.
   */
  titles: readonly string[]
  total: number
  /**
   * Tables that had to be set small, and blocks wider than the page. With the latter nothing is
   * printed.
   */
  fitted: Fitted
  /** Articles whose lines differ from the composed ones; if any, nothing was printed. */
  moved: readonly MovedLines[]
  /** Paragraphs that were asked for a line fewer or more (`page.fit`). */
  asked: readonly Ask[]
  /** False for a document whose head still fills the first page after all attempts. */
  textOnFirstPage: boolean
  /** Where every block of the source is printed, if `keepBlocks` was set. */
  blocks: readonly MeasuredBlock[]
  /** Number of prints until all page numbers were correct. */
  prints: number
  /** The printed HTML, if `keepHtml` was set. */
  html?: string
  /** Times of loading, layout and printing. */
  spans: Span[]
}

export interface PrintOptions {
  /** Two-sided: the colophon goes on an even page. */
  duplex: boolean
  /** Whether to return `html`. */
  keepHtml: boolean
  /** Whether to return `blocks`. */
  keepBlocks?: boolean
  /** Pictures, or placeholders of pictures, and fonts, by the URL that the page uses. */
  resources: Resources
  /** The pictures of the placeholders. */
  late?: LatePictures
  /** Returns the same page with other lines in the paragraphs that are asked for them; for `page.fit`. */
  withAsks?: ((asks: Asks) => string) | undefined
  /** Work to do while the browser creates the PDF. Always called once. */
  meanwhile: () => Promise<void>
  /** Who waits for some pages before the others. */
  ahead?: Ahead | undefined
}

const nothing = async () => {}

/** Maximum number of prints. If the numbers still change after that, they do not converge. */
const mostPrints = 4

/**
 * Prints HTML to PDF on a page that is not used by anything else. Page numbers are predicted from
 * the layout, printed, and compared with the finished file; if one is wrong, the issue is printed
 * again with the right ones.
 * @throws Error when the numbers do not converge: a wrong PDF is never returned.
 */
export async function print(
  browser: OpenBrowser,
  html: string,
  options: PrintOptions,
  blank: BlankPage,
): Promise<Printed> {
  return browser.during(async () => {
    const printed = await printOnce(html, options, blank)
    const { late } = options
    if (!late || printed.pdf.length === 0) return printed
    const pdf = await withLate(printed.pdf, options.resources, late)
    if (pdf) return { ...printed, pdf }
    const { html: wholeHtml, ...own } = await wholePage({ ...options, html }, late)
    const whole = await printOnce(wholeHtml, { ...options, ...own, meanwhile: nothing }, blank)
    return {
      ...whole,
      prints: printed.prints + whole.prints,
      spans: [...printed.spans, ...whole.spans],
    }
  })
}

async function printOnce(html: string, options: PrintOptions, blank: BlankPage): Promise<Printed> {
  const started = performance.now()
  for (const [address, file] of options.resources) blank.resources.set(address, file)
  const page = await blank.page
  const { duplex, withAsks } = options
  let [loading, layingOut] = [0, 0]
  const lay = async (content: string): Promise<Layout> => {
    const began = performance.now()
    await page.setContent(content, { waitUntil: 'load', timeout: 0 })
    await assertIntact(page, [...options.resources.keys()])
    const loaded = performance.now()
    const made = await layOut(page, {
      duplex,
      blocks: options.keepBlocks ?? false,
      flow: withAsks !== undefined,
    })
    loading += loaded - began
    layingOut += performance.now() - loaded
    return made
  }
  const { layout, asked } = await copyfitted(html, { lay, withAsks })
  const laidOut = performance.now()
  const isWrong = layout.fitted.tooWide.length > 0 || layout.moved.length > 0
  if (isWrong) await options.meanwhile()
  const printed = isWrong ? notPrinted : await printUntilTrue(page, layout, options)
  await assertIntact(page)
  const spans: Span[] = [
    { name: 'print.load', start: started, ms: loading },
    { name: 'print.layout', start: started + loading, ms: layingOut },
    { name: 'print.pdf', start: laidOut, ms: performance.now() - laidOut },
  ]
  const { fitted, moved, textOnFirstPage, blocks } = layout
  return { ...printed, fitted, moved, asked, textOnFirstPage, blocks, spans }
}

type Print = Omit<Printed, 'fitted' | 'moved' | 'asked' | 'textOnFirstPage' | 'blocks' | 'spans'>

const notPrinted: Print = {
  pdf: new Uint8Array(),
  pages: new Map(),
  titles: [],
  total: 0,
  prints: 0,
}

async function printUntilTrue(
  page: Page,
  predicted: Layout,
  options: PrintOptions,
): Promise<Print> {
  let { pages: written, total: expected } = predicted
  let titles = await page.evaluate(addressTitles, virtualOrigin)
  for (let prints = 1; prints <= mostPrints; prints++) {
    const { meanwhile, ahead } = options
    const isFirst = prints === 1
    const pdf = await printPdf(page, {
      meanwhile: isFirst ? meanwhile : nothing,
      first: isFirst && ahead ? firstPages(predicted, ahead) : undefined,
    })
    const file = readPdf(pdf)
    const bookmarks = titles.length > 0 ? outline(file) : []
    if (bookmarks.length !== titles.length) {
      // This browser creates other bookmarks than expected: restore the `#id` links, so that it
      // resolves them itself.
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

/** Embeds the page's resources as data URLs. */
function selfContained(html: string, resources: Resources): string {
  return html.replace(/"(http:[^"]+)"/g, (whole, address: string) => {
    const file = resources.get(address)
    if (!file) return whole
    return `"data:${file.type};base64,${Buffer.from(file.body).toString('base64')}"`
  })
}
