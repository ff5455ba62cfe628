/**
 * Draws the picture of the README: some pages of `fixtures/issue-54` on one sheet.
 *
 *     npm run picture
 */
import { execFileSync } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { IssueReport } from '../../src/report/issue-report.js'
import { contactSheet } from './contact-sheet.js'
import { drawPages } from './draw-pages.js'
import { shownPages } from './shown-pages.js'

const root = fileURLToPath(new URL('../..', import.meta.url))
const picture = join(root, 'docs/images/newsletter.png')

const folder = await mkdtemp(join(tmpdir(), 'bulletin-readme-'))
try {
  const pdf = join(folder, 'issue-54.pdf')
  const words = ['bin/bulletin.js', 'build', 'fixtures/issue-54', '-o', pdf, '--json']
  const said = execFileSync(process.execPath, words, { cwd: root, encoding: 'utf8' })
  const report: IssueReport = JSON.parse(said)
  const pages = await drawPages(await readFile(pdf), shownPages(report))
  await mkdir(dirname(picture), { recursive: true })
  await writeFile(picture, await contactSheet(pages))
} finally {
  await rm(folder, { recursive: true, force: true })
}
