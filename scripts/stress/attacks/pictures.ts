import sharp from 'sharp'
import { framedGif, hollowPng, photo } from '../../../test/kit/pictures.js'
import { type ArticleAttack, hostile } from './attack.js'

const one = (
  name: string,
  file: string,
  bytes: () => Promise<Uint8Array> | Uint8Array | string,
  rule?: string,
): ArticleAttack =>
  hostile(name, () => `![图](${file})`, {
    files: async () => ({ [file]: await bytes() }),
    ...(rule !== undefined && { rule }),
  })

const svg = (attributes: string, content = '<rect width="9" height="9"/>') =>
  `<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${content}</svg>`

/** Ten copies of ten copies of … of one rectangle. */
const copies = `<defs><rect id="a0" width="9" height="9"/>${Array.from({ length: 12 }, (_, level) => `<g id="a${level + 1}">${`<use href="#a${level}"/>`.repeat(10)}</g>`).join('')}</defs><use href="#a12"/>`

/** A photo of forty megapixels. */
const large = { width: 7300, height: 5500 }

/** Pictures that would take all memory: each is an error with its place, and nothing is written. */
export const bombs: readonly ArticleAttack[] = [
  one('PNG 声称 60000×60000', 'declares.png', () => hollowPng(60_000, 60_000), 'image-large'),
  one('PNG 声称 17000×17000', 'hollow.png', () => hollowPng(17_000, 17_000), 'image-broken'),
  one(
    '隔行的 PNG 声称 17000×17000',
    'interlaced.png',
    () => hollowPng(17_000, 17_000, true),
    'image-large',
  ),
  one('SVG 宽 1000000000', 'wide.svg', () => svg('width="1000000000" height="10"'), 'image-large'),
  one('SVG 的 viewBox 宽高 1e9', 'vast.svg', () => svg('viewBox="0 0 1e9 1e9"'), 'image-large'),
  one(
    'SVG 里一万亿个 <use>',
    'copies.svg',
    () => svg('width="90" height="90"', copies),
    'image-broken',
  ),
  one(
    '传了一半的 4000 万像素的 JPEG',
    'half.jpg',
    async () => {
      const whole = await photo(large)
      return whole.subarray(0, whole.length / 2)
    },
    'image-broken',
  ),
]

/** Pictures that take much to set, and are set. */
export const heavyPictures: readonly ArticleAttack[] = [
  one('4000 万像素的 JPEG', 'large.jpg', () => photo(large)),
  one('4000 万像素的 PNG', 'large.png', async () =>
    sharp(await photo(large))
      .png({ compressionLevel: 1 })
      .toBuffer(),
  ),
  one('4000 万像素的渐进式 JPEG', 'progressive.jpg', async () =>
    sharp(await photo(large))
      .jpeg({ quality: 90, progressive: true })
      .toBuffer(),
  ),
  one('2.5 亿像素的 PNG', 'blank.png', () =>
    sharp({ create: { width: 16_000, height: 16_000, channels: 3, background: '#c42' } })
      .png({ compressionLevel: 1 })
      .toBuffer(),
  ),
  one('一万帧的 GIF', 'frames.gif', () => framedGif(10_000)),
  one('没有 ICC 的 CMYK JPEG', 'press.jpg', async () =>
    sharp(await photo({ width: 1200, height: 800 }))
      .toColourspace('cmyk')
      .jpeg()
      .toBuffer(),
  ),
  one('SVG 的模糊半径 1000000', 'blur.svg', () =>
    svg(
      'width="500" height="500"',
      '<filter id="a"><feGaussianBlur stdDeviation="1000000"/></filter><rect width="400" height="400" filter="url(#a)"/>',
    ),
  ),
]
