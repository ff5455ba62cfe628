import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Page } from 'puppeteer'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildFonts } from '../../scripts/build-fonts/index.js'
import { type OpenBrowser, openBrowser } from '../../src/browser/index.js'
import { fontFaceCss } from '../../src/fonts/css.js'
import { dataSource, fontSubsets } from '../../src/fonts/embed.js'
import { privateFontconfig } from '../../src/fonts/fontconfig.js'
import { type Fonts, fonts } from '../../src/fonts/index.js'

const bundledFolder = resolve('dist/fonts')
const ROLES = ['song', 'fangsong', 'hei', 'kai', 'title'] as const

/** From the first to the last code points, with marks that the build makes itself. */
const SAMPLE = '一丁人中国年春夏計镕喆堃祎珺龢齇龙〇㎡℃№★●■①⑩Ⅰ“”—·½⅓（）。，！ＡａAag09→'

let folder: string
let bundled: Fonts
let browser: OpenBrowser
let page: Page

beforeAll(async () => {
  await buildFonts(bundledFolder)
  folder = await mkdtemp(join(tmpdir(), 'fonts-drawing-'))
  bundled = await fonts({
    wanted: 'bundled',
    place: { file: 'bulletin.yaml', at: { line: 1, column: 1 } },
    bundledFolder,
    cacheFolder: folder,
    places: { platform: 'linux', home: folder },
  })
  const browserEnv = await privateFontconfig(bundled.chosen, folder)
  browser = await openBrowser({ env: process.env, cacheFolder: folder, browserEnv })
  page = await browser.newPage()
})
afterAll(async () => {
  await browser?.close()
  await rm(folder, { recursive: true, force: true })
})

const show = (style: string, body: string) =>
  page.setContent(`<!doctype html><html lang="zh-CN"><style>
    ${style}
    *{margin:0;font-synthesis:none;text-rendering:geometricPrecision}
    body{font-size:20px;line-height:32px}
    i{display:inline-block;width:32px;height:32px;overflow:hidden;font-style:normal;vertical-align:top}
  </style>${body}`)

const local = () => fontFaceCss(bundled.chosen, bundled.coverage)

/** The pixels of each cell of one row of characters, as text. */
async function cellsOf(characters: string): Promise<string[]> {
  const count = [...characters].length
  await page.setViewport({ width: count * 32, height: 32 })
  const shot = await page.screenshot({ clip: { x: 0, y: 0, width: count * 32, height: 32 } })
  const image = sharp(shot).greyscale()
  return Promise.all(
    Array.from({ length: count }, async (_, i) => {
      const cell = image.clone().extract({ left: i * 32, top: 0, width: 32, height: 32 })
      return (await cell.raw().toBuffer()).toString('base64')
    }),
  )
}

const boxes = (characters: string) => [...characters].map((char) => `<i>${char}</i>`).join('')

const widthOf = (html: string) =>
  page.evaluate((inside) => {
    const span = document.querySelector('b')
    if (!span) return 0
    span.innerHTML = inside
    return span.getBoundingClientRect().width / 20
  }, html)

describe.each(ROLES)('%s', (role) => {
  it('draws every character of the sample, each in its own shape', async () => {
    await show(`${local()}body{font-family:bulletin-${role}}`, boxes(SAMPLE))
    const blank = (await cellsOf('　'.repeat(SAMPLE.length))).length
    const cells = await cellsOf(SAMPLE)
    expect(blank).toBeGreaterThan(0)
    const same = [...SAMPLE].filter((_, i) => cells.indexOf(cells[i] ?? '') !== i)
    expect(same).toEqual([])
  })

  it('sets Chinese marks full width and squeezes neighbours', async () => {
    await show(`${local()}b{font:20px bulletin-${role}}`, '<b></b>')
    const widths: Record<string, number> = {}
    for (const marks of ['“', '’', '……', '——', '）（', '。”', '：“', '·', '（']) {
      widths[marks] = await widthOf(marks)
    }
    expect(widths).toEqual({
      '“': 1,
      '’': 1,
      '……': 2,
      '——': 2,
      '）（': 1.5,
      '。”': 1.5,
      '：“': 1.5,
      '·': 0.5,
      '（': 1,
    })
  })
})

it('sets narrow marks before another family for Latin text', async () => {
  await show(
    `${local()}:root{font-size:20px}b{font:20px var(--latin-marks),var(--fangsong)}`,
    '<b></b>',
  )
  expect(await widthOf('’')).toBeLessThan(0.4)
  expect(await widthOf('n’t')).toBeCloseTo((await widthOf('nt')) + (await widthOf('’')), 1)
})

it('has all families on one baseline', async () => {
  const words = ROLES.map((role) => `<p style="font-family:var(--${role})"><u>中</u></p>`).join('')
  await show(`${local()}u{display:inline-block;width:0;height:0}p{height:32px}`, words)
  const tops = await page.$$eval('p', (lines) =>
    lines.map((line) => {
      const mark = document.createElement('i')
      mark.style.cssText = 'width:1px;height:0;vertical-align:baseline'
      line.append('中', mark)
      return mark.getBoundingClientRect().top - line.getBoundingClientRect().top
    }),
  )
  expect(new Set(tops).size).toBe(1)
})

it('draws the same from subsets in the style sheet as from installed files', async () => {
  const text = '中文（“）—'
  await show(`${local()}body{font-family:var(--kai)}`, boxes(text))
  const installed = await cellsOf(text)
  const subsets = await fontSubsets(bundled.chosen, bundled.coverage, { kai: text })
  const css = fontFaceCss(bundled.chosen, bundled.coverage, dataSource(subsets))
  await show(`${css}body{font-family:var(--kai)}`, boxes(text))
  expect(await cellsOf(text)).toEqual(installed)
})

it('draws emoji, signs and code the same from subsets in the style sheet', async () => {
  const text = ['👍🏽', '1️⃣', '🇨🇳', '👨‍👩‍👧', '🏳️‍🌈', '☑', 'ℝ', '<code>a├</code>']
  const cells = text.map((one) => `<i>${one}</i>`).join('')
  const style = 'body{font-family:var(--kai)}code{font-family:var(--code)}'
  const drawn = async (css: string) => {
    await show(`${css}${style}`, cells)
    return cellsOf('　'.repeat(text.length))
  }
  const installed = await drawn(local())
  expect(new Set(installed).size).toBe(text.length)
  const all = text.join('')
  const subsets = await fontSubsets(bundled.chosen, bundled.coverage, { kai: all, code: all })
  expect(await drawn(fontFaceCss(bundled.chosen, bundled.coverage, dataSource(subsets)))).toEqual(
    installed,
  )
})
