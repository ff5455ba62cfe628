import sharp from 'sharp'

/** A photo that does not compress well, as real ones do not. Orientation as EXIF counts it, 1–8. */
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

/** A plain picture. */
export const drawing = (width: number, height: number): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background: '#cc4422' } })
    .png()
    .toBuffer()
