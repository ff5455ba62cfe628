import { crc32, deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { encode } from 'uqr'

/** A noisy photo that, like a real one, compresses badly. `orientation` is the EXIF value, 1–8. */
export function photo({
  width,
  height,
  orientation,
}: {
  width: number
  height: number
  orientation?: number
}): Promise<Buffer> {
  const image = sharp({
    create: {
      width,
      height,
      channels: 3,
      background: '#888888',
      noise: { type: 'gaussian', mean: 128, sigma: 20 },
    },
  })
  const turned = orientation === undefined ? image : image.withMetadata({ orientation })
  return turned.jpeg({ quality: 92 }).toBuffer()
}

/** A picture of one colour. */
export const drawing = (width: number, height: number): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background: '#cc4422' } })
    .png()
    .toBuffer()

const svg = (width: number, height: number, content: string) =>
  sharp(
    Buffer.from(
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${content}</svg>`,
    ),
  ).removeAlpha()

/** The numbers 0 … count − 1. */
const upTo = (count: number): number[] => Array.from({ length: count }, (_, index) => index)

/** A photo as PNG: soft shapes on a gradient, with grain of a standard deviation of `grain` levels. */
export async function photoPng({
  width,
  height,
  grain,
  alpha = false,
}: {
  width: number
  height: number
  grain: number
  /** Adds an alpha channel that hides nothing. */
  alpha?: boolean
}): Promise<Buffer> {
  const shapes = upTo(60).map(
    (n) =>
      `<ellipse cx="${(n * 137) % width}" cy="${(n * 71) % height}" rx="${30 + n}" ry="${20 + 2 * n}" fill="hsl(${n * 20},40%,${20 + n}%)" opacity="0.6"/>`,
  )
  const gradient = `<linearGradient id="a" x2="1" y2="1"><stop stop-color="#268"/><stop offset="1" stop-color="#db8"/></linearGradient>`
  const drawn = svg(
    width,
    height,
    `<defs>${gradient}</defs><rect width="100%" height="100%" fill="url(#a)"/>${shapes.join('')}`,
  )
  const { data, info } = await drawn.blur(2).raw().toBuffer({ resolveWithObject: true })
  let state = 1
  for (let at = 0; at < data.length; at += 3) {
    // The sum of four even numbers is about normal.
    let sum = 0
    for (let count = 0; count < 4; count++) {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0
      sum += state / 2 ** 32 - 0.5
    }
    const more = sum * Math.sqrt(3) * grain
    for (let channel = at; channel < at + 3; channel++)
      data[channel] = Math.max(0, Math.min(255, Math.round((data[channel] ?? 0) + more)))
  }
  const image = sharp(data, { raw: { width, height, channels: info.channels } })
  return (alpha ? image.ensureAlpha() : image).png().toBuffer()
}

/** Lines of small letters, in strokes, since a machine may have no font. */
const letters = (width: number, height: number, colour: string, pitch: number): string => {
  const strokes = upTo(Math.floor(height / pitch) - 1).flatMap((row) =>
    upTo(Math.floor(width / pitch) - 2).map((column) => {
      const [x, y, seed] = [(column + 1) * pitch, (row + 0.6) * pitch, column * 7 + row * 13]
      const [a, b, c] = [seed % 5, (seed * 3) % 7, (seed * 5) % 6].map((one) => (one * pitch) / 10)
      return `M${x + (a ?? 0)} ${y}v${0.7 * pitch}M${x} ${y + (b ?? 0)}h${0.7 * pitch}M${x} ${y + 0.7 * pitch}l${c} -${0.6 * pitch}`
    }),
  )
  return `<path d="${strokes.join('')}" stroke="${colour}" stroke-width="${pitch / 12}" fill="none"/>`
}

/** A screenshot of small text, dark on light or light on dark. */
export const screenshotPng = (isDark = false): Promise<Buffer> => {
  const [paper, ink] = isDark ? ['#1e1e1e', '#d8d8d8'] : ['#fff', '#222']
  return svg(
    1200,
    800,
    `<rect width="1200" height="800" fill="${paper}"/>${letters(1200, 800, ink, 20)}`,
  )
    .png()
    .toBuffer()
}

/** A screenshot of small text with a photo in it. */
export const screenshotWithPhoto = async (): Promise<Buffer> =>
  sharp(await screenshotPng())
    .composite([
      { input: await photoPng({ width: 1000, height: 700, grain: 2 }), left: 180, top: 80 },
    ])
    .png()
    .toBuffer()

/** Circles drawn with a thin pen. */
export const lineArt = (): Promise<Buffer> =>
  svg(
    1200,
    900,
    `<rect width="1200" height="900" fill="#fff"/>${upTo(60)
      .map(
        (n) =>
          `<circle cx="${(n * 97) % 1200}" cy="${(n * 53) % 900}" r="${20 + n}" fill="none" stroke="#000" stroke-width="2"/>`,
      )
      .join('')}`,
  )
    .png()
    .toBuffer()

/** A chart of coloured bars with a grid. */
export const chartPng = (): Promise<Buffer> =>
  svg(
    1200,
    800,
    `<rect width="1200" height="800" fill="#fff"/>${upTo(9)
      .map(
        (n) =>
          `<path d="M60 ${80 * (n + 1)}h1100" stroke="#ccc"/><rect x="${80 + n * 120}" y="${700 - 60 * ((n * 5) % 9)}" width="80" height="${60 * ((n * 5) % 9)}" fill="hsl(${n * 40},60%,50%)"/>`,
      )
      .join('')}${letters(1200, 90, '#222', 24)}`,
  )
    .png()
    .toBuffer()

/** A QR code, `scale` px a module. */
export function qrPng(text: string, scale = 12): Promise<Buffer> {
  const { data, size } = encode(text)
  const side = size * scale
  const pixels = Buffer.alloc(side * side, 0xff)
  for (let at = 0; at < pixels.length; at++) {
    const [row, column] = [Math.floor(at / side / scale), Math.floor((at % side) / scale)]
    if (data[row]?.[column]) pixels[at] = 0
  }
  return sharp(pixels, { raw: { width: side, height: side, channels: 1 } })
    .png()
    .toBuffer()
}

/** A PNG that declares a size and has almost no pixels. */
export function hollowPng(width: number, height: number, interlaced = false): Buffer {
  const chunk = (name: string, data: Buffer) => {
    const named = Buffer.concat([Buffer.from(name), data])
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
    length.writeUInt32BE(data.length)
    sum.writeUInt32BE(crc32(named))
    return Buffer.concat([length, named, sum])
  }
  const head = Buffer.alloc(13)
  head.writeUInt32BE(width, 0)
  head.writeUInt32BE(height, 4)
  // Eight bits each of red, green and blue.
  head.set([8, 2, 0, 0, interlaced ? 1 : 0], 8)
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(Buffer.alloc(1000))),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

/** A PNG whose pixels cannot be inflated beyond its middle, although its checksums are right. */
export function damagedPng(png: Buffer): Buffer {
  const damaged = Buffer.from(png)
  const name = damaged.indexOf('IDAT')
  const end = name + 4 + damaged.readUInt32BE(name - 4)
  damaged.fill(0xff, (name + end) >> 1, end)
  damaged.writeUInt32BE(crc32(damaged.subarray(name, end)), end)
  return damaged
}

/** A JPEG with the segment of Adobe, which says how its colours are coded: 0 is not, 1 is YCbCr. */
export function withAdobe(jpeg: Buffer, colours: 0 | 1): Buffer {
  const segment = [0xff, 0xee, 0, 14, ...Buffer.from('Adobe'), 0, 100, 0, 0, 0, 0, colours]
  return Buffer.concat([jpeg.subarray(0, 2), Buffer.from(segment), jpeg.subarray(2)])
}

/** A GIF of one pixel in so many frames. */
export function framedGif(frames: number): Buffer {
  const screen = [1, 0, 1, 0, 0x80, 0, 0, 0, 0, 0, 255, 255, 255]
  const frame = [0x21, 0xf9, 4, 0, 0, 0, 0, 0, 0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0]
  const all = Array.from({ length: frames }, () => Buffer.from(frame))
  return Buffer.concat([Buffer.from('GIF89a'), Buffer.from(screen), ...all, Buffer.from([0x3b])])
}
