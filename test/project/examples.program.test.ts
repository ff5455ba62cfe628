import { cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { YearlyIndex } from '../../src/model/yearly-index.js'
import { contentsOf } from '../kit/contents.js'
import { type CountedBrowser, countedBrowser } from '../kit/counted-browser.js'
import { fullLines, percentile } from '../kit/full-lines.js'
import { type Printed, press } from '../kit/press.js'
import { bulletin } from '../kit/program.js'
import { readPdf } from '../kit/read-pdf.js'
import { root, workspace } from '../kit/workspace.js'

const folder = workspace('examples')
const publication = join(folder, 'newsletter')
cpSync(join(root, 'examples/newsletter'), publication, { recursive: true })
const shared = join(publication, 'bulletin.yaml')
writeFileSync(shared, `${readFileSync(shared, 'utf8')}\nfonts: bundled\n`)

const issues = readdirSync(publication)
  .filter((name) => name.startsWith('issue-'))
  .toSorted()
const folders = issues.map((name) => join(publication, name))
const solid = (text: string): string => text.replace(/\s/g, '')

/** By folder name. */
let printed: Record<string, Printed>

beforeAll(async () => {
  browser = await countedBrowser(folder)
  printed = await press(
    folder,
    Object.fromEntries(issues.map((name, at) => [name, folders[at] ?? ''])),
    { env: ownEnv() },
  )
})

let browser: CountedBrowser

/** An environment with a cache and a browser for this test only. */
const ownEnv = () => ({
  BULLETIN_BROWSER: browser.program,
  BULLETIN_CACHE: join(folder, 'cache'),
  BULLETIN_CACHE_SIZE: undefined,
})

describe('the publication to copy', () => {
  it.each(issues)('%s prints without a word of complaint', (name) => {
    const { report, pdf } = printed[name] as Printed
    expect(report).toMatchObject({ exitCode: 0, diagnostics: [], pages: pdf.pages.length })
    expect(pdf.pages.length).toBeGreaterThan(0)
  })

  it.each(issues)('%s: the 目录 names the page on which every article begins', (name) => {
    const { report, pdf } = printed[name] as Printed
    // A briefs section has one row, however many items it has.
    const expected = report.articles.filter(
      ({ section }, at, all) => section !== '简讯' || all[at - 1]?.section !== '简讯',
    )
    const rows = contentsOf(pdf)
    expect(rows.map(({ number }) => number)).toEqual(expected.map(({ page }) => page))
    for (const [at, { number, leadsTo }] of rows.entries()) {
      const { section, title } = expected[at] ?? {}
      expect(leadsTo).toBe(number)
      const head = section === '简讯' ? section : solid(title ?? '')
      expect(solid(pdf.pages[number - 1]?.text ?? ''), `page ${number}`).toContain(head)
    }
  })

  it.each(issues)('%s: lines end on the measure and are hardly spread', (name) => {
    const full = fullLines((printed[name] as Printed).pdf)
    expect(full.length).toBeGreaterThan(50)
    expect(full.filter(({ off }) => Math.abs(off) > 0.15).map(({ text }) => text)).toEqual([])
    expect(
      percentile(
        full.map(({ spread }) => spread),
        95,
      ),
    ).toBeLessThan(0.05)
  })

  it('is numbered through the year', () => {
    const year = [1, 2, 3, 4, 5, 6]
    expect(issues).toEqual(year.map((n) => `issue-${n}`))
    expect(issues.map((name) => printed[name]?.report.issueLine)).toEqual(
      year.map((n) => `第${n}期（总第${n + 30}期）`),
    )
  })

  it('has nothing for the proofreader to say, until a number is wrong', async () => {
    const clean = await bulletin(['check', ...folders, '--max-warnings', '0'])
    expect(clean.code, clean.stdout + clean.stderr).toBe(0)
    const settings = join(publication, 'issue-2/bulletin.yaml')
    const text = readFileSync(settings, 'utf8')
    writeFileSync(settings, text.replace('总期号: 32', '总期号: 31'))
    const wrong = await bulletin(['check', ...folders, '--max-warnings', '0'])
    writeFileSync(settings, text)
    expect(wrong.code).toBe(1)
    expect(wrong.stdout + wrong.stderr).toContain('issue-continuity')
  })
})

describe('the index of the year', () => {
  const index = (...words: string[]) =>
    bulletin(['index', ...folders, '--year', '2024', ...words], { env: ownEnv() })
  /** Page of a title in the printed issue, read from its PDF. */
  const pageIn = (name: string, title: string) => {
    const bookmark = printed[name]?.pdf.outline.find((one) => solid(one.title) === solid(title))
    return bookmark?.page
  }

  it('has every article at the page on which the PDF of its issue has it, without a browser', async () => {
    const before = browser.starts()
    const { stdout, code } = await index('--json')
    expect(code).toBe(0)
    expect(browser.starts()).toBe(before)
    const { groups, authors } = JSON.parse(stdout) as YearlyIndex
    const rows = groups.flatMap(({ parts }) => parts.flatMap(({ rows }) => rows))
    const articles = rows.filter(({ kind }) => kind === 'article')
    expect(articles.length).toBeGreaterThan(35)
    for (const { title, issue, page } of articles) {
      expect(page, title).toBe(pageIn(issue.name, title))
    }
    for (const { issue, page, section = '' } of rows.filter(({ kind }) => kind === 'briefs')) {
      expect(page).toBe(pageIn(issue.name, section))
    }
    // The order of the settings; 专题 is in one issue's settings only, 附录 in another's.
    expect(groups.map(({ heading }) => heading)).toEqual([
      '要闻',
      '专题',
      '工作交流',
      '业务研究',
      '书香人物',
      '简讯',
      '附录',
    ])
    const { places } = authors.find(({ name }) => name === '白露') ?? {}
    const own = [1, 6].map((n) =>
      rows.find((row) => row.issue.number === n && row.authors.includes('白露')),
    )
    for (const row of own) expect(places).toContain(`${row?.issue.number}·${row?.page}`)
  })

  it('is printed in the dress of the newsletter, with the same numbers', async () => {
    const out = join(folder, '总目录.pdf')
    const { code, stderr } = await index('-o', out)
    expect(code, stderr).toBe(0)
    const pdf = await readPdf(readFileSync(out))
    expect(pdf.info.Title).toBe('工作通讯 2024年总目录')
    expect(pdf.outline.map(({ title }) => title)).toEqual([
      '2024年总目录',
      '要闻',
      '专题',
      '工作交流',
      '业务研究',
      '书香人物',
      '简讯',
      '附录',
      '作者索引',
      '单位索引',
    ])
    for (const { title, page } of pdf.outline)
      expect(solid(pdf.pages[page - 1]?.text ?? ''), title).toContain(title)
    // Every place in the lists leads to the page on which its row stands.
    const page = pdf.pages.find(({ lines }) =>
      lines.some(({ text }) => text.startsWith('白露\u3000')),
    )
    const line = page?.lines.find(({ text }) => text.startsWith('白露\u3000'))
    const places = line?.text.match(/\d+·\d+/g) ?? []
    const links = page?.links.filter(
      ({ top, bottom }) => top < (line?.y ?? 0) && (line?.y ?? 0) < bottom + 1,
    )
    expect(places.length).toBeGreaterThan(3)
    expect(links).toHaveLength(places.length)
    for (const [at, place] of places.entries()) {
      const target = pdf.pages[(links?.[at]?.page ?? 0) - 1]
      expect(target?.text, place).toMatch(RegExp(`…${place}(?!\\d)`))
    }
    // The head is on the first page, the running head on the others.
    const running = pdf.pages.map(({ text }) => text.startsWith('工作通讯\u30002024年总目录'))
    expect(running).toEqual(pdf.pages.map(({ number }) => number > 1))
    const text = solid(pdf.pages.map((page) => page.text).join(''))
    const row = (title: string, name: string) => `${pageIn(name, title)}`
    expect(text).toMatch(
      new RegExp(
        `云栈县：四十二只书箱走山路云栈县图书馆石岩、覃小满…+1·${row('云栈县：四十二只书箱走山路', 'issue-1')}`,
      ),
    )
    // Every leader ends before its number, and no line leaves the type area.
    for (const { glyphs } of pdf.pages)
      for (const { x } of glyphs) expect(x).toBeLessThan(28 + 156 + 0.5)
  })

  it('is a table for Excel, and an article that the last issue prints', async () => {
    const last = join(publication, 'issue-6')
    const article = join(last, '90-全年总目录.md')
    const csv = join(folder, '总目录.csv')
    expect((await index('--markdown', article, '--csv', csv)).code).toBe(0)
    const rows = readFileSync(csv, 'utf8').split('\r\n')
    expect(rows[0]).toBe('\ufeff栏目,题目,单位,作者,年,期,总期,页,文件')
    expect(rows[1]).toMatch(/^要闻,学会召开2023年度工作会议,学会秘书处,周谷,2024,1,31,3,/)
    const text = readFileSync(article, 'utf8')
    const built = await press(folder, { last }, { env: ownEnv() })
    expect(built.last.report).toMatchObject({ exitCode: 0, diagnostics: [] })
    const page = built.last.report.articles.find(({ file }) =>
      file.endsWith('90-全年总目录.md'),
    )?.page
    expect(solid(built.last.pdf.pages[(page ?? 0) - 1]?.text ?? '')).toContain(
      '学会召开2023年度工作会议',
    )
    // With the appendix in the issue the index says the same, and does not list itself.
    expect((await index('--markdown', article)).code).toBe(0)
    expect(readFileSync(article, 'utf8')).toBe(text)
    rmSync(article)
  })
})
