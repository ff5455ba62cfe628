import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import type { Element, ElementContent } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { toString as textOf } from 'hast-util-to-string'
import type { Page } from 'puppeteer'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildFonts } from '../../scripts/build-fonts/index.js'
import { fontOf, tablesOf } from '../../scripts/build-fonts/sfnt.js'
import { type OpenBrowser, openBrowser } from '../../src/browser/index.js'
import { fontFaceCss } from '../../src/fonts/css.js'
import { dataSource, fontSubsets } from '../../src/fonts/embed.js'
import { privateFontconfig } from '../../src/fonts/fontconfig.js'
import { type Fonts, fonts } from '../../src/fonts/index.js'
import type { FontRole } from '../../src/model/settings.js'
import { compose } from '../../src/typeset/compose/compose.js'
import { drawn } from '../../src/typeset/compose/drawn.js'
import type { InlineFace } from '../../src/typeset/compose/inline.js'
import { inlineText, withLines } from '../../src/typeset/compose/inline.js'
import { itemsOf } from '../../src/typeset/compose/items.js'
import { lineStyle } from '../../src/typeset/lines/style.js'

const bundledFolder = resolve('dist/fonts')
const cells = 20
/** Size of a cell, px. */
const size = 20

let folder: string
let bundled: Fonts
let browser: OpenBrowser
let page: Page

beforeAll(async () => {
  await buildFonts(bundledFolder)
  folder = await mkdtemp(join(tmpdir(), 'compose-drawing-'))
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

const text = (value: string): ElementContent => ({ type: 'text', value })
const element = (tagName: string, value: string): Element => ({
  type: 'element',
  tagName,
  properties: {},
  children: [text(value)],
})

/** Sequences of marks, words with kerning, markup at the edges of lines, marks in another face. */
const paragraph: Element = {
  type: 'element',
  tagName: 'p',
  properties: {},
  children: [
    text('“家门口的客厅”建成137处，覆盖全市六成以上的乡镇（街道）。会议指出：“一年来，'),
    element('strong', '协会坚持服务群众、服务基层，AVATAR To Wave与Type 2.6万人（含“新人”）；'),
    text('全年开展各类活动1.9万场次——服务约212万人次……登记《章程》、《办法》（试行）的'),
    element('em', '有“412”支，“5·29”主题日，WTO和GDP，四项：甲、乙、丙、丁。'),
    text('建成的客厅要开得了门、留得住人。于　澜、韦　青等人到会。'),
  ],
}

const face = (role: FontRole, bold = false): InlineFace => ({
  width: (run) =>
    [...run].reduce(
      (sum, character) => sum + bundled.coverage.widthOf(role, character.codePointAt(0) ?? 0, bold),
      0,
    ),
})

/** The composer's lines of the paragraph, and the paragraph with these lines drawn. */
function composed() {
  const read = inlineText(paragraph.children, face('fangsong'), (_, { tagName }) =>
    tagName === 'strong' ? face('fangsong', true) : face('kai'),
  )
  const made = itemsOf(read.pieces)
  const { starts } = made
  const lines = compose(made.items, { measure: cells * 1000, indent: 2000 })
  const whole = textOf(paragraph)
  return {
    texts: lines.map(({ first, shown }) => whole.slice(starts[first], starts[shown + 1])),
    html: toHtml({
      ...paragraph,
      properties: { className: ['composed'] },
      children: withLines(paragraph.children, read, drawn(made, lines)),
    }),
  }
}

const style = `
  *{margin:0;font-synthesis:none;text-rendering:geometricPrecision}
  html{font:${size}px/32px var(--fangsong)} em{font-family:var(--kai);font-style:normal}
  strong,em,span{line-height:0}
  p{width:${cells * size}px;text-indent:2em;text-align:justify}${lineStyle}`

/** The lines on the page: the text of each, and the right edge of its last character, in cells. */
async function drawnLines(fontCss: string, html: string) {
  await page.setContent(
    `<!doctype html><html lang="zh-CN"><style>${fontCss}${style}</style>${html}`,
  )
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  const lines = await page.evaluate(() => {
    const found: { top: number; text: string; right: number }[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const { data } = node as Text
      for (let at = 0; at < data.length; at++) {
        const range = document.createRange()
        range.setStart(node, at)
        range.setEnd(node, at + 1)
        const box = range.getBoundingClientRect()
        // A space at the end of a line.
        if (box.height === 0) continue
        const middle = box.top + box.height / 2
        const line = found.at(-1)
        if (line && Math.abs(line.top - middle) < 16) {
          line.text += data[at]
          line.right = box.right
        } else found.push({ top: middle, text: data[at] ?? '', right: box.right })
      }
    }
    return found.map(({ text: said, right }) => ({ text: said, right }))
  })
  return lines.map((line) => ({ text: line.text.trimEnd(), right: line.right / size }))
}

describe.each([
  ['the bundled faces', (font: Buffer) => font],
  [
    'faces without any table for marks',
    (font: Buffer) => {
      const dropped = new Set(['GSUB', 'GPOS', 'GDEF', 'BASE', 'kern'])
      return fontOf(new Map([...tablesOf(font)].filter(([tag]) => !dropped.has(tag))))
    },
  ],
] as const)('with %s', (_, changed) => {
  it('a browser draws the composed lines, each full one to the end of the measure', async () => {
    const { texts, html } = composed()
    const whole = textOf(paragraph)
    const { chosen, coverage } = bundled
    const subsets = await fontSubsets(chosen, coverage, {
      fangsong: whole,
      boldFangsong: whole,
      kai: whole,
    })
    const source = dataSource(new Map([...subsets].map(([name, font]) => [name, changed(font)])))
    const lines = await drawnLines(fontFaceCss(chosen, coverage, source), html)
    expect(lines.map(({ text: said }) => said)).toEqual(texts)
    for (const { right } of lines.slice(0, -1)) expect(Math.abs(right - cells)).toBeLessThan(0.02)
    expect(texts.length).toBeGreaterThan(8)
  })
})
