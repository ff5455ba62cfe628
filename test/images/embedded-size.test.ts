import { describe, expect, it } from 'vitest'
import { embeddedSize } from '../../src/images/embedded-size.js'
import { openPicture } from '../../src/images/scale.js'
import { photo, withAdobe } from '../kit/pictures.js'

describe('a picture that the page is laid out without', () => {
  it('has the size of its file, and no side of nothing', async () => {
    const thin = await openPicture(await photo({ width: 3, height: 3000 }), '')
    const box = { width: 0.02, height: 20 }
    const size = embeddedSize(thin, true, box, 300)
    expect(size).toEqual({ width: 1, height: 236 })
    const { body } = await thin.coded(box, { dpi: 300, quality: 85 })
    expect(await openPicture(Buffer.from(body), '')).toMatchObject(size)
  })

  it('is no JPEG that could go on the page unchanged and that the browser does not copy', async () => {
    const jpeg = await photo({ width: 60, height: 40 })
    expect((await openPicture(jpeg, '')).late).toEqual({ isPlain: true })
    expect((await openPicture(withAdobe(jpeg, 1), '')).late).toEqual({ isPlain: true })
    expect((await openPicture(withAdobe(jpeg, 0), '')).late).toBeUndefined()
  })
})
