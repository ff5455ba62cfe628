import { describe, expect, it } from 'vitest'
import { decodeBmp } from '../../src/images/bmp.js'
import { type Bitmap, bitmap } from '../kit/bitmaps.js'

const black = [0, 0, 0] as const
const red = [0, 0, 255] as const
const blue = [255, 0, 0] as const
const letters: Record<string, string> = {
  '0,0,0': '.',
  '255,0,0': 'R',
  '0,0,255': 'B',
  '255,255,255': 'W',
}

/** The picture as rows of letters; `?` is any other colour. */
function drawn(bytes: Buffer): string[] {
  const { width, height, channels, data } = decodeBmp(bytes)
  const letter = (at: number) => letters[data.subarray(at, at + 3).join(',')] ?? '?'
  return Array.from({ length: height }, (_, y) =>
    Array.from({ length: width }, (_, x) => letter(channels * (y * width + x))).join(''),
  )
}

const palette = [black, red, blue]
/** Each is RB. over .RB, but for the two that have no more than two colours. */
const layouts: Record<string, Bitmap & { rows?: string[] }> = {
  '24 bits': {
    ...{ width: 3, height: 2, depth: 24 },
    pixels: Buffer.from([...black, ...red, ...blue, 0, 0, 0, ...red, ...blue, ...black, 0, 0, 0]),
  },
  '24 bits from the top': {
    ...{ width: 3, height: 2, depth: 24, isTopDown: true },
    pixels: Buffer.from([...red, ...blue, ...black, 0, 0, 0, ...black, ...red, ...blue, 0, 0, 0]),
  },
  '32 bits, of which the fourth byte means nothing': {
    ...{ width: 3, height: 2, depth: 32 },
    pixels: Buffer.from([black, red, blue, red, blue, black].flatMap((color) => [...color, 0])),
  },
  '32 bits with masks of another order': {
    ...{ width: 3, height: 2, depth: 32, compression: 3, masks: [0xff00, 0xff0000, 0xff000000] },
    pixels: Buffer.from(
      [black, red, blue, red, blue, black].flatMap((color) => [0, ...[...color].reverse()]),
    ),
  },
  '16 bits': {
    ...{ width: 3, height: 2, depth: 16 },
    pixels: Buffer.from([0, 0, 0, 0x7c, 0x1f, 0, 0, 0, 0, 0x7c, 0x1f, 0, 0, 0, 0, 0]),
  },
  '16 bits with six for green': {
    ...{ width: 3, height: 2, depth: 16, compression: 3, masks: [0xf800, 0x7e0, 0x1f] },
    pixels: Buffer.from([0, 0, 0, 0xf8, 0x1f, 0, 0, 0, 0, 0xf8, 0x1f, 0, 0, 0, 0, 0]),
  },
  'a palette of 8 bits': {
    ...{ width: 3, height: 2, depth: 8, palette },
    pixels: Buffer.from([0, 1, 2, 0, 1, 2, 0, 0]),
  },
  'a palette of 4 bits': {
    ...{ width: 3, height: 2, depth: 4, palette },
    pixels: Buffer.from([0x01, 0x20, 0, 0, 0x12, 0x00, 0, 0]),
  },
  'a palette of 1 bit': {
    ...{ width: 3, height: 2, depth: 1, palette: [black, [255, 255, 255]] },
    pixels: Buffer.from([0b01000000, 0, 0, 0, 0b10100000, 0, 0, 0]),
    rows: ['W.W', '.W.'],
  },
  "OS/2's header": {
    ...{
      width: 3,
      height: 2,
      depth: 8,
      header: 12,
      palette: [...palette, ...Array(253).fill(black)],
    },
    pixels: Buffer.from([0, 1, 2, 0, 1, 2, 0, 0]),
  },
  'run lengths of 8 bits': {
    ...{ width: 5, height: 3, depth: 8, compression: 1, palette },
    pixels: Buffer.from([2, 1, 3, 2, 0, 0, 0, 2, 1, 0, 2, 1, 0, 0, 0, 5, 0, 1, 2, 1, 0, 0, 0, 1]),
    rows: ['.RBR.', '.RR..', 'RRBBB'],
  },
  'run lengths of 4 bits': {
    ...{ width: 5, height: 2, depth: 4, compression: 2, palette },
    pixels: Buffer.from([5, 0x12, 0, 0, 0, 5, 0x01, 0x21, 0x00, 0, 0, 1]),
    rows: ['.RBR.', 'RBRBR'],
  },
}

describe('a Windows bitmap', () => {
  it.each(Object.entries(layouts))('of %s is read', (_, { rows = ['RB.', '.RB'], ...layout }) => {
    expect(drawn(bitmap(layout))).toEqual(rows)
  })

  it('has alpha only where something shows', () => {
    const layout: Bitmap = {
      ...{ width: 2, height: 1, depth: 32, compression: 3, header: 108 },
      masks: [0xff0000, 0xff00, 0xff, 0xff000000],
      pixels: Buffer.from([0, 0, 255, 0, 0, 0, 255, 0x80]),
    }
    const alphaOf = (bytes: Buffer) => decodeBmp(bytes).data.filter((_, index) => index % 4 === 3)
    expect([...alphaOf(bitmap(layout))]).toEqual([0, 0x80])
    const hidden = { ...layout, pixels: Buffer.from([0, 0, 255, 0, 255, 0, 0, 0]) }
    expect([...alphaOf(bitmap(hidden))]).toEqual([255, 255])
  })

  it.each(Object.entries(layouts))('of %s that breaks off is none', (_, layout) => {
    const whole = bitmap(layout)
    for (let length = 0; length < whole.length - 4; length += 3)
      expect(() => decodeBmp(whole.subarray(0, length))).toThrow(RangeError)
  })

  it('that says it is larger than any is none, and costs no memory', () => {
    const bytes = bitmap(layouts['24 bits'] as Bitmap)
    bytes.writeInt32LE(2_000_000_000, 18)
    expect(() => decodeBmp(bytes)).toThrow(RangeError)
  })
})
