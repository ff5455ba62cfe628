import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import sharp from 'sharp'

/** Draws the seals of the document fixtures: a ring and a star, no words, nobody's seal. */
const fixtures = join(import.meta.dirname, '../fixtures')

await draw('notice-7/images/seal.png', 5)
for (const [index, name] of ['culture', 'library', 'museum'].entries()) {
  await draw(`joint-issue/images/seal-${name}.png`, 5 + index)
}

/** `ticks` short strokes stand on the ring, so that one seal can be told from another. */
async function draw(path: string, ticks: number): Promise<void> {
  const star = Array.from({ length: 10 }, (_, index) => {
    const radius = index % 2 === 0 ? 120 : 46
    const angle = (Math.PI * index) / 5 - Math.PI / 2
    return `${300 + radius * Math.cos(angle)},${300 + radius * Math.sin(angle)}`
  }).join(' ')
  const strokes = Array.from({ length: ticks }, (_, index) => {
    const angle = Math.PI + (Math.PI * (index + 0.5)) / ticks
    const at = (radius: number) =>
      `${300 + radius * Math.cos(angle)} ${300 + radius * Math.sin(angle)}`
    return `<path d="M${at(190)}L${at(250)}" stroke-width="26"/>`
  }).join('')
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="600" height="600" fill="none" stroke="#d80c18">
    <circle cx="300" cy="300" r="288" stroke-width="18"/>${strokes}
    <path d="M215 470h170" stroke-width="22"/>
    <polygon points="${star}" fill="#d80c18" stroke="none"/></svg>`
  const file = join(fixtures, path)
  await mkdir(dirname(file), { recursive: true })
  await sharp(Buffer.from(svg)).png({ palette: true, compressionLevel: 9 }).toFile(file)
}
