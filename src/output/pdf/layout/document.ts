import type { Page } from 'puppeteer'
import { alignInkToGrid } from './align-ink.js'
import { shrinkIssuingAuthority } from './mark.js'
import { moveRecipients } from './recipients.js'
import { placeSignature } from './signature.js'
import { signaturePlacement } from './stranded-signature.js'

/** Letter sizes of joint marks, pt, tried in this order. The last is the size of a title. */
const markSizes = [30, 26, 22]

/** Changes to the number of lines on a page, tried in this order, smallest first. */
const changes = [1, -1, 2, -2, 3, -3]

/**
 * Applies the layout steps that only an official document needs. Places the signature. If the first
 * page shows no text, sets the joint mark of several issuers smaller, then moves 主送 to the imprint
 * (GB/T 9704—2012, 7.2.4 and 7.3.2). If the signature is on a page without text, changes the line
 * spacing (7.3.5.5), and if that fails, moves the last line of text to the signature's page.
 * Returns whether the first page shows text in the end.
 */
export async function layOutDocument(page: Page): Promise<{ textOnFirstPage: boolean }> {
  await page.evaluate(placeSignature)
  let placement = await page.evaluate(signaturePlacement)
  for (const size of markSizes) {
    if (placement.textOnFirstPage || !(await page.evaluate(shrinkIssuingAuthority, size))) break
    await page.evaluate(alignInkToGrid)
    placement = await page.evaluate(signaturePlacement)
  }
  if (!placement.textOnFirstPage && (await page.evaluate(moveRecipients))) {
    placement = await page.evaluate(signaturePlacement)
  }
  const { textOnFirstPage } = placement
  if (!placement.signatureAlone) return { textOnFirstPage }
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

/**
 * Runs inside the browser. Keeps the last line of text on the signature's page; the page before is
 * then short.
 */
function holdTogether(hold: boolean): void {
  document.querySelector('[data-role~="document-body"]')?.classList.toggle('held-together', hold)
}

/**
 * Runs inside the browser. Sets `change` lines more on a page than the template defines; 0 restores
 * its value.
 */
function changeLines(change: number): void {
  const root = document.documentElement
  root.style.removeProperty('--line')
  const usualLines = Number(getComputedStyle(root).getPropertyValue('--lines'))
  if (change === 0) return
  // Rounded down to 1/8 px, as the usual line pitch (typeset/page-geometry.ts).
  const pitch = Math.floor(((225 * 96) / 25.4 / (usualLines + change)) * 8) / 8
  root.style.setProperty('--line', `${pitch}px`)
}
