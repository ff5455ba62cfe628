import { describe, expect, it } from 'vitest'
import { pictureSize } from '../../src/typeset/picture-size.js'

const room = { measure: 156, line: 9, lines: 25 }
const wide = { width: 1600, height: 1200 }

describe('the size of a picture', () => {
  it.each([
    ['nothing', {}, 156, 117],
    ['a share', { width: 0.5 }, 78, 58.5],
    ['mm', { widthMm: 80 }, 80, 60],
    ['mm past the measure', { widthMm: 400 }, 156, 117],
    ['a height', { heightMm: 30 }, 40, 30],
    ['a width and a height that do not agree', { widthMm: 80, heightMm: 30 }, 40, 30],
  ])('for a wish of %s', (_, wish, width, height) => {
    const box = pictureSize(wide, { abreast: 1, ...wish }, room)
    expect([box.width, box.height]).toEqual([expect.closeTo(width), expect.closeTo(height)])
  })

  it('fits a cell, also when more is wished', () => {
    const third = { abreast: 1, cell: 1 / 3 }
    expect(pictureSize(wide, third, room).width).toBeLessThan(52)
    expect(pictureSize(wide, { ...third, width: 1 }, room).width).toBeLessThan(52)
    expect(pictureSize(wide, { ...third, widthMm: 20 }, room).width).toBe(20)
  })

  it('never is taller than a page, unless it is to be split', () => {
    const long = { width: 1080, height: 15000 }
    expect(pictureSize(long, { abreast: 1 }, room).height).toBeCloseTo(117)
    expect(pictureSize(long, { abreast: 1, width: 1 }, room).height).toBeCloseTo(207)
    expect(pictureSize(long, { abreast: 1, split: true }, room).width).toBeCloseTo(156)
  })
})
