import { cp, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { looking, previewing, readingBrowser } from '../../test/kit/preview.js'

/** Something for the check to find, so that the picture shows how findings stand beside the page. */
const slip = { file: '02-数据.md', right: '分馆数据见下表。', wrong: '分馆数据见下表,截止到年底。' }

/** Draws the preview of an example issue with a finding, for docs/editors/preview.md. */
export async function drawPreview(root: string, folder: string, images: string): Promise<void> {
  await cp(join(root, 'examples/newsletter'), join(folder, 'newsletter'), { recursive: true })
  const path = join(folder, 'newsletter/issue-6', slip.file)
  const text = await readFile(path, 'utf8')
  if (!text.includes(slip.right)) throw new Error(`${slip.file} no longer says ${slip.right}`)
  await writeFile(path, text.replace(slip.right, slip.wrong))
  const preview = await previewing(['newsletter/issue-6', '--no-open'], { cwd: folder })
  const browser = await readingBrowser(join(folder, 'browser'))
  try {
    const page = await looking(browser, preview.address, { width: 1440, height: 900 })
    await page.keyboard.press('s')
    await page.keyboard.press('.')
    await page.waitForSelector('.pointed')
    for (const drawn of [
      '#page-4 .textLayer span',
      '#page-5 .textLayer span',
      '[data-page="5"] canvas',
    ])
      await page.waitForSelector(drawn)
    const png = await page.screenshot()
    const small = sharp(png).resize(1000).png({ palette: true, colours: 64, effort: 10 })
    await small.toFile(join(images, 'preview.png'))
  } finally {
    await browser.close()
    await preview.stop()
  }
}
