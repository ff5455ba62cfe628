import { execFileSync } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import { cacheFolderOf, type OpenBrowser, openBrowser } from '../../src/browser/index.js'

/** A view of a page: on a screen of this width, from the first element that a selector finds. */
interface View {
  width: number
  scheme?: 'light' | 'dark'
  from?: string
}

const height = 780
const phone = 390

/** What is built, with which words, and the screens that show the page. */
interface Picture {
  command: 'build' | 'stats'
  issues: readonly string[]
  words: (work: string) => readonly string[]
  /** Its name in the folder. */
  page: string
  views: readonly View[]
}

const example = ['fixtures/issue-54']
const year = [1, 2, 3, 4, 5, 6].map((number) => `examples/newsletter/issue-${number}`)

/** The screens of each picture of the manual. */
const pictures: Record<string, Picture> = {
  'web.png': {
    command: 'build',
    issues: example,
    words: (work) => ['--format', 'html', '--out-dir', work],
    page: 'issue-54.html',
    views: [
      { width: phone },
      { width: phone, from: '#a1' },
      { width: phone, scheme: 'dark', from: '.row' },
      { width: 1180 },
    ],
  },
  'site.png': {
    command: 'build',
    issues: year,
    words: (work) => ['--site', join(work, 'site'), '--base-url', 'https://www.example.org/'],
    page: 'site/index.html',
    views: [{ width: phone }, { width: phone, scheme: 'dark' }, { width: 1000 }],
  },
  'wechat.png': {
    command: 'build',
    issues: example,
    words: (work) => ['--format', 'wechat', '--out-dir', work],
    page: 'issue-54-公众号.html',
    views: [
      { width: 1040 },
      { width: phone, from: '#article-5 table, #article-4 img' },
      { width: phone, scheme: 'dark' },
    ],
  },
  'stats.png': {
    command: 'stats',
    issues: year,
    words: (work) => ['--year', '2024', '--html', join(work, 'stats.html')],
    page: 'stats.html',
    views: [{ width: 900 }, { width: phone, scheme: 'dark', from: 'section:nth-of-type(3)' }],
  },
}

/** Draws the screenshots of the manual into a folder. */
export async function drawScreens(root: string, work: string, images: string): Promise<void> {
  const browser = await openBrowser({
    env: process.env,
    cacheFolder: await cacheFolderOf(process.env),
    browserEnv: { FONTCONFIG_FILE: await fontsFile(root, work) },
  })
  try {
    for (const [name, { command, issues, words, page, views }] of Object.entries(pictures)) {
      const all = ['bin/bulletin.js', command, ...issues, ...words(work), '--quiet']
      execFileSync('node', all, { cwd: root })
      const html = await readFile(join(work, page), 'utf8')
      const screens: Buffer[] = []
      for (const view of views) screens.push(await screenshot(browser, html, view))
      await writeFile(join(images, name), await abreast(screens))
    }
  } finally {
    await browser.close()
  }
}

/** The faces that a telephone has, from the packages that the bundled fonts are made of. */
async function fontsFile(root: string, work: string): Promise<string> {
  const packages = join(root, 'node_modules/@expo-google-fonts')
  const folders = [
    'noto-sans-sc/400Regular',
    'noto-sans-sc/700Bold',
    'noto-serif-sc/700Bold',
    'noto-serif-sc/900Black',
  ]
    .map((folder) => `<dir>${join(packages, folder)}</dir>`)
    .join('')
  const path = join(work, 'fonts.conf')
  await writeFile(
    path,
    `<?xml version="1.0"?><fontconfig>${folders}<dir>${join(root, 'dist/fonts')}</dir><cachedir>${join(work, 'fontconfig')}</cachedir><alias binding="same"><family>KaiTi</family><prefer><family>Bulletin Kai</family></prefer></alias></fontconfig>`,
  )
  return path
}

async function screenshot(
  browser: OpenBrowser,
  html: string,
  { width, scheme = 'light', from }: View,
): Promise<Buffer> {
  const page = await browser.newPage()
  try {
    await page.emulateMediaType('screen')
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }])
    await page.setViewport({ width, height })
    await page.setContent(html, { waitUntil: 'load' })
    if (from !== undefined) await page.$eval(from, (element) => element.scrollIntoView())
    return Buffer.from(await page.screenshot())
  } finally {
    await page.close()
  }
}

/** Screens side by side, with a thin frame. */
async function abreast(screens: readonly Buffer[]): Promise<Buffer> {
  const gap = 16
  const widths = await Promise.all(screens.map(async (one) => (await sharp(one).metadata()).width))
  const width = widths.reduce((sum, one) => sum + one + gap, gap)
  const placed = screens.map((input, index) => ({
    input,
    top: gap,
    left: widths.slice(0, index).reduce((sum, one) => sum + one + gap, gap),
  }))
  const canvas = { width, height: height + 2 * gap, channels: 3 as const, background: '#8a8a8a' }
  const sheet = await sharp({ create: canvas }).composite(placed).png().toBuffer()
  return sharp(sheet)
    .resize({ width: Math.round(width * 0.6) })
    .png({ palette: true, colours: 128, compressionLevel: 9 })
    .toBuffer()
}
