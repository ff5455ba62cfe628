/**
 * Draws the pictures of `fixtures/issue-54/images`: scenes made of shapes, with grain and vignette so that
 * they compress and print like photographs. Nobody is in them and nobody owns them; the same bytes each run.
 *
 *     npx tsx scripts/draw-photos.ts
 */
import { mkdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import sharp, { type Sharp } from 'sharp'
import { type Random, rect, seeded } from './draw-photos/brush.js'
import { chart } from './draw-photos/chart.js'
import { lecture, library, stage } from './draw-photos/indoors.js'
import { bridge, lane, market, village } from './draw-photos/outdoors.js'

type Scene = { width: number; height: number; seed: number; draw: (random: Random) => string }

const folder = fileURLToPath(new URL('../fixtures/issue-54/images/', import.meta.url))

const blurs = [1, 2]
  .map(
    (n) =>
      `<filter id="blur${n}" x="-20%" y="-20%" width="140%" height="140%"><feGaussianBlur stdDeviation="${n * n * 5}"/></filter>`,
  )
  .join('')
const svg = (width: number, height: number, content: string) =>
  Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><defs>${blurs}</defs>${content}</svg>`,
  )

/** The scene with a lens's dark corners and a film's grain over it. */
function photograph({ width, height, seed, draw }: Scene): Sharp {
  const random = seeded(seed)
  const grain = { width: width / 2, height: height / 2, channels: 3 as const }
  const noise = Buffer.alloc(grain.width * grain.height * 3)
  for (let i = 0; i < noise.length; i += 3)
    noise.fill(128 + Math.round((random() + random() - 1) * 26), i, i + 3)
  const corners = `<defs><radialGradient id="lens" r=".75"><stop offset=".5" stop-opacity="0"/><stop offset="1" stop-opacity=".42"/></radialGradient></defs>${rect(0, 0, width, height, 'url(#lens)')}`
  return sharp(svg(width, height, draw(seeded(seed)))).composite([
    { input: svg(width, height, corners) },
    { input: noise, raw: grain, blend: 'soft-light', tile: true },
  ])
}

const photos = {
  'lecture.jpg': { width: 2400, height: 1600, seed: 11, draw: lecture },
  'market.jpg': { width: 2400, height: 1600, seed: 12, draw: market },
  'library.jpg': { width: 2400, height: 1600, seed: 13, draw: library },
  'village.jpg': { width: 2400, height: 1600, seed: 14, draw: village },
  'lane.jpg': { width: 1600, height: 2400, seed: 15, draw: lane },
  'stage.jpg': { width: 2400, height: 1600, seed: 17, draw: stage },
} satisfies Record<string, Scene>

await mkdir(folder, { recursive: true })
const jpeg = { quality: 80, mozjpeg: true }
/** As units send them: most have been through a messenger, which leaves 1800 px and no EXIF. */
const sent = 1800
/** Straight from the camera. */
const originals = new Set(['stage.jpg'])
for (const [name, scene] of Object.entries(photos)) {
  const drawn = await photograph(scene).removeAlpha().png().toBuffer()
  const side = originals.has(name) ? 2400 : sent
  await sharp(drawn)
    .resize({ width: side, height: side, fit: 'inside' })
    .jpeg(jpeg)
    .toFile(folder + name)
}
// As a phone held sideways writes it: the pixels lie on their side, only EXIF says so (6 = turn clockwise).
const upright = await photograph({ width: 2400, height: 1600, seed: 16, draw: bridge })
  .removeAlpha()
  .png()
  .toBuffer()
await sharp(upright)
  .rotate(270)
  .withMetadata({ orientation: 6 })
  .jpeg(jpeg)
  .toFile(`${folder}bridge.jpg`)
await sharp(svg(1500, 900, chart()))
  .removeAlpha()
  .png({ palette: true })
  .toFile(`${folder}chart.png`)
