import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { pdfPicture } from '../../src/images/pdf-picture.js'
import { chartPng, damagedPng, photo, photoPng, withAdobe } from '../kit/pictures.js'

const size = { width: 60, height: 40 }
const jpeg = (body: Uint8Array) => pdfPicture({ body, type: 'image/jpeg' })
const png = (body: Uint8Array) => pdfPicture({ body, type: 'image/png' })

describe('a picture as it is in a PDF', () => {
  it('a JPEG stays as it is', async () => {
    const body = await photo(size)
    expect(await jpeg(body)).toEqual({ ...size, components: 3, filter: 'DCTDecode', data: body })
    const progressive = await sharp(body).jpeg({ progressive: true }).toBuffer()
    expect(await jpeg(progressive)).toMatchObject({ ...size, filter: 'DCTDecode' })
    const grey = await sharp(body).toColourspace('b-w').jpeg().toBuffer()
    expect(await jpeg(grey)).toMatchObject({ ...size, components: 1 })
    for (const one of [withAdobe(body, 1), withAdobe(grey, 0)])
      expect(await jpeg(one)).toMatchObject({ ...size, filter: 'DCTDecode', data: one })
  })

  it('anything else is its pixels', async () => {
    const picture = await png(await chartPng())
    expect(picture).toMatchObject({
      width: 1200,
      height: 800,
      components: 3,
      filter: 'FlateDecode',
    })
  })

  it('is none where the browser would change its colours, turn it or show through it', async () => {
    const body = await photo(size)
    const unlike = [
      await sharp(body).toColourspace('cmyk').jpeg().toBuffer(),
      await sharp(body).withIccProfile('p3').jpeg().toBuffer(),
      await photo({ ...size, orientation: 6 }),
      withAdobe(body, 0),
      body.subarray(0, 20),
    ]
    for (const one of unlike) expect(await jpeg(one)).toBeUndefined()
    const damaged = damagedPng(await photoPng({ ...size, grain: 3 }))
    expect(await png(damaged)).toBeUndefined()
    expect(await png(await sharp(body).ensureAlpha().png().toBuffer())).toBeUndefined()
  })
})
