import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openBrowser } from '../../src/browser/index.js'
import { destinations, finishPdf, outline, pageCount, readPdf } from '../../src/pdf/index.js'

const typeface = fileURLToPath(
  import.meta.resolve('@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf'),
)
let folder: string
let html: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bulletin-finish-'))
  html = await readFile(join(import.meta.dirname, '../data/finish.html'), 'utf8')
  const fonts = `<fontconfig><dir>${dirname(typeface)}</dir><cachedir>${folder}/fonts</cachedir></fontconfig>`
  await writeFile(join(folder, 'fonts.conf'), fonts)
})
afterAll(() => rm(folder, { recursive: true, force: true }))

type Page = Awaited<ReturnType<Awaited<ReturnType<typeof openBrowser>>['newPage']>>

/** Prints the sample once for each preparation, all in one new browser. */
async function prints(...preparations: ((page: Page) => Promise<unknown>)[]) {
  const browser = await openBrowser({
    env: process.env,
    cacheFolder: join(folder, 'cache'),
    browserEnv: { FONTCONFIG_FILE: join(folder, 'fonts.conf') },
  })
  try {
    const made: Uint8Array[] = []
    for (const prepare of preparations) {
      const page = await browser.newPage()
      await page.setContent(html)
      await prepare(page)
      made.push(await page.pdf({ preferCSSPageSize: true, outline: true, tagged: true }))
    }
    return made
  } finally {
    await browser.close()
  }
}

const nothing = async () => {}
// Inspecting the page through the protocol makes the browser number its nodes earlier.
const lookAround = async (page: Page) =>
  Promise.all((await page.$$('li')).map((item) => item.backendNodeId()))
const withoutDates = (bytes: Uint8Array) =>
  Buffer.from(bytes)
    .toString('latin1')
    .replaceAll(/D:\d{14}/g, '')
const finish = (bytes: Uint8Array) =>
  finishPdf(bytes, {
    title: '工作通讯',
    creator: 'bulletin 0.1.0',
    date: new Date('2021-06-28T00:00:00+08:00'),
    lang: 'zh-CN',
  })

it('gives the same bytes in another browser, on another page, after a look around', async () => {
  const made = [...(await prints(nothing, nothing, lookAround)), ...(await prints(nothing))]
  const [first, ...others] = made.map(finish)
  for (const other of others) expect(Buffer.compare(other, first ?? other)).toBe(0)
  // Without this, the test would prove nothing about the numbering.
  expect(new Set(made.map(withoutDates)).size).toBeGreaterThan(1)
})

it('reads what this very browser prints', async () => {
  const [print = new Uint8Array()] = await prints(nothing)
  const pdf = readPdf(finish(print))
  expect(pageCount(pdf)).toBe(6)
  expect(Object.fromEntries(destinations(pdf))).toEqual({ s1: 2, a1: 3, a2: 4, 校园: 5 })
  expect(outline(pdf).map(({ depth, page }) => [depth, page])).toEqual([
    [1, 2],
    [2, 3],
    [3, 3],
    [3, 3],
    [2, 4],
    [1, 5],
    [2, 6],
  ])
})
