import type { Page } from 'puppeteer'
import { alignInkToGrid } from './align-ink.js'
import { shrinkMark } from './mark.js'
import { moveRecipients } from './recipients.js'
import { placeSignature } from './signature.js'
import { signaturePlacement } from './stranded-signature.js'

/** Letters of joint marks that are tried in turn, pt; the last are those of a title. */
const markSizes = [30, 26, 22]

/** Lines more or fewer on a page that are tried in turn, the least change first. */
const changes = [1, -1, 2, -2, 3, -3]

/**
 * Lays out what only a document has: its signature; marks of several issuers set smaller, then 主送
 * moved to the 版记, where the first page would show no text (GB/T 9704—2012, 7.2.4 and 7.3.2); and
 * the line spacing changed where the signature would stand on a page without text (7.3.5.5), or where
 * that does not help, the last line of text sent after it. Tells whether the first page shows text in the end.
 */
export async function layOutDocument(page: Page): Promise<{ textOnFirstPage: boolean }> {
  await page.evaluate(placeSignature)
  let company = await page.evaluate(signaturePlacement)
  for (const size of markSizes) {
    if (company.textOnFirstPage || !(await page.evaluate(shrinkMark, size))) break
    await page.evaluate(alignInkToGrid)
    company = await page.evaluate(signaturePlacement)
  }
  if (!company.textOnFirstPage && (await page.evaluate(moveRecipients))) {
    company = await page.evaluate(signaturePlacement)
  }
  const { textOnFirstPage } = company
  if (!company.signatureAlone) return { textOnFirstPage }
  for (const change of [...changes, 0]) {
    await page.evaluate(changeLines, change)
    await page.evaluate(placeSignature)
    if (!(await page.evaluate(signaturePlacement)).signatureAlone) return { textOnFirstPage }
  }
  await page.evaluate(holdTogether, true)
  const held = await page.evaluate(signaturePlacement)
  if (textOnFirstPage && !held.textOnFirstPage) await page.evaluate(holdTogether, false)
  return { textOnFirstPage }
}

/** In the page: the last line of the text goes with the signature, and leaves its page short. Runs inside the browser. */
function holdTogether(hold: boolean): void {
  document.querySelector('[data-role~="document-body"]')?.classList.toggle('held-together', hold)
}

/** In the page: sets so many lines more to the page than its template wants. Runs inside the browser. */
function changeLines(change: number): void {
  const root = document.documentElement
  root.style.removeProperty('--line')
  const usual = Number(getComputedStyle(root).getPropertyValue('--lines'))
  if (change === 0) return
  // Rounded down to eighths, as the usual pitch is (typeset/page-geometry.ts).
  const pitch = Math.floor(((225 * 96) / 25.4 / (usual + change)) * 8) / 8
  root.style.setProperty('--line', `${pitch}px`)
}
