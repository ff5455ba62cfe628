import { execFileSync } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { contactSheet } from './contact-sheet.js'
import { drawPages } from './draw-pages.js'

/** The issues of the year that is counted. */
const issues = [1, 2, 3, 4, 5, 6].map((number) => `examples/newsletter/issue-${number}`)

/** The day and the number of the notice: its own are those of the day on which it is written. */
const dated: [RegExp, string][] = [
  [/^日期: .*$/m, '日期: 2025-01-10'],
  [/^发文字号: .*$/m, '发文字号: 槐图学〔2025〕1号'],
]

/** Draws the notice of a year's contributions as `notice.png` into a folder, for docs/editors/stats.md. */
export async function drawNotice(root: string, work: string, images: string): Promise<void> {
  const notice = join(work, 'notice')
  const run = (...words: string[]) =>
    execFileSync(process.execPath, ['bin/bulletin.js', ...words, '--quiet'], { cwd: root })
  run('stats', ...issues, '--year', '2024', '--notice', notice)
  const settings = join(notice, 'bulletin.yaml')
  const text = await readFile(settings, 'utf8')
  await writeFile(
    settings,
    dated.reduce((all, [line, given]) => all.replace(line, given), text),
  )
  const pdf = join(work, 'notice.pdf')
  run('build', notice, '-o', pdf)
  const pages = await drawPages(await readFile(pdf), [1, 2, 3])
  await writeFile(join(images, 'notice.png'), await contactSheet(pages))
}
