import { createCanvas } from '@napi-rs/canvas'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** Pixels per point: larger than shown, for smooth downscaling. */
const scale = 1.6

/** Renders pages of a PDF, counted from 1, as PNG. */
export async function drawPages(pdf: Uint8Array, numbers: readonly number[]): Promise<Buffer[]> {
  const file = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise
  try {
    const drawn: Buffer[] = []
    for (const number of numbers) {
      const page = await file.getPage(number)
      const viewport = page.getViewport({ scale })
      const canvas = createCanvas(Math.round(viewport.width), Math.round(viewport.height))
      // pdfjs is typed for the browser's canvas; in Node it accepts this one.
      const target = canvas as unknown as HTMLCanvasElement
      await page.render({ canvas: target, viewport }).promise
      drawn.push(canvas.toBuffer('image/png'))
    }
    return drawn
  } finally {
    await file.destroy()
  }
}
