import { appendFile, cp, mkdir, readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp, { type Sharp } from 'sharp'
import { packageRoot } from '../../src/system/package.js'
import { writeLongIssue } from './long-issue.js'
import { type Random, randomFrom } from './random.js'

/** The same magazine with its pictures as PNG and as JPEG, and as PNG that stay without loss. */
export interface Magazines {
  png: string
  jpeg: string
  /** JPEG as like to the PNG as ours. */
  likeJpeg: string
  lossless: string
}

/** Articles for a picture: about three pages. */
const articlesPerPicture = 2
/** Size of a picture, px: 300 dpi in the width of the type area. */
const size = { width: 1842, height: 1228 }
/** Standard deviation of the grain, levels of 255: that of a photo made indoors. */
const grain = 2
/**
 * Qualities of the JPEGs: one that is usual, and one that leaves the grain of a photo as it is. A JPEG
 * that takes all grain of this deviation away has a likeness of c₂ ÷ (c₂ + 2²) = 0.936 in smooth parts
 * (c₂ = 58.5, see likeness.ts).
 */
const qualities = { usual: 90, like: 97 }

/**
 * Writes a magazine of `pictures` photos and screenshots, three pages for each, in four versions. Each
 * picture is a photo of issue 54 mirrored, tinted and grained; every fourth stands in a window with
 * text. The output is reproducible.
 */
export async function writeMagazines(folder: string, pictures: number): Promise<Magazines> {
  const [png, jpeg, likeJpeg, lossless] = ['png', 'jpeg', 'like-jpeg', 'lossless'].map((name) =>
    join(folder, name),
  ) as [string, string, string, string]
  await writeLongIssue(png, pictures * articlesPerPicture)
  for (const twin of [jpeg, likeJpeg, lossless]) await cp(png, twin, { recursive: true })
  await appendFile(join(lossless, 'bulletin.yaml'), '图片: { 无损: true }\n')
  for (const one of [png, jpeg, likeJpeg, lossless])
    await mkdir(join(one, 'images'), { recursive: true })
  const articles = (await readdir(png)).filter((name) => name.endsWith('.md')).toSorted()
  const photos = join(packageRoot(), 'fixtures/issue-54/images')
  const sources = (await readdir(photos)).filter((name) => name.endsWith('.jpg')).toSorted()
  for (let index = 0; index < pictures; index++) {
    const source = await readFile(join(photos, sources[index % sources.length] ?? ''))
    const made = await picture(source, index)
    const name = `picture-${String(index + 1).padStart(3, '0')}`
    await made
      .clone()
      .png()
      .toFile(join(png, 'images', `${name}.png`))
    await cp(join(png, 'images', `${name}.png`), join(lossless, 'images', `${name}.png`))
    for (const [one, quality] of [
      [jpeg, qualities.usual],
      [likeJpeg, qualities.like],
    ] as const)
      await made
        .clone()
        .jpeg({ quality })
        .toFile(join(one, 'images', `${name}.jpg`))
    const article = articles[index * articlesPerPicture] ?? ''
    for (const [one, ending] of [
      [png, 'png'],
      [lossless, 'png'],
      [jpeg, 'jpg'],
      [likeJpeg, 'jpg'],
    ] as const)
      await appendFile(join(one, article), `\n![图 ${index + 1}](images/${name}.${ending})\n`)
  }
  return { png, jpeg, likeJpeg, lossless }
}

async function picture(source: Buffer, index: number): Promise<Sharp> {
  const random = randomFrom(index + 1)
  const upright = sharp(source)
    .autoOrient()
    .resize({ ...size, fit: 'cover' })
  const tinted = upright
    .flop(random() < 0.5)
    .modulate({ brightness: 0.85 + 0.3 * random(), hue: Math.round(40 * random() - 20) })
  const { data, info } = await tinted.removeAlpha().raw().toBuffer({ resolveWithObject: true })
  for (let at = 0; at < data.length; at += 3) {
    const more = grain * normal(random)
    for (let channel = at; channel < at + 3; channel++)
      data[channel] = Math.max(0, Math.min(255, Math.round((data[channel] ?? 0) + more)))
  }
  const photo = sharp(data, { raw: { ...size, channels: info.channels } })
  if (index % 4 !== 3) return photo
  const inset = await photo.resize(900, 600).png().toBuffer()
  return sharp(Buffer.from(window))
    .composite([{ input: inset, left: 860, top: 300 }])
    .removeAlpha()
}

/** A number of the normal distribution (Box and Muller). */
const normal = (random: Random): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())

const line = '各县区文化馆、图书馆：现将本月阅读活动的安排通知如下。 Reading list 2021'
const window = `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}">
<rect width="100%" height="100%" fill="#fff"/><rect width="100%" height="64" fill="#2b5797"/>
${Array.from({ length: 36 }, (_, row) => `<text x="40" y="${120 + 30 * row}" font-size="20" fill="#222">${line}</text>`).join('')}
</svg>`
