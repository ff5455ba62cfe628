import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { decodeBmp, isBmp } from '../../src/images/bmp.js'
import { bitmapInMetafile, isMetafile } from '../../src/images/metafile.js'
import { bitmap } from '../kit/bitmaps.js'
import {
  codedImage,
  emf,
  fill,
  lineTo,
  plus,
  plusDrawImage,
  plusImage,
  plusRecord,
  rawImage,
  stretchDibits,
  wmf,
  wmfBitmap,
  wmfRecord,
} from '../kit/metafiles.js'

/** A picture of 8 × 6 in one colour. */
const plain = (color: readonly [number, number, number]) =>
  bitmap({
    width: 8,
    height: 6,
    depth: 24,
    pixels: Buffer.from(Array.from({ length: 48 }, () => color).flat()),
  })
const blue = plain([0xff, 0, 0])
const green = plain([0, 0xff, 0])
const black: [number, number, number] = [0, 0, 0]
const white: [number, number, number] = [255, 255, 255]
const mask = bitmap({
  width: 8,
  height: 6,
  depth: 1,
  palette: [black, white],
  pixels: Buffer.alloc(24, 0xff),
})
const old = bitmap({
  width: 8,
  height: 6,
  depth: 1,
  header: 12,
  palette: [black, white],
  pixels: Buffer.alloc(24, 0xff),
})
const png = await sharp({ create: { width: 90, height: 80, channels: 3, background: '#08f' } })
  .png({ compressionLevel: 0 })
  .toBuffer()
const pixels = Buffer.from([1, 2, 3, 0xff, 4, 5, 6, 0x80])

/** Size and first pixel of the bitmap in a metafile, or why there is none. */
async function inside(file: Buffer): Promise<unknown> {
  const found = bitmapInMetafile(file)
  if ('why' in found) return found.why
  const { width, height, channels, data } = isBmp(found.bytes)
    ? decodeBmp(found.bytes)
    : await sharp(found.bytes)
        .raw()
        .toBuffer({ resolveWithObject: true })
        .then(({ data, info }) => ({ ...info, data }))
  return [width, height, ...data.subarray(0, channels)]
}

describe('the bitmap in a metafile', () => {
  it.each([
    ['EMF', emf(stretchDibits(blue)), [8, 6, 0, 0, 255]],
    ['a packed EMF', gzipSync(emf(stretchDibits(blue))), [8, 6, 0, 0, 255]],
    ['a picture and its mask', emf(stretchDibits(mask), stretchDibits(blue)), [8, 6, 0, 0, 255]],
    ['a picture on white', emf(fill(0x00ff0062), stretchDibits(blue)), [8, 6, 0, 0, 255]],
    [
      'a PNG in EMF+, in one record',
      emf(plus(...plusImage(codedImage(png)), plusDrawImage())),
      [90, 80, 0, 136, 255],
    ],
    [
      'a PNG in EMF+, in many records and comments',
      emf(...plusImage(codedImage(png), 5000).map((one) => plus(one)), plus(plusDrawImage())),
      [90, 80, 0, 136, 255],
    ],
    [
      'pixels in EMF+, shown by EMF once more',
      emf(plus(...plusImage(rawImage(2, 1, pixels)), plusDrawImage()), stretchDibits(green)),
      [2, 1, 3, 2, 1, 255],
    ],
    ['WMF', wmf(wmfBitmap(blue)), [8, 6, 0, 0, 255]],
    ['WMF, by the other record', wmf(wmfBitmap(blue, { type: 0x0b41 })), [8, 6, 0, 0, 255]],
    ['WMF with the header of OS/2', wmf(wmfBitmap(old)), [8, 6, 255, 255, 255]],
  ])('is taken out of %s', async (_, file, expected) => {
    expect(await inside(file)).toEqual(expected)
  })

  it.each([
    ['a line over a picture', emf(stretchDibits(blue), lineTo())],
    ['two pictures side by side', emf(stretchDibits(blue), stretchDibits(green, { x: 400 }))],
    ['a coloured area', emf(fill(0x00f00021), stretchDibits(blue))],
    ['nothing', emf()],
    [
      'a picture in EMF+ twice',
      emf(plus(...plusImage(codedImage(png)), plusDrawImage(), plusDrawImage())),
    ],
    [
      'an area in EMF+ under a picture',
      emf(plus(plusRecord(0x400a, 0, Buffer.alloc(24)), ...plusImage(codedImage(png)))),
    ],
    ['two pictures in WMF', wmf(wmfBitmap(blue), wmfBitmap(green, { x: 400 }))],
    ['text in WMF', wmf(wmfBitmap(blue), wmfRecord(0x0a32, Buffer.alloc(10)))],
  ])('is not looked for where the metafile draws: %s', async (_, file) => {
    expect(await inside(file)).toBe('drawing')
  })

  it.each([
    ['packed wrongly', Buffer.concat([Buffer.from([0x1f, 0x8b]), Buffer.alloc(60)])],
    ['packed to more than can be', gzipSync(Buffer.alloc(201e6))],
    ['a record of no length', Buffer.concat([emf().subarray(0, 108), Buffer.alloc(8)])],
  ])('is not there when the file is broken: %s', async (_, file) => {
    expect(isMetafile(file)).toBe(true)
    expect(await inside(file)).toBe('broken')
  })

  it('comes of no file with more bytes than the file has, whatever was done to it', () => {
    const files = [
      emf(stretchDibits(mask), stretchDibits(blue)),
      emf(plus(...plusImage(rawImage(2, 1, pixels), 12), plusDrawImage())),
      wmf(wmfBitmap(old)),
    ]
    const damage = fc.record({
      file: fc.constantFrom(...files),
      length: fc.nat(800),
      bytes: fc.array(fc.tuple(fc.nat(800), fc.nat(255)), { maxLength: 6 }),
      long: fc.option(fc.tuple(fc.nat(200), fc.constantFrom(0, 1, 0x7fffffff, 0xffffffff))),
    })
    fc.assert(
      fc.property(damage, ({ file, length, bytes, long }) => {
        const broken = Buffer.from(file.subarray(0, Math.max(90, length)))
        for (const [at, byte] of bytes) if (at < broken.length) broken[at] = byte
        if (long && 4 * long[0] + 4 <= broken.length) broken.writeUInt32LE(long[1], 4 * long[0])
        const found = bitmapInMetafile(broken)
        if ('why' in found) expect(['drawing', 'broken']).toContain(found.why)
        // A header for alpha, and rows of a multiple of four bytes.
        else expect(found.bytes.length).toBeLessThanOrEqual(2 * broken.length + 122)
      }),
      { numRuns: 500 },
    )
  })
})
