import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { beforeAll, describe, expect, it } from 'vitest'
import { longestTitle } from '../../src/input/article/implausible-title.js'
import { contentsOf } from '../kit/contents.js'
import { article, han, prose } from '../kit/manuscript.js'
import { drawing, photo } from '../kit/pictures.js'
import type { Printed } from '../kit/press.js'
import { press } from '../kit/press.js'
import { linesIn, solid } from '../kit/type-area.js'
import { type Files, workspace } from '../kit/workspace.js'

const folder = workspace('robust')
const row = (columns: number, cell: string) => `|${` ${cell} |`.repeat(columns)}`
const table = (columns: number, cell: string) =>
  [row(columns, '列名'), row(columns, '---'), row(columns, cell)].join('\n')

const wide: Record<string, string> = {
  'a wide table': table(14, '一二三四'),
  'a long address in the text': `见https://example.org/${'a'.repeat(400)}。`,
  'a long word in a table': table(3, 'x'.repeat(120)),
  'a long line of code': `\`\`\`\n${'code '.repeat(200)}\n\`\`\``,
  'a huge picture': '![图](huge.png)',
  'three huge pictures abreast': '![图](huge.png) ![图](huge.png) ![图](huge.png)',
  'a title without a break': `## ${'A'.repeat(300)}`,
  'a merged table': `<table><tr><td colspan="9">${han(60)}</td></tr><tr>${`<td>${han(7)}</td>`.repeat(9)}</tr></table>`,
}

type Name =
  | 'title'
  | 'photos'
  | 'shared'
  | 'turned'
  | 'lacking'
  | 'broken'
  | 'tooWide'
  | 'wideFormula'
  | 'brokenFormula'
  | 'rare'
let own: Record<Name, Printed>
let wideOnes: Record<string, Printed>
beforeAll(async () => {
  const photos: Files = {}
  for (let n = 1; n <= 4; n++) photos[`${n}.jpg`] = await photo({ width: 4000, height: 3000 })
  // Red above blue when rotated upright as EXIF says; the stored image lies on its side.
  const upright = await sharp({
    create: { width: 300, height: 600, channels: 3, background: 'red' },
  })
    .composite([
      {
        input: { create: { width: 300, height: 300, channels: 3, background: 'blue' } },
        top: 300,
        left: 0,
      },
    ])
    .png()
    .toBuffer()
  const turned = await sharp(await sharp(upright).rotate(-90).toBuffer())
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()
  const huge = await drawing(7000, 5000)
  const grainy = await sharp(await photo({ width: 300, height: 200 }))
    .png()
    .toBuffer()
  const damaged = (whole: Buffer, at: number) => Buffer.from(whole).fill(0xff, at, at + 8)
  own = await press(folder, {
    title: {
      '1.md': article({ title: han(longestTitle) }, prose(60)),
      '2.md': article({ title: '第二篇' }, prose(60)),
    },
    photos: {
      '1.md': article(
        { title: '照片' },
        Object.keys(photos)
          .map((file) => `![图](${file})`)
          .join('\n\n'),
      ),
      ...photos,
    },
    shared: {
      '1.md': article({ title: '甲' }, '![图](a.png)\n\n![小](a.png "width=30%")'),
      '2.md': article({ title: '乙' }, '![图](b.png)\n\n![图](a.png)'),
      'a.png': await drawing(1500, 900),
      'b.png': await drawing(1500, 900),
    },
    turned: { '1.md': article({ title: '横竖' }, '![图](a.jpg)'), 'a.jpg': turned },
    lacking: { '1.md': article({ title: '外文' }, `第一段。\n\n${han(6)}\u{a840}${han(4)}`) },
    broken: {
      '1.md': article(
        { title: '坏图' },
        ['a', 'empty', 'none', 'cut', 'cut', 'head', 'middle']
          .map((n) => `![](${n}.png)`)
          .join('\n\n'),
      ),
      'a.png': 'no picture',
      'empty.png': '',
      'cut.png': grainy.subarray(0, -3000),
      'head.png': damaged(grainy, 16),
      'middle.png': damaged(grainy, 20_000),
    },
    tooWide: { '1.md': article({ title: '太宽' }, `段落。\n\n${table(90, 'XXXX')}`) },
    wideFormula: {
      '1.md': article({ title: '太宽' }, `段落。\n\n$$ ${Array(40).fill('a_{1}').join('+')} $$`),
    },
    brokenFormula: {
      '1.md': article(
        { title: '几行' },
        `段落。\n\n$$ ${Array(40).fill('a_{1}').join('+').replaceAll('+a_{1}+a_{1}+a_{1}+a_{1}+a_{1}+', ' \\\\ +')} $$`,
      ),
    },
    rare: { '1.md': article({ title: '生僻字' }, '朱镕基、赵喆、韩堃、祎珺、〇、㎡、①、℃、№。') },
  })
  wideOnes = await press(
    join(folder, 'wide'),
    Object.fromEntries(
      Object.entries(wide).map(([name, body]) => [
        name.replaceAll(' ', '-'),
        {
          '1.md': article({ title: '宽' }, `${han(28 * 4 - 2)}\n\n${body}\n\n${han(90)}`),
          ...(body.includes('huge') ? { 'huge.png': huge } : {}),
        },
      ]),
    ),
  )
})

describe('text is as large as ever beside', () => {
  it.each(Object.keys(wide))('%s', (name) => {
    const { pdf, report } = wideOnes[name.replaceAll(' ', '-')] as Printed
    // A block that cannot be fitted is reported and nothing is printed; otherwise nothing is too
    // small.
    if (report.pdf === undefined) {
      expect(report.diagnostics.map(({ rule }) => rule)).toContain('too-wide')
      return
    }
    const lines = pdf.pages.slice(2).flatMap(linesIn)
    const first = lines.filter(({ glyphs }) => glyphs.length === 28).slice(0, 3)
    expect(first).toHaveLength(3)
    for (const { glyphs } of first) {
      for (const { size } of glyphs) expect(size).toBeCloseTo(15.79, 1)
    }
    for (const { right, text } of lines) expect(right, text).toBeLessThan(184.6)
  })
})

it('names the file and line of a table that fits by no means', () => {
  const { report } = own.tooWide
  expect(report.exitCode).toBe(1)
  const said = report.diagnostics.filter(({ rule }) => rule === 'too-wide')
  expect(said.map(({ at }) => at.line)).toEqual([8])
  expect(said[0]?.file).toMatch(/1\.md$/)
})

it('says of a formula that is too wide to break it, and sets it when it is broken', () => {
  const said = own.wideFormula.report.diagnostics.filter(({ rule }) => rule === 'too-wide')
  expect(said).toMatchObject([{ message: expect.stringContaining('公式') }])
  expect(said[0]?.hint).toMatch(/公式拆成几行.*\\\\ 换行/)
  expect(said[0]?.hint).not.toContain('列')
  expect(own.brokenFormula.report.diagnostics).toEqual([])
})

it('sets the longest title whole, in the 目录 too, and numbers what follows truly', () => {
  const { pdf } = own.title
  const title = pdf.pages
    .slice(2)
    .flatMap(({ glyphs }) => glyphs.filter(({ font }) => font === 'BulletinTitle'))
  expect(title.length).toBe(longestTitle + 3)
  const [first, second] = contentsOf(pdf)
  expect(solid(first?.title ?? '')).toHaveLength(longestTitle)
  expect(second?.leadsTo).toBe(second?.number)
  expect(own.title.report.articles[1]?.page).toBe(second?.number)
})

it('scales photos of 12 megapixels down to what the printer needs', () => {
  const { report, pdf } = own.photos
  const size = statSync(report.pdf ?? '').size
  expect(size).toBeLessThan(12_000_000)
  expect(size).toBeGreaterThan(100_000)
  expect(pdf.pages.length).toBeGreaterThan(4)
})

it('puts a picture into the file once for each size, wherever it stands and whatever it is called', () => {
  const file = readFileSync(own.shared.report.pdf ?? '', 'latin1')
  const widths = [...file.matchAll(/\/Subtype \/Image\n\/Width (\d+)/g)].map(([, width]) => width)
  expect(widths.sort()).toEqual(['1500', '553'])
})

it('turns a photo upright as its EXIF orientation says', async () => {
  const raw = Buffer.from(own.turned.bytes)
  const start = raw.indexOf(Buffer.from([0xff, 0xd8, 0xff]))
  const end = raw.indexOf('endstream', start)
  const { data, info } = await sharp(raw.subarray(start, end))
    .raw()
    .toBuffer({ resolveWithObject: true })
  expect(info.height).toBeGreaterThan(info.width)
  const at = (y: number) => {
    const offset = (y * info.width + Math.floor(info.width / 2)) * info.channels
    return [...data.subarray(offset, offset + 3)].map((value) => value > 128)
  }
  expect(at(5)).toEqual([true, false, false])
  expect(at(info.height - 5)).toEqual([false, false, true])
})

it('says which character no font has, and where', () => {
  const { report } = own.lacking
  expect(report.exitCode).toBe(1)
  const [said, ...others] = report.diagnostics.filter(({ severity }) => severity === 'error')
  expect(others).toEqual([])
  expect(said).toMatchObject({
    rule: 'glyph-missing',
    severity: 'error',
    at: { line: 8, column: 7 },
  })
  expect(said?.message).toContain('U+A840')
})

it('prints the characters of names that common fonts lack', () => {
  expect(own.rare.report.exitCode).toBe(0)
  expect(own.rare.pdf.pages[2]?.text).toContain('朱镕基、赵喆、韩堃、祎珺、〇、㎡、①、℃、№。')
})

it('reports broken and missing pictures together, each with its line', () => {
  const said = own.broken.report.diagnostics
    .filter(({ severity }) => severity === 'error')
    .map(({ rule, at }) => `${rule} ${at.line}`)
  const broken = 'image-broken'
  expect(said).toEqual([
    ...[`${broken} 6`, `${broken} 8`, 'image-missing 10'],
    ...[`${broken} 12`, `${broken} 16`, `${broken} 18`],
  ])
  expect(own.broken.report.pdf).toBeUndefined()
})
