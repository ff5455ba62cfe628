import { execFileSync } from 'node:child_process'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { drawPages } from './draw-pages.js'

/** The same paragraph with every way of setting marks, for docs/editors/lines.md. */
const paragraph =
  '“家门口的客厅”建成137处，覆盖全市六成以上的乡镇（街道）。会议指出：“一年来，协会坚持服务群众、服务基层，登记在册的队伍增加到2.6万人（含“新人”）；全年开展各类活动1.9万场次，登记《章程》、《办法》（试行）的有412支，四项重点：甲、乙、丙、丁，都有了进展。”'

/** The page after the 目录, its title left out. */
const shownPage = 3

/** Draws the paragraph as `lines-<name>.png` into a folder. */
export async function drawLines(root: string, work: string, images: string): Promise<void> {
  for (const name of ['squeeze', 'full', 'open']) {
    const folder = join(work, `lines-${name}`)
    await mkdir(folder, { recursive: true })
    const settings = `title: 工作通讯\nfonts: bundled\npage: { punctuation: ${name} }\n`
    await writeFile(join(folder, 'bulletin.yaml'), settings)
    await writeFile(join(folder, '1.md'), `---\nsection: 栏目\ntitle: 标题\n---\n\n${paragraph}\n`)
    const pdf = join(work, `lines-${name}.pdf`)
    const words = ['bin/bulletin.js', 'build', folder, '-o', pdf, '--force', '--quiet']
    execFileSync('node', words, { cwd: root })
    const [page] = await drawPages(await readFile(pdf), [shownPage])
    if (!page) throw new Error(`${pdf} has no page ${shownPage}`)
    await writeFile(join(images, `lines-${name}.png`), await cutOut(page))
  }
}

/** The lines of text under the title, with a little air around. */
async function cutOut(page: Buffer): Promise<Buffer> {
  const { width, height } = await sharp(page).metadata()
  // mm of A4: the type area from under the title to over the page number.
  const perMm = width / 210
  const left = Math.round(25 * perMm)
  const top = Math.round(72 * perMm)
  const area = sharp(page).extract({
    left,
    top,
    width: Math.round(162 * perMm),
    height: Math.min(height - top, Math.round(90 * perMm)),
  })
  const trimmed = await sharp(await area.png().toBuffer())
    .trim({ background: '#fff' })
    .toBuffer()
  return sharp(trimmed)
    .extend({ top: 10, bottom: 10, left: 12, right: 12, background: '#fff' })
    .png({ palette: true, colours: 16, compressionLevel: 9 })
    .toBuffer()
}
