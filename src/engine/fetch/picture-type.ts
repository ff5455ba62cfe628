import { decodeBmp, isBmp } from '../../images/bmp.js'
import { loadSharp } from '../../images/sharp.js'
import { assertComplete } from '../../images/whole.js'
import { svgTrouble } from './svg.js'
import { Unfetched } from './trouble.js'

/** The extension of each format that a build can print. */
const extensions: Record<string, string> = {
  jpeg: 'jpg',
  png: 'png',
  gif: 'gif',
  webp: 'webp',
  tiff: 'tif',
  svg: 'svg',
}

/** Every extension that a fetched file may have. */
export const pictureEndings = [...new Set([...Object.values(extensions), 'avif', 'bmp'])]

/** @throws {Unfetched} when it is not a printable picture, is incomplete, or is an unsafe SVG. */
export async function pictureEnding(bytes: Buffer): Promise<string> {
  if (isBmp(bytes)) return bitmapEnding(bytes)
  const sharp = await loadSharp()
  const metadata = await sharp(bytes)
    .metadata()
    .catch(() => undefined)
  if (!metadata) throw new Unfetched(notAPicture(bytes))
  const { format, compression } = metadata
  const ending = compression === 'av1' ? 'avif' : extensions[format]
  if (ending === undefined) {
    throw new Unfetched(
      `是 ${format.toUpperCase()} 格式，不能排`,
      '另存为 JPG 或 PNG，放进本期的 images/，再写成 images/文件名。',
    )
  }
  const trouble = ending === 'svg' ? svgTrouble(bytes.toString('utf8')) : undefined
  if (trouble !== undefined) {
    throw new Unfetched(`SVG 里${trouble}`, '在浏览器里打开，截图存成 PNG，放进本期的 images/。')
  }
  try {
    await assertComplete(bytes)
  } catch (cause) {
    throw new Unfetched('图片不完整', undefined, { cause })
  }
  return ending
}

function bitmapEnding(bytes: Buffer): string {
  try {
    decodeBmp(bytes)
    return 'bmp'
  } catch (cause) {
    throw new Unfetched('图片不完整', undefined, { cause })
  }
}

/**
 * Returns the reason for content that is not a picture. An HTML page (“not found”, login) is the
 * most common case.
 */
const notAPicture = (bytes: Buffer): string =>
  /^\s*<(?:!doctype html|html|head|body)\b/i.test(bytes.toString('latin1', 0, 500))
    ? '不是图片，是一个网页'
    : '不是图片'
