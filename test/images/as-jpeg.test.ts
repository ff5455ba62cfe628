import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { forScreen } from '../../src/images/for-screen.js'
import { likenessAt, stepsAt } from '../../src/images/likeness.js'
import { openPicture } from '../../src/images/scale.js'
import { type RawPixels, spectraOf } from '../../src/images/spectra.js'
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

describe('the likeness that is said of a JPEG', () => {
  it.each([
    ['smooth', 1],
    ['grained', 4],
    ['of much grain', 12],
  ])('is at most that of its pixels, and near it: %s', async (_, grain) => {
    const bytes = await photoPng({ ...large, grain })
    const { body, coding } = await coded(bytes, 140)
    const said = coding?.as === 'jpeg' ? coding.likeness : 0
    const { brightness } = await similarity(body, bytes)
    expect(said).toBeLessThan(brightness)
    expect(said).toBeGreaterThan(brightness - 0.004)
  })

  it('is computed with the steps that are in the file', async () => {
    for (const quality of [90, 94, 97, 98, 100]) {
      const bytes = await photoPng({ ...small, grain: 0 })
      const opened = await openPicture(bytes, digestOf(bytes))
      const { body } = await opened.coded({ width: 100, height: 70 }, { dpi: 300, quality })
      // ITU-T T.81, B.2.4.1: marker, length, number of the table; the steps go from corner to corner.
      const at = Buffer.from(body).indexOf(Buffer.from([0xff, 0xdb])) + 5
      const inFile = [...body.subarray(at, at + 64)]
      expect(inFile.toSorted((a, b) => a - b)).toEqual(stepsAt(quality).toSorted((a, b) => a - b))
      expect(inFile.slice(0, 3)).toEqual([0, 1, 8].map((index) => stepsAt(quality)[index]))
    }
  })

  it('sees what coding does beside letters', async () => {
    const { mean, worst } = likenessAt(90, spectraOf(await rawOf(await screenshotPng())))
    expect(mean).toBeGreaterThan(0.97)
    expect(worst).toBeLessThan(0.85)
  })

  it('grows with the quality, up to 1', async () => {
    const spectra = spectraOf(await rawOf(await photoPng({ ...small, grain: 4 })))
    const means = [60, 75, 90, 94, 97, 98, 100].map((quality) => likenessAt(quality, spectra).mean)
    expect(means).toEqual(means.toSorted((a, b) => a - b))
    expect(means[0]).toBeLessThan(0.9)
    expect(means.at(-1)).toBeGreaterThan(0.99)
    expect(means.at(-1)).toBeLessThan(1)
  })

  it('is nothing for pictures too small to judge', () => {
    const dot = { data: Uint8Array.of(9), width: 1, height: 1, channels: 1 } as const
    expect(likenessAt(90, spectraOf(dot))).toEqual({ mean: 0, worst: 0 })
  })
})

async function rawOf(bytes: Buffer): Promise<RawPixels> {
  const { data, info } = await sharp(bytes)
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height, channels: info.channels }
}
