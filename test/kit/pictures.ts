import sharp from 'sharp'

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
