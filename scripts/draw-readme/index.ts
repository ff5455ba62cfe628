/**     npm run picture */
import { execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { IssueReport } from '../../src/model/report.js'
import { drawBooklet } from './booklet-picture.js'
import { contactSheet } from './contact-sheet.js'
import { drawPages } from './draw-pages.js'
import { drawIndex } from './index-picture.js'
import { drawLines } from './line-pictures.js'
import { drawNotice } from './notice-picture.js'
import { pictures } from './pictures.js'
import { drawPreview } from './preview-picture.js'
import { drawScreens } from './web-pictures.js'
import { drawWord } from './word-picture.js'

const root = fileURLToPath(new URL('../..', import.meta.url))
const images = join(root, 'docs/images')

const folder = await mkdtemp(join(tmpdir(), 'bulletin-readme-'))
try {
  await mkdir(images, { recursive: true })
  for (const [name, shown] of Object.entries(pictures)) {
    const pages: Buffer[] = []
    for (const { fixture, pages: chosen } of shown) {
      const pdf = join(folder, `${fixture}.pdf`)
      const words = [
        'bin/bulletin.js',
        'build',
        `fixtures/${fixture}`,
        '-o',
        pdf,
        '--json',
        '--force',
      ]
      const json = execFileSync(process.execPath, words, { cwd: root, encoding: 'utf8' })
      const report: IssueReport = JSON.parse(json)
      pages.push(...(await drawPages(await readFile(pdf), chosen(report))))
    }
    await writeFile(join(images, name), await contactSheet(pages))
  }
  await drawLines(root, folder, images)
  await drawPreview(root, folder, images)
  await drawScreens(root, folder, images)
  await drawIndex(root, folder, images)
  await drawBooklet(root, folder, images)
  await drawNotice(root, folder, images)
  await drawWord(root, folder, images)
} finally {
  await rm(folder, { recursive: true, force: true })
}
