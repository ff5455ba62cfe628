import sharp from 'sharp'

/** Width and height of a shown page (A4), and the space around it, in px. */
const page = { width: 380, height: 537 }
const gap = 24
const columns = 4

const background = '#e9e7e2'
const border = '#c9c5bb'

/** Arranges pages in rows on a plain background and returns a PNG with a small palette. */
export async function contactSheet(pages: readonly Buffer[]): Promise<Buffer> {
  const across = Math.min(columns, pages.length)
  const rows = Math.ceil(pages.length / across)
  const layers = pages.map(async (input, i) => ({
    input: await sharp(input)
      .resize(page.width, page.height, { kernel: 'lanczos3' })
      .extend({ top: 1, bottom: 1, left: 1, right: 1, background: border })
      .png()
      .toBuffer(),
    left: gap + (i % across) * (page.width + 2 + gap),
    top: gap + Math.floor(i / across) * (page.height + 2 + gap),
  }))
  return sharp({
    create: {
      width: gap + across * (page.width + 2 + gap),
      height: gap + rows * (page.height + 2 + gap),
      channels: 3,
      background,
    },
  })
    .composite(await Promise.all(layers))
    .png({ palette: true, colours: 128, effort: 10, compressionLevel: 9, dither: 0.5 })
    .toBuffer()
}
