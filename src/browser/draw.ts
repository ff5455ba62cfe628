import type { OpenBrowser } from './open-browser.js'
import type { Resources } from './page.js'

/** An element of a page as a picture. */
export interface DrawnElement {
  png: Uint8Array
  /** Size on the page, px; the picture has twice as many pixels in each direction. */
  width: number
  height: number
  /** How far it goes below the baseline that it stands on, px. */
  depth: number
}

/** Width of the page, px. An element that is as wide as its content may be wider. */
const pageWidth = 1200
const pixelsPerPx = 2

/**
 * Draws every element with the attribute `data-drawn`, in the order of the page. The last child of
 * such an element, empty and in the line, shows where its baseline is.
 */
export async function drawElements(
  browser: OpenBrowser,
  html: string,
  resources: Resources,
): Promise<DrawnElement[]> {
  return browser.during(async () => {
    const page = await browser.newPage(resources)
    try {
      await page.emulateMediaType('screen')
      await page.setViewport({ width: pageWidth, height: 800, deviceScaleFactor: pixelsPerPx })
      await page.setContent(html, { waitUntil: 'load', timeout: 0 })
      const boxes = await page.evaluate(drawnBoxes)
      const drawn: DrawnElement[] = []
      for (const { depth, ...clip } of boxes) {
        const png = await page.screenshot({ clip, captureBeyondViewport: true })
        drawn.push({ png, width: clip.width, height: clip.height, depth })
      }
      return drawn
    } finally {
      await page.close().catch(() => {})
    }
  })
}

/** Runs in the browser. Whole px, so that no edge of a picture is blurred. */
async function drawnBoxes() {
  await document.fonts.ready
  return [...document.querySelectorAll('[data-drawn]')].map((element) => {
    const box = element.getBoundingClientRect()
    const x = Math.floor(box.left + scrollX)
    const y = Math.floor(box.top + scrollY)
    const width = Math.ceil(box.right + scrollX) - x
    const height = Math.ceil(box.bottom + scrollY) - y
    const baseline = element.lastElementChild?.getBoundingClientRect().bottom ?? box.bottom
    return { x, y, width, height, depth: Math.max(0, y + height - (baseline + scrollY)) }
  })
}
