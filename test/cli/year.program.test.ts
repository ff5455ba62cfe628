import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse as parseCsv } from 'csv-parse/sync'
import matter from 'gray-matter'
import { beforeAll, describe, expect, it } from 'vitest'
import type { PrintReport } from '../../src/model/print.js'
import type { IssueReport } from '../../src/model/report.js'
import type { Statistics } from '../../src/model/statistics.js'
import type { YearlyIndex } from '../../src/model/yearly-index.js'
import { type CountedBrowser, countedBrowser } from '../kit/counted-browser.js'
import type { PageText } from '../kit/page-texts.js'
import { pageTexts, sortedLetters } from '../kit/page-texts.js'
import { contentStreams } from '../kit/press-file.js'
import { bulletin, lastLine } from '../kit/program.js'
import type { Pdf } from '../kit/read-pdf.js'
import { readPdf } from '../kit/read-pdf.js'
import { readWord, styledAs } from '../kit/read-word.js'
import { solid } from '../kit/type-area.js'
import { webElements } from '../kit/web-elements.js'
import { root, workspace } from '../kit/workspace.js'

/*
 * A year of a publication, examples/newsletter, through every command that writes something. What is
 * expected is read from the folders of the issues without the program.
 */
const folder = workspace('year')
const year = join(folder, 'newsletter')
const out = join(folder, 'out')

/** What a folder holds. */
interface Folder {
  name: string
  /** The titles of its articles, in printed order. */
  titles: string[]
  /** The same as the contents have them. */
  entries: string[]
  units: string[]
  briefs: number
}

const briefsFile = '21-简讯.md'

function folderOf(name: string): Folder {
  const files = readdirSync(join(year, name)).filter((file) => file.endsWith('.md'))
  const read = (file: string) => matter(readFileSync(join(year, name, file), 'utf8'))
  const articles = files.filter((file) => file !== briefsFile).map((file) => read(file).data)
  const titles = articles.map((data) => String(data.标题 ?? data.title).replace(/\[\^\w+\]/, ''))
  return {
    name,
    titles,
    entries: articles.map((data, at) => String(data.目录标题 ?? data.tocTitle ?? titles[at])),
    units: articles.flatMap((data) => data.单位 ?? data.unit ?? []),
    briefs: read(briefsFile).content.match(/^- /gm)?.length ?? 0,
  }
}

cpSync(join(root, 'examples/newsletter'), year, { recursive: true })
writeFileSync(
  join(year, 'bulletin.yaml'),
  `${readFileSync(join(year, 'bulletin.yaml'), 'utf8')}\nfonts: bundled\n`,
)
const folders = readdirSync(year)
  .filter((name) => name.startsWith('issue-'))
  .map(folderOf)
const targets = folders.map(({ name }) => join(year, name))
const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0)
const total = (count: (one: Folder) => number) => sum(folders.map(count))

const run = (command: string, ...words: string[]) =>
  bulletin([command, ...targets, ...words], {
    env: {
      BULLETIN_BROWSER: browser.program,
      BULLETIN_CACHE: join(folder, 'cache'),
      BULLETIN_CACHE_SIZE: undefined,
    },
  })
const reportsIn = <Report>(stdout: string) =>
  stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Report)
/** A title without the mark of its note. */
const withoutNote = (title: string) => title.replace(/[①-⑳]$/, '')
const rowsOf = (csv: string): Record<string, string>[] =>
  parseCsv(csv, { columns: true, bom: true })
const made = (file: string) => readFileSync(join(out, file))
const text = (file: string) => made(file).toString()

/** The PDFs of the issues, by the name of the folder. */
const pdfs = new Map<string, Pdf>()
/** The letters of their pages. */
const pages = new Map<string, PageText[]>()
let reports: IssueReport[]
let browser: CountedBrowser

const pdfOf = (name: string) => pdfs.get(name) as Pdf
const pagesOf = (name: string) => pages.get(name) ?? []
/** The page on which a title stands, by the bookmarks of the PDF. */
const pageOf = (name: string, title: string) =>
  pdfOf(name).outline.find((one) => solid(one.title) === solid(title))?.page

beforeAll(async () => {
  browser = await countedBrowser(folder)
  const { code, stdout, stderr } = await run(
    'build',
    ...['--format', 'pdf,docx,html,wechat', '--out-dir', out, '--json'],
  )
  expect(code, stderr).toBe(0)
  reports = reportsIn<IssueReport>(stdout).toSorted((a, b) => (a.issue < b.issue ? -1 : 1))
  for (const { name } of folders) {
    pdfs.set(name, await readPdf(made(`${name}.pdf`)))
    pages.set(name, await pageTexts(join(out, `${name}.pdf`)))
  }
})

describe('build --format pdf,docx,html,wechat', () => {
  it('writes four files for each of the six issues, without a word of complaint', () => {
    expect(readdirSync(out).toSorted()).toEqual(
      folders
        .flatMap(({ name }) => ['.docx', '.html', '.pdf', '-公众号.html'].map((end) => name + end))
        .toSorted(),
    )
    expect(reports.map(({ issue }) => issue)).toEqual(targets)
    for (const { diagnostics, pages: count, issue } of reports) {
      expect(diagnostics).toEqual([])
      expect(count).toBe(pagesOf(issue.slice(year.length + 1)).length)
    }
  })

  it.each(folders)(
    '$name: the PDF has every title, on the page that its bookmark leads to',
    (one) => {
      const { outline } = pdfOf(one.name)
      const titles = outline.filter(({ depth }) => depth === 2)
      expect(titles.map(({ title }) => title)).toEqual(one.titles)
      for (const { title, page } of titles)
        expect(pagesOf(one.name)[page - 1]?.text, title).toContain(solid(title))
    },
  )

  it.each(folders)(
    '$name: the Word file has the same titles, and in its contents the same pages',
    (one) => {
      const word = readWord(made(`${one.name}.docx`))
      expect(styledAs(word, 'Heading2').map(withoutNote)).toEqual(one.titles)
      const rows = one.titles.map((title, at) => `${one.entries[at]}${pageOf(one.name, title)}`)
      expect(styledAs(word, 'TOC2').map(solid)).toEqual(rows.map(solid))
    },
  )

  it.each(folders)('$name: the web page has them too, each with a row that leads to it', (one) => {
    const html = text(`${one.name}.html`)
    const titles = webElements(html, 'h3', 'title')
    expect(titles.map((title) => withoutNote(title.text))).toEqual(one.titles)
    const links = webElements(html, 'a').map(({ attributes }) => attributes.href)
    for (const { attributes } of titles) expect(links).toContain(`#${attributes.id}`)
  })

  it.each(folders)('$name: the page for WeChat has a card for each', (one) => {
    const cards = webElements(text(`${one.name}-公众号.html`), 'h2')
    const titles = cards.map((card) => card.text)
    expect(titles).toEqual(expect.arrayContaining(one.titles))
  })
})

describe('print', () => {
  const printed = async (place: string, ...words: string[]) => {
    const before = browser.starts()
    const { code, stdout, stderr } = await run('print', '--out-dir', join(out, place), ...words)
    expect(code, stderr).toBe(0)
    // The pages are those of the build.
    expect(browser.starts()).toBe(before)
    return stdout
  }
  const read = (place: string, { name }: Folder, what: string) =>
    pageTexts(join(out, place, `${name}-${what}.pdf`))

  it('--booklet: a sheet for every four pages begun, with all letters of its pages, bleed and fold marks', async () => {
    const words = ['--booklet', '--bleed', '3', '--json']
    const reports = reportsIn<PrintReport>(await printed('booklet', ...words))
    for (const [at, one] of folders.entries()) {
      const own = pagesOf(one.name).map((page) => page.text)
      const sheets = Math.ceil(own.length / 4)
      // The last page is the back cover, so blank pages come before it.
      const sequence = own.toSpliced(-1, 0, ...Array<string>(4 * sheets - own.length).fill(''))
      expect(reports[at]?.booklet?.sheets).toHaveLength(sheets)
      expect(reports[at]?.facts).toMatchObject({ width: 420, height: 297, bleed: 3 })
      const contents = contentStreams(made(`booklet/${one.name}-骑马订.pdf`))
      expect(contents.at(-1)).toContain('[2 2] 0 d')
      const sides = await read('booklet', one, '骑马订')
      expect(sides).toHaveLength(2 * sheets)
      for (const [index, side] of sides.entries()) {
        expect(side.width).toBeGreaterThan(420 + 2 * 3)
        expect(side.height).toBeGreaterThan(297 + 2 * 3)
        // A saddle-stitched sheet carries the pages that are as far from the front as from the back.
        const both = [sequence.at(index), sequence.at(-1 - index)]
        expect(sortedLetters(side.text)).toBe(sortedLetters(both.join('')))
      }
    }
  })

  it('--bleed 3mm --report: the same pages on larger sheets, and what the press asks', async () => {
    const said = await printed('bleed', '--bleed', '3mm', '--report')
    const counts = [...said.matchAll(/^页数 +(\d+) 页$/gm)].map(([, count]) => Number(count))
    expect(counts).toEqual(folders.map(({ name }) => pagesOf(name).length))
    expect(said.match(/^出血 +3 毫米，有裁切线/gm)).toHaveLength(folders.length)
    for (const one of folders) {
      const sheets = await read('bleed', one, '印刷')
      expect(sheets.map((sheet) => sheet.text)).toEqual(pagesOf(one.name).map((own) => own.text))
      for (const { width, height } of sheets) {
        expect(width).toBeGreaterThan(210 + 2 * 3)
        expect(height).toBeGreaterThan(297 + 2 * 3)
      }
    }
  })

  it('--pdfa: the same pages, declared as PDF/A-2', async () => {
    await printed('archive', '--pdfa')
    for (const one of folders) {
      expect(await read('archive', one, '存档')).toEqual(pagesOf(one.name))
      const bytes = made(`archive/${one.name}-存档.pdf`).toString('latin1')
      expect(bytes).toMatch(/<pdfaid:part>2<|pdfaid:part="2"/)
    }
  })

  it('--colour gray: the same pages, no operator of which sets a colour', async () => {
    const reports = reportsIn<PrintReport>(await printed('gray', '--colour', 'gray', '--json'))
    for (const [at, one] of folders.entries()) {
      expect(await read('gray', one, '印刷')).toEqual(pagesOf(one.name))
      expect(reports[at]?.facts?.inks).toEqual(pagesOf(one.name).map(() => ['black']))
      const contents = contentStreams(made(`gray/${one.name}-印刷.pdf`))
      expect(contents.length).toBeGreaterThan(0)
      for (const content of contents) expect(content).not.toMatch(/\s(?:rg|RG|k|K)\s/)
    }
  })
})

describe('build --site', () => {
  const address = 'https://www.example.org/tongxun'
  const site = (file: string) => text(`site/${file}`)

  beforeAll(async () => {
    const { code, stderr } = await run(
      'build',
      ...['--site', join(out, 'site'), '--base-url', address, '--format', 'pdf'],
    )
    expect(code, stderr).toBe(0)
  })

  it('lists every title of the year, with a link that leads to it', () => {
    const links = webElements(site('index.html'), 'a').filter(({ attributes }) =>
      /^issue-\d\/index\.html#/.test(attributes.href ?? ''),
    )
    const titled = (one: Folder) => [...one.titles, `简讯（${one.briefs}条）`]
    expect(links.map((link) => link.text).toSorted()).toEqual(folders.flatMap(titled).toSorted())
    for (const { attributes } of links) {
      const [file = '', id] = attributes.href?.split('#') ?? []
      expect(site(file), attributes.href).toContain(`id="${id}"`)
    }
  })

  it('has the PDF of every issue beside its page, the same as on its own', () => {
    for (const { name } of folders)
      expect(made(`site/${name}/${name}.pdf`).equals(made(`${name}.pdf`))).toBe(true)
  })

  it('has a feed with an entry for every issue, which names its titles', () => {
    const entries = site('feed.xml').split('<entry>').slice(1)
    expect(entries).toHaveLength(folders.length)
    for (const [at, one] of folders.toReversed().entries()) {
      expect(entries[at]).toContain(`<id>${address}/${one.name}/</id>`)
      for (const title of one.titles) expect(entries[at]).toContain(`<li>${title}</li>`)
    }
  })
})

describe('stats', () => {
  const articles = total(({ titles }) => titles.length)
  const briefs = total((one) => one.briefs)
  const unitNames = [...new Set(folders.flatMap(({ units }) => units))]
  const articlesOf = (unit: string) => total(({ units }) => units.filter((u) => u === unit).length)

  it('--json counts what is in the folders', async () => {
    const { stdout } = await run('stats', '--json')
    const found = JSON.parse(stdout) as Statistics & { contributions: { title: string }[] }
    expect(found).toMatchObject({ issues: 6, articles, briefs })
    for (const unit of unitNames)
      expect(found.units.find(({ name }) => name === unit)?.articles, unit).toBe(articlesOf(unit))
    const titles = found.contributions.map(({ title }) => title)
    expect(titles).toEqual(expect.arrayContaining(folders.flatMap((one) => one.titles)))
  })

  it('on the terminal, in the tables, on the page and in the notice it is the same', async () => {
    const place = (name: string) => join(out, name)
    const { code, stdout } = await run(
      'stats',
      ...['--csv', place('units.csv'), '--details', place('details.csv')],
      ...['--html', place('stats.html'), '--notice', place('notice')],
    )
    expect(code).toBe(0)
    expect(stdout).toContain(`共 6 期：文章 ${articles} 篇，简讯 ${briefs} 条，`)
    for (const { name, titles, briefs } of folders)
      expect(stdout).toMatch(new RegExp(`^${name} +${titles.length} +${briefs} `, 'm'))
    const counted = new Map(rowsOf(text('units.csv')).map((row) => [row.单位, Number(row.文章)]))
    for (const unit of unitNames) expect(counted.get(unit), unit).toBe(articlesOf(unit))
    const details = rowsOf(text('details.csv'))
    expect(details.filter((row) => row.类 === '文章').map((row) => row.题目)).toEqual(
      folders.flatMap((one) => one.titles),
    )
    expect(details.filter((row) => row.类 === '简讯')).toHaveLength(briefs)
    const page = webElements(text('stats.html'), 'body')[0]?.text ?? ''
    for (const unit of unitNames) expect(page).toContain(unit)
    expect(webElements(text('stats.html'), 'svg').length).toBeGreaterThan(0)
    expect(text('notice/01-通报.md')).toContain(`共编发6期，刊用文章${articles}篇、简讯${briefs}条`)
  })

  it('the notice is an official document that builds', async () => {
    const notice = join(out, 'notice.pdf')
    const { stderr } = await bulletin(['build', join(out, 'notice'), '-o', notice])
    expect(lastLine(stderr)).toMatch(/^PDF 已生成：.*notice\.pdf/)
    const all = (await pageTexts(notice)).map((page) => page.text).join('')
    expect(all).toContain(`刊用文章${articles}篇、简讯${briefs}条`)
    for (const unit of unitNames) expect(all).toContain(solid(unit))
  })
})

describe('index', () => {
  /** Every article of the year with its place: `3·12`. */
  const places = () =>
    folders.flatMap(({ name, titles }, at) =>
      titles.map((title) => ({ title, name, at, page: pageOf(name, title) })),
    )
  const lineOf = (text: string, title: string) =>
    text.split('\n').find((line) => line.includes(title))

  it('has every title at the page where the PDF of its issue has it, in each of its files', async () => {
    const file = (name: string) => join(out, name)
    const { code, stdout } = await run(
      'index',
      ...['--year', '2024', '--json', '-o', file('index.pdf')],
      ...['--csv', file('index.csv'), '--markdown', file('index.md')],
    )
    expect(code).toBe(0)
    const index = JSON.parse(stdout) as YearlyIndex
    const rows = index.groups.flatMap(({ parts }) => parts.flatMap((part) => part.rows))
    const articles = rows.filter(({ kind }) => kind === 'article')
    expect(articles).toHaveLength(places().length)
    const table = rowsOf(text('index.csv'))
    const printed = await readPdf(made('index.pdf'))
    const letters = solid(printed.pages.map((page) => page.text).join(''))
    for (const { title, name, at, page } of places()) {
      const place = `${at + 1}·${page}`
      expect(articles.find((row) => row.title === title)).toMatchObject({ page, issue: { name } })
      expect(table.find((row) => row.题目 === title)).toMatchObject({
        期: String(at + 1),
        页: String(page),
      })
      expect(letters.split(solid(title))[1]?.split(/…+/)[1], title).toMatch(RegExp(`^${place}`))
      expect(lineOf(text('index.md'), title)).toContain(` ${place} |`)
    }
  })

  it('prints the same on the terminal, and writes nothing beside the issues', async () => {
    const { stdout } = await run('index', '--year', '2024')
    for (const { title, at, page } of places())
      expect(lineOf(stdout, title)).toMatch(RegExp(`^ *${at + 1}·${page}  `))
    expect(readdirSync(year).toSorted()).toEqual(
      ['bulletin.yaml', ...folders.map(({ name }) => name)].toSorted(),
    )
  })
})
