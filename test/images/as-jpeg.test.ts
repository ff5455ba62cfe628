import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { forScreen } from '../../src/images/for-screen.js'
import { likeness, type RawPixels } from '../../src/images/likeness.js'
import { openPicture } from '../../src/images/scale.js'
import { digestOf } from '../../src/system/digest.js'
import {
  chartPng,
  lineArt,
  photo,
  photoPng,
  qrPng,
  screenshotPng,
  screenshotWithPhoto,
} from '../kit/pictures.js'
import { similarity } from '../kit/similarity.js'

const options = { dpi: 300, quality: 85 }

/** The picture as it is coded for a box as wide as this many mm. */
async function coded(bytes: Buffer, width = 100, more: { lossless?: boolean } = {}) {
  const opened = await openPicture(bytes, digestOf(bytes))
  const box = { width, height: (width * opened.height) / opened.width }
  return opened.coded(box, { ...options, ...more })
}

const small = { width: 600, height: 400 }
/** So large that a sample of the rows is compared. */
const large = { width: 1500, height: 1000 }
const photos: Record<string, () => Promise<Buffer>> = {
  'a smooth one': () => photoPng({ ...small, grain: 1 }),
  'a grained one': () => photoPng({ ...small, grain: 4 }),
  'one of much grain': () => photoPng({ ...small, grain: 12 }),
  'a large one': () => photoPng({ ...large, grain: 3 }),
  'a grey one': async () =>
    sharp(await photoPng({ ...small, grain: 4 }))
      .greyscale()
      .png()
      .toBuffer(),
  'one with an alpha channel that hides nothing': () =>
    photoPng({ ...small, grain: 4, alpha: true }),
  'one of 16 bits a channel': async () =>
    sharp(await photoPng({ ...small, grain: 4 }))
      .toColourspace('rgb16')
      .png()
      .toBuffer(),
  'one in a screenshot': screenshotWithPhoto,
}

const drawings: Record<string, () => Promise<Buffer>> = {
  'a chart': chartPng,
  'a QR code': () => qrPng('https://example.org/2021/54'),
  'line art': lineArt,
  'a screenshot of text': () => screenshotPng(),
  'a dark screenshot of text': () => screenshotPng(true),
}

/** The picture without loss at the size at which it was coded. */
const reference = async (bytes: Buffer, width: number) =>
  (await coded(bytes, width, { lossless: true })).body

describe.each([
  ['at its own size', 100],
  ['scaled down', 30],
])('a photo without loss, %s', (_, width) => {
  it.each(Object.keys(photos))('becomes a JPEG that looks the same: %s', async (name) => {
    const bytes = (await photos[name]?.()) ?? Buffer.alloc(0)
    const { body, type, coding } = await coded(bytes, width)
    expect([type, coding?.as]).toEqual(['image/jpeg', 'jpeg'])
    const without = await reference(bytes, width)
    expect(body.length).toBeLessThan(0.75 * without.length)
    const { brightness, colour } = await similarity(body, without)
    expect(brightness).toBeGreaterThan(0.98)
    expect(colour).toBeGreaterThan(0.96)
  })
})

describe.each([
  ['at its own size', 100],
  ['scaled down', 60],
])('a drawing, %s', (_, width) => {
  it.each(Object.keys(drawings))('stays without loss: %s', async (name) => {
    const bytes = (await drawings[name]?.()) ?? Buffer.alloc(0)
    const { body, type, coding } = await coded(bytes, width)
    expect([type, coding?.as]).toEqual(['image/png', 'lossless'])
    expect((await similarity(body, await reference(bytes, width))).colour).toBe(1)
  })
})

describe('a photo without loss', () => {
  it('stays so when asked, and then keeps its bytes', async () => {
    const bytes = await photoPng({ ...small, grain: 4 })
    const { body, type, coding } = await coded(bytes, 100, { lossless: true })
    expect([type, coding]).toEqual(['image/png', undefined])
    expect(body).toBe(bytes)
  })

  it('stays so where parts of it are transparent', async () => {
    const holed = await sharp(await photoPng({ ...small, grain: 4, alpha: true }))
      .composite([
        {
          input: Buffer.from('<svg width="90" height="90"><rect width="90" height="90"/></svg>'),
          blend: 'dest-out',
        },
      ])
      .png()
      .toBuffer()
    for (const width of [100, 40]) {
      const { body, coding } = await coded(holed, width)
      expect(coding).toEqual({ as: 'lossless', why: 'transparent' })
      expect((await sharp(body).stats()).isOpaque).toBe(false)
    }
  })

  it('is coded to the same bytes every time', async () => {
    const bytes = await photoPng({ ...small, grain: 4 })
    const [one, other] = [await coded(bytes), await coded(bytes)]
    expect(Buffer.compare(one.body, other.body)).toBe(0)
    expect(one.coding).toEqual(other.coding)
  })

  it('is not coded as JPEG of lower quality than the settings ask for', async () => {
    const bytes = await photoPng({ ...small, grain: 0 })
    const opened = await openPicture(bytes, digestOf(bytes))
    const box = { width: 100, height: 70 }
    for (const [quality, least] of [
      [60, 90],
      [93, 93],
      [100, 100],
    ] as const) {
      const { coding } = await opened.coded(box, { dpi: 300, quality })
      expect(coding?.as === 'jpeg' ? coding.quality : 0).toBe(least)
    }
  })

  it('that became a JPEG is still without loss on a small screen', async () => {
    const file = await coded(await photoPng({ ...small, grain: 4 }))
    const plain = { width: 200, codec: 'plain' } as const
    expect((await forScreen(file, plain)).type).toBe('image/png')
    expect((await forScreen({ ...file, coding: undefined }, plain)).type).toBe('image/jpeg')
  })
})

describe('other pictures', () => {
  it('a photo that is a JPEG already is not judged', async () => {
    const { type, coding } = await coded(await photo(small))
    expect([type, coding]).toEqual(['image/jpeg', undefined])
  })

  it('a TIFF or a WebP is a JPEG, but not when all is to stay without loss', async () => {
    const source = sharp(await photoPng({ ...small, grain: 2 }))
    for (const bytes of [await source.tiff().toBuffer(), await source.webp().toBuffer()]) {
      expect((await coded(bytes)).type).toBe('image/jpeg')
      expect((await coded(bytes, 100, { lossless: true })).type).toBe('image/png')
    }
  })
})

describe('the likeness of two pictures', () => {
  const side = 64
  const grey = (value: (x: number, y: number) => number): RawPixels => ({
    data: Uint8Array.from({ length: side * side }, (_, at) =>
      value(at % side, Math.floor(at / side)),
    ),
    width: side,
    height: side,
    channels: 1,
  })
  const stripes = grey((x) => (x % 8 < 4 ? 40 : 200))

  it('is 1 for the same, and less the more they differ', () => {
    expect(likeness(stripes, stripes)).toEqual({ mean: 1, worst: 1 })
    const means = [2, 10, 40].map(
      (much) =>
        likeness(
          stripes,
          grey((x, y) => (x % 8 < 4 ? 40 : 200) + (y % 2) * much),
        ).mean,
    )
    expect(means[0]).toBeGreaterThan(0.99)
    expect(means).toEqual(means.toSorted((a, b) => b - a))
    expect(means[2]).toBeLessThan(0.98)
  })

  it('tells one bad place from a good mean', () => {
    const spotted = grey((x, y) => (x < 12 && y < 12 ? 128 : x % 8 < 4 ? 40 : 200))
    const { mean, worst } = likeness(stripes, spotted)
    expect(mean).toBeGreaterThan(0.9)
    expect(worst).toBeLessThan(0.1)
  })

  it('is nothing for pictures too small to judge', () => {
    const dot: RawPixels = { data: Uint8Array.of(9), width: 1, height: 1, channels: 1 }
    expect(likeness(dot, dot)).toEqual({ mean: 0, worst: 0 })
  })
})
