import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { article } from '../kit/manuscript.js'
import { photoPng, qrPng } from '../kit/pictures.js'
import { type Printed, press } from '../kit/press.js'
import { bulletin } from '../kit/program.js'
import { workspace } from '../kit/workspace.js'

const folder = workspace('picture-coding')

/** The filter of every picture of a PDF by its width in px. */
const filtersIn = (bytes: Uint8Array): Record<string, string> =>
  Object.fromEntries(
    [
      ...Buffer.from(bytes)
        .toString('latin1')
        .matchAll(/<<[^<>]*\/Subtype \/Image[^<>]*>>/g),
    ].map(([dictionary]) => [
      /\/Width (\d+)/.exec(dictionary)?.[1],
      /\/Filter \/(\w+)/.exec(dictionary)?.[1],
    ]),
  )

let printed: Record<'usual' | 'lossless', Printed>
beforeAll(async () => {
  const files = {
    '1.md': article({ title: '图' }, '正文。\n\n![照片](a.png)\n\n![扫码](qr.png)'),
    'a.png': await photoPng({ width: 800, height: 500, grain: 3 }),
    'qr.png': await qrPng('https://example.org', 10),
  }
  printed = await press(folder, {
    usual: files,
    lossless: { ...files, 'bulletin.yaml': '图片: { 无损: 是 }\n' },
  })
})

describe('in the PDF', () => {
  it('a photo that was a PNG is a JPEG, a QR code is not', () => {
    expect(filtersIn(printed.usual.bytes)).toEqual({ 800: 'DCTDecode', 270: 'FlateDecode' })
    expect(printed.usual.report.pictures).toMatchObject([
      { line: 8, src: 'a.png', coding: { as: 'jpeg', quality: expect.any(Number) } },
      { line: 10, src: 'qr.png', coding: { as: 'lossless', why: 'compact' } },
    ])
  })

  it('neither is one when the settings say so', () => {
    expect(filtersIn(printed.lossless.bytes)).toEqual({ 800: 'FlateDecode', 270: 'FlateDecode' })
    expect(printed.lossless.report.pictures).toBeUndefined()
    expect(printed.usual.bytes.length).toBeLessThan(printed.lossless.bytes.length / 2)
  })
})

it('--verbose says of every such picture what became of it', async () => {
  const { stdout, stderr } = await bulletin([
    ...['build', join(folder, 'usual'), '--verbose'],
    ...['-o', join(folder, 'again.pdf')],
  ])
  const said = (stdout + stderr).split('\n').filter((line) => line.startsWith('图片：'))
  expect(said).toHaveLength(2)
  expect(said[0]).toMatch(/1\.md:8 a\.png 转成 JPEG（质量 9\d，和原图的相似度 0\.9\d\d，大小约为/)
  expect(said[1]).toMatch(/1\.md:10 qr\.png 照原样，不转成 JPEG（颜色少/)
})
