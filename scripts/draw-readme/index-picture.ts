import { execFileSync } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { contactSheet } from './contact-sheet.js'
import { drawPages } from './draw-pages.js'

/** The issues of the year that is shown. */
const issues = [1, 2, 3, 4, 5, 6].map((number) => `examples/newsletter/issue-${number}`)

/** Draws the index of a year as `yearly-index.png` into a folder, for docs/editors/index.md. */
export async function drawIndex(root: string, work: string, images: string): Promise<void> {
  const pdf = join(work, 'index.pdf')
  const words = ['bin/bulletin.js', 'index', ...issues, '-o', pdf, '--quiet']
  execFileSync(process.execPath, words, { cwd: root })
  const pages = await drawPages(await readFile(pdf), [1, 2, 3, 4])
  await writeFile(join(images, 'yearly-index.png'), await contactSheet(pages))
}
