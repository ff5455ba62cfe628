import { execFileSync } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { drawPages } from './draw-pages.js'

/** Width of a sheet in the picture, and the space around it, in px. */
const width = 760
const gap = 24

/** Draws two sides of sheets of a booklet, cover and middle, as `booklet.png` into a folder. */
export async function drawBooklet(root: string, work: string, images: string): Promise<void> {
  const pdf = join(work, 'booklet.pdf')
  const words = ['print', 'fixtures/issue-54', '-o', pdf, '--booklet', '--bleed', '3mm', '--quiet']
  execFileSync(process.execPath, ['bin/bulletin.js', ...words], { cwd: root })
  const sides = await Promise.all(
    (await drawPages(await readFile(pdf), [1, 4])).map((side) =>
      sharp(side).resize(width, undefined, { kernel: 'lanczos3' }).png().toBuffer(),
    ),
  )
  const { height = 0 } = await sharp(sides[0]).metadata()
  const picture = sharp({
    create: {
      width: 2 * width + 3 * gap,
      height: height + 2 * gap,
      channels: 3,
      background: '#e9e7e2',
    },
  }).composite(
    sides.map((input, index) => ({ input, left: gap + index * (width + gap), top: gap })),
  )
  await writeFile(
    join(images, 'booklet.png'),
    await picture
      .png({ palette: true, colours: 128, effort: 10, compressionLevel: 9, dither: 0.5 })
      .toBuffer(),
  )
}
