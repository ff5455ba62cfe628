import type { Page } from 'puppeteer'
import { companyOf } from './company.js'
import { moveRecipients } from './recipients.js'
import { placeSignature } from './signature.js'

/** Lines more or fewer on a page that are tried in turn, the least change first. */
const changes = [1, -1, 2, -2, 3, -3]

/**
 * Lays out what only a document has: its signature, 主送 moved to the 版记 when the first page would
 * show no text (GB/T 9704—2012, 7.3.2 and 7.3.3), and the line spacing changed where the signature
 * would stand alone on a page (7.3.5.5). Nothing happens in a page that is no document.
 */
export async function layOutDocument(page: Page): Promise<void> {
  if ((await page.$('.document')) === null) return
  await page.evaluate(placeSignature)
  let { signatureAlone, textOnFirstPage } = await page.evaluate(companyOf)
  if (!textOnFirstPage && (await page.evaluate(moveRecipients))) {
    const moved = await page.evaluate(companyOf)
    signatureAlone = moved.signatureAlone
  }
  if (!signatureAlone) return
  for (const change of [...changes, 0]) {
    await page.evaluate(changeLines, change)
    await page.evaluate(placeSignature)
    if (!(await page.evaluate(companyOf)).signatureAlone) return
  }
}

/** In the page: sets so many lines more to the page than its template wants. Runs inside the browser. */
function changeLines(change: number): void {
  const root = document.documentElement
  root.style.removeProperty('--line')
  const usual = Number(getComputedStyle(root).getPropertyValue('--lines'))
  if (change === 0) return
  // Rounded down to eighths, as the usual pitch is (src/render/page.ts).
  const pitch = Math.floor(((225 * 96) / 25.4 / (usual + change)) * 8) / 8
  root.style.setProperty('--line', `${pitch}px`)
}
