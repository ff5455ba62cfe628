import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Page } from 'puppeteer'
import { cacheFolderOf, type OpenBrowser, openBrowser } from '../../src/browser/index.js'

/** A screen: a phone, a desk; by day or by night. */
export interface Screen {
  /** px */
  width: number
  scheme: 'light' | 'dark'
}

/** The narrowest phone in use, and a desk. */
export const screens: readonly Screen[] = [
  { width: 360, scheme: 'light' },
  { width: 360, scheme: 'dark' },
  { width: 1280, scheme: 'light' },
  { width: 1280, scheme: 'dark' },
]

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

export const openScreens = async (): Promise<OpenBrowser> =>
  openBrowser({ env: process.env, cacheFolder: await cacheFolderOf(process.env) })

/** Shows a page without network on a screen, runs `work` on it, and closes it. */
export async function onScreen<T>(
  browser: OpenBrowser,
  html: string,
  { width, scheme }: Screen,
  work: (page: Page) => Promise<T>,
): Promise<T> {
  const page = await browser.newPage()
  try {
    await page.emulateMediaType('screen')
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }])
    await page.setViewport({ width, height: 740 })
    await page.setContent(html, { waitUntil: 'load' })
    return await work(page)
  } finally {
    await page.close()
  }
}

/** What axe-core finds on a page: the rule, and the element. Best practices are included. */
export async function axeFindings(page: Page): Promise<string[]> {
  await page.setJavaScriptEnabled(true)
  await page.evaluate(axe)
  const results = await page.evaluate(() =>
    (globalThis as unknown as { axe: { run(): Promise<AxeResults> } }).axe.run(),
  )
  return results.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} ${failureSummary}`),
  )
}

/** Px by which a page is wider than its screen. */
export const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
