import { execFileSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { PrintReport } from '../../src/model/print.js'
import { photo } from '../kit/pictures.js'
import { boxes, contentStreams, has } from '../kit/press-file.js'
import { bulletin } from '../kit/program.js'
import type { Pdf, Tag } from '../kit/read-pdf.js'
import { readPdf } from '../kit/read-pdf.js'
import { copyFixture, root, workspace, writeFiles } from '../kit/workspace.js'

const folder = workspace('press')
const env = { BULLETIN_CACHE: join(folder, 'cache'), BULLETIN_CACHE_SIZE: undefined }
const issue = join(root, 'examples/newsletter/issue-1')
/** 18 pages: two blank ones complete its booklet. */
const longer = join(root, 'examples/newsletter/issue-6')
const notice = copyFixture('notice-7', folder)

interface Printed {
  report: PrintReport
  bytes: Buffer
  pdf: Pdf
}

const made = new Set<string>()

/** Makes a print file; the pages are built once, and come from the cache afterwards. */
async function print(target: string, ...words: string[]): Promise<Printed> {
  const path = join(folder, `${[basename(target), ...words].join('-').replaceAll('--', '')}.pdf`)
  made.add(path)
  const { stdout, stderr } = await bulletin(['print', target, '-o', path, '--json', ...words], {
    env,
  })
  const report = JSON.parse(stdout) as PrintReport
  expect(report.exitCode, stderr).toBe(0)
  const bytes = readFileSync(path)
  return { report, bytes, pdf: await readPdf(bytes) }
}

/** The pages as `bulletin build` writes them. */
async function build(target: string): Promise<{ bytes: Buffer; pdf: Pdf }> {
  const path = join(folder, 'pages.pdf')
  await bulletin(['build', target, '-o', path], { env })
  const bytes = readFileSync(path)
  return { bytes, pdf: await readPdf(bytes) }
}

let pages: { bytes: Buffer; pdf: Pdf }
beforeAll(async () => {
  pages = await build(issue)
})

const texts = ({ pages: all }: Pdf) => all.map(({ text }) => text)
/** Black or gray as four inks. */
const fourInks = /(?:^|\s)([\d.]+) \1 \1 (?:rg|RG)\s/
const anyRgb = /(?:^|\s)(?:[\d.]+ ){3}(?:rg|RG)\s/

describe('black is black', () => {
  it('black and gray become one ink; text, tags, links, bookmarks and properties are kept', async () => {
    expect(contentStreams(pages.bytes).some((content) => fourInks.test(content))).toBe(true)
    const { bytes, pdf } = await print(issue)
    for (const content of contentStreams(bytes)) expect(content).not.toMatch(fourInks)
    expect(contentStreams(bytes).some((content) => anyRgb.test(content))).toBe(true)
    expect(pdf).toEqual(pages.pdf)
  })

  it('the same pages give the same bytes', async () => {
    const [first, second] = [await print(notice), await print(notice, '--force')]
    expect(second.bytes.equals(first.bytes)).toBe(true)
  })

  it('gray leaves no colour, in pictures neither', async () => {
    await print(notice, '--colour', 'gray')
    const { bytes, pdf, report } = await print(issue, '--colour', 'gray')
    for (const content of contentStreams(bytes)) expect(content).not.toMatch(anyRgb)
    expect(bytes.toString('latin1')).not.toMatch(/\/ColorSpace (?:\[\/ICCBased|\/DeviceRGB)/)
    expect(new Set(report.facts?.inks.flat())).toEqual(new Set(['black']))
    expect(texts(pdf)).toEqual(texts(pages.pdf))
  })

  it('red is one ink: the head and the seal of a document are on its plate', async () => {
    const { bytes, report } = await print(notice, '--colour', 'red')
    expect(bytes.toString('latin1')).toContain('[/Separation /Red /DeviceCMYK')
    expect(report.facts?.inks.map((inks) => inks.includes('Red'))).toEqual([
      true,
      false,
      true,
      false,
      false,
      false,
    ])
  })

  it('a template’s gradients go with the rest', async () => {
    writeFiles(folder, {
      'gradients/bulletin.yaml': 'title: 工作通讯\ntemplate: ../look\nfonts: bundled\n',
      'gradients/1.md': '---\n标题: 一篇\n栏目: 要闻\n---\n\n正文。\n',
      'look/template.yaml': 'extends: briefing\n',
      'look/styles/tail.css':
        'h2 { background: radial-gradient(#ccc, #333) }\np { background: linear-gradient(90deg, #e60012, #ffffff00) }\n@page { @top-left-corner { content: ""; background: #e60012 } }\n',
    })
    const gradients = join(folder, 'gradients')
    const spaces = ({ bytes }: Printed) => bytes.toString('latin1').match(/\/DeviceRGB/g) ?? []
    const full = await print(gradients)
    expect(full.bytes.toString('latin1')).toMatch(/\/C0 \[0\.8\]/)
    expect(spaces(full).length).toBeGreaterThan(0)
    for (const colour of ['gray', 'red'])
      expect(spaces(await print(gradients, '--colour', colour))).toEqual([])
  })
})

describe('bleed', () => {
  it('boxes grow around A4, nothing on the page moves', async () => {
    const { bytes, pdf, report } = await print(issue, '--bleed', '3mm')
    expect(boxes(bytes, 'TrimBox')[0]).toEqual(
      [0, 0, 210, 297].map((mm) => expect.closeTo(mm, 0.2)),
    )
    const [media, bleed, trim] = ['MediaBox', 'BleedBox', 'TrimBox'].map((name) =>
      boxes(bytes, name),
    )
    expect([media?.length, bleed?.length]).toEqual([report.pages, report.pages])
    for (const index of [0, 1, 2, 3]) {
      const out = index < 2 ? -1 : 1
      expect((bleed?.[0]?.[index] ?? 0) - (trim?.[0]?.[index] ?? 0)).toBeCloseTo(3 * out, 0)
      expect((media?.[0]?.[index] ?? 0) - (trim?.[0]?.[index] ?? 0)).toBeCloseTo(11 * out, 0)
    }
    expect(texts(pdf)).toEqual(texts(pages.pdf))
    expect(pdf.outline).toEqual(pages.pdf.outline)
    expect(pdf.pages.map(({ tags }) => tags)).toEqual(pages.pdf.pages.map(({ tags }) => tags))
    expect(report).toMatchObject({ bled: [], facts: { width: 210, height: 297, bleed: 3 } })
  })

  it('what reaches the trim is continued into the bleed', async () => {
    const { bytes, report } = await print(join(folder, 'gradients'), '--bleed', '3mm')
    expect(report.bled).toEqual([1])
    const mirrored = contentStreams(bytes).filter((content) => content.includes('/Mirror Do'))
    expect(mirrored).toHaveLength(1)
    // To the left, at the corner, and above.
    expect(mirrored[0]?.match(/\/Mirror Do/g)).toHaveLength(3)
  })
})

describe('a booklet', () => {
  it('pages lie on the sheets as they are folded, and move towards the fold', async () => {
    const { pdf, report } = await print(longer, '--booklet', '--paper', '80gsm')
    const pages = await build(longer)
    expect(report.booklet).toMatchObject({ sheet: 'a3', blanks: 2, thickness: 0.1 })
    expect(pdf.pages).toHaveLength(10)
    const sides = report.booklet?.sheets.flatMap(({ front, back, creep }) => [
      { pages: front, creep },
      { pages: back, creep },
    ])
    for (const [
      index,
      {
        pages: [left, right],
        creep,
      },
    ] of (sides ?? []).entries()) {
      const side = pdf.pages[index]
      expect([side?.width, side?.height]).toEqual([expect.closeTo(420), expect.closeTo(297)])
      for (const [page, from, shift] of [
        [left, 0, creep],
        [right, 210, -creep],
      ] as const) {
        const on = (side?.glyphs ?? []).filter(({ x }) => x < 210 === (from === 0))
        const own = page === undefined ? [] : (pages.pdf.pages[page - 1]?.glyphs ?? [])
        expect(on.map(({ text }) => text).join('')).toBe(own.map(({ text }) => text).join(''))
        const [first, same] = [on[0], own[0]]
        // The browser’s A4 is a tenth of a millimetre narrower than the paper.
        if (first && same) expect(first.x - same.x).toBeCloseTo(from + shift + 0.056, 2)
      }
    }
    expect(pdf.outline).toEqual([])
    expect(pdf.info.Title).toBe(pages.pdf.info.Title)
  })

  it('--sheet a4 makes A5 of A4; signatures divide a thick issue', async () => {
    const { pdf, report } = await print(longer, '--booklet', '--sheet', 'a4', '--signatures', '8')
    expect(pdf.pages[0]).toMatchObject({ width: expect.closeTo(297), height: expect.closeTo(210) })
    expect(report.booklet?.sheets.map(({ signature }) => signature)).toEqual([1, 1, 2, 2, 3])
    const size = (one: Pdf) => one.pages[1]?.glyphs.find(({ text }) => text === '目')?.size ?? 0
    expect(size(pdf) / size(pages.pdf)).toBeCloseTo(Math.SQRT1_2, 2)
  })
})

describe('an archive file', () => {
  it('is PDF/A-2a where everything is tagged; text, tags, links and bookmarks are kept', async () => {
    const { bytes, pdf, report } = await print(issue, '--pdfa')
    expect(report.archive).toBe('2a')
    const text = bytes.toString('latin1')
    expect(text).toContain('<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>')
    expect(text).toContain('/OutputIntents [<</Type /OutputIntent\n/S /GTS_PDFA1')
    expect(text).toContain('/Strong /Span')
    // What PDF 1.7 does not know has a role that it knows.
    const known = (tag: Tag): Tag => ({
      ...tag,
      role: /^(?:Strong|Em)$/.test(tag.role) ? 'Span' : tag.role,
      children: tag.children.map(known),
    })
    const bare = ({ pages: all, ...rest }: Pdf) => ({
      ...rest,
      pages: all.map((page) => ({
        ...page,
        tags: page.tags.map(known),
        glyphs: page.glyphs.map(({ artifact: _, ...glyph }) => glyph),
        lines: page.lines.map(({ text: line }) => line),
      })),
    })
    expect(bare(pdf)).toEqual(bare(pages.pdf))
    const number = pdf.pages[2]?.glyphs.filter(({ artifact }) => artifact)
    expect(number?.map(({ text: glyph }) => glyph).join('')).toContain('3')
  })

  it('a seal makes a page one picture, whose structure is lost: 2u', async () => {
    expect((await print(notice, '--pdfa')).report.archive).toBe('2u')
  })
})

describe('what is told', () => {
  it('the report answers a print shop; the lowest resolution is that of the worst picture', async () => {
    writeFiles(folder, {
      'coarse/bulletin.yaml': 'title: 工作通讯\nfonts: bundled\n',
      'coarse/1.md': '---\n标题: 一篇\n栏目: 要闻\n---\n\n正文。\n\n![图](a.jpg "width=100%")\n',
      'coarse/a.jpg': await photo({ width: 312, height: 200 }),
    })
    const { stdout, stderr } = await bulletin(
      ['print', join(folder, 'coarse'), '--report', '-o', join(folder, 'coarse.pdf')],
      { env },
    )
    expect(stderr).toContain('印刷文件已生成：')
    expect(stdout).toMatch(/^成品尺寸 +210 × 297 毫米$/m)
    expect(stdout).toMatch(/^字体 +\d 种，全部嵌入$/m)
    // 312 pixels on 156 mm.
    expect(stdout).toMatch(/^图片最低精度 +5\d dpi（第 \d 页），印出来会发虚$/m)
  })

  it.each([
    [['--paper', '80gsm'], '--paper 只在拼版时有用'],
    [['--signatures', '16', '--sheet', 'a4'], '--sheet、--signatures 只在拼版时有用'],
    [['--signatures', '10'], '4 的倍数'],
    [['--bleed', '3cm'], '要写毫米'],
    [['--colour', 'cmyk'], 'full、gray、red'],
    [['--pdfa', '--bleed', '3'], '--bleed 是上机印的'],
    [['-o', 'a.pdf', '--out-dir', 'b'], '只能写一个'],
    [['-o', 'a.txt'], '不是 PDF 的文件名'],
    [['--bleed', '0'], '运行 bulletin print --help'],
    [[notice, '--out-dir', 'b'], '会存成同一个文件'],
  ])('%j is refused with a reason', async (words, reason) => {
    const { code, stderr } = await bulletin(['print', notice, ...words], { cwd: folder, env })
    expect(code).toBe(2)
    expect(stderr).toContain(reason)
  })

  it('an issue with errors gets no print file', async () => {
    writeFiles(folder, { 'wrong/bulletin.yaml': 'title: 甲\n', 'wrong/1.md': '---\n标题:\n---\n' })
    const { code, stdout } = await bulletin(['print', join(folder, 'wrong'), '--json'], { env })
    expect(code).toBe(1)
    expect(JSON.parse(stdout).file).toBeUndefined()
    expect(readdirSync(folder).filter((name) => name.startsWith('wrong'))).toEqual(['wrong'])
  })
})

describe('other readers', () => {
  it.runIf(has('qpdf'))('qpdf finds no fault in any of these files', () => {
    for (const path of made) execFileSync('qpdf', ['--check', path])
  })

  it.runIf(has('gs'))('Ghostscript needs black only, or black and red as two plates', () => {
    const inks = (kind: string) => {
      const path = [...made].find((file) => file.includes(`notice-7-colour-${kind}`)) ?? ''
      const words = ['-q', '-o', '-', '-sDEVICE=inkcov', path]
      return execFileSync('gs', words, { encoding: 'utf8' })
    }
    expect(inks('gray')).toMatch(/^(?: 0\.00000 {2}0\.00000 {2}0\.00000 {2}0\.\d+ CMYK OK\n)+$/)
    expect(inks('red')).toMatch(/^(?: 0\.00000 {2}(0\.\d+) {2}\1 {2}0\.\d+ CMYK OK\n)+$/)
  })
})
