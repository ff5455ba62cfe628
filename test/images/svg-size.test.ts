import { describe, expect, it } from 'vitest'
import { svgSize } from '../../src/images/svg-size.js'

describe('the size of an SVG', () => {
  it.each([
    ['<svg width="90" height="60">', { width: 90, height: 60 }],
    [
      '<?xml version="1.0"?>\n<!-- <b> -->\n<svg\n width=\'1in\' height="25.4mm"/>',
      { width: 96, height: 96 },
    ],
    ['<svg:svg xmlns:svg="x" height="3pc" width="36pt">', { width: 48, height: 48 }],
    ['<svg viewBox="0 0 1e9 20">', { width: 1e9, height: 20 }],
    ['<svg viewBox="0,0,30,20" width="100%" height="100%">', { width: 30, height: 20 }],
    ['<svg viewBox="0 0 30 20" width="1000000000">', { width: 1e9, height: 20 }],
    [
      '<svg data-a="<b width=\'7\'>" stroke-width="9" width="5" height="4">',
      { width: 5, height: 4 },
    ],
  ])('%s', (text, size) => {
    expect(svgSize(text)).toEqual(size)
  })

  it.each(['<svg>', '<svg width="90">', '<svg viewBox="none">', '<p width="1" height="1">'])(
    'is not given in %s',
    (text) => {
      expect(svgSize(text)).toBeUndefined()
    },
  )
})
