import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { contactSheet } from './contact-sheet.js'
import { drawPages } from './draw-pages.js'

/** Where LibreOffice is, which sets the Word files: the only picture that npm alone cannot draw. */
const office = ['/usr/bin/soffice', '/Applications/LibreOffice.app/Contents/MacOS/soffice'].find(
  (path) => existsSync(path),
)

/** The Word files that are shown, and their pages. */
const shown: readonly [issue: string, pages: readonly number[]][] = [
  ['issue-54', [2, 4, 6]],
  ['notice-7', [1]],
]

/** The faces that the Word files name, as those of the package. */
const faces = {
  仿宋_GB2312: 'Bulletin Fangsong',
  楷体_GB2312: 'Bulletin Kai',
  黑体: 'Bulletin Hei',
  宋体: 'Bulletin Song',
  方正小标宋简体: 'Bulletin Title',
}

/**
 * Draws `word.png` into a folder, for docs/editors/docx.md. Without LibreOffice the picture stays as
 * it is.
 */
export async function drawWord(root: string, work: string, images: string): Promise<void> {
  if (office === undefined) return
  const issues = shown.map(([issue]) => `fixtures/${issue}`)
  const words = ['build', ...issues, '--format', 'docx', '--out-dir', work, '--quiet']
  execFileSync(process.execPath, ['bin/bulletin.js', ...words], { cwd: root })
  const settings = join(work, 'word-fonts.conf')
  await writeFile(settings, fontsConf(join(root, 'dist/fonts'), join(work, 'word-cache')))
  const pages: Buffer[] = []
  for (const [issue, numbers] of shown) {
    const profile = `-env:UserInstallation=file://${work}/office`
    const convert = ['--headless', '--convert-to', 'pdf', '--outdir', work]
    execFileSync(office, [profile, ...convert, join(work, `${issue}.docx`)], {
      env: { ...process.env, FONTCONFIG_FILE: settings },
      stdio: 'ignore',
    })
    pages.push(...(await drawPages(await readFile(join(work, `${issue}.pdf`)), numbers)))
  }
  await writeFile(join(images, 'word.png'), await contactSheet(pages))
}

const fontsConf = (fonts: string, cache: string): string =>
  `<?xml version="1.0"?><fontconfig><dir>${fonts}</dir><cachedir>${cache}</cachedir>${Object.entries(
    faces,
  )
    .map(
      ([named, own]) =>
        `<match target="pattern"><test name="family"><string>${named}</string></test><edit name="family" mode="assign" binding="strong"><string>${own}</string></edit></match>`,
    )
    .join('')}</fontconfig>`
