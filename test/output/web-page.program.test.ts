import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Page } from 'puppeteer'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { OpenBrowser } from '../../src/browser/index.js'
import type { IssueReport } from '../../src/model/report.js'
import { photo } from '../kit/pictures.js'
import { bulletin } from '../kit/program.js'
import { axeFindings, onScreen, openScreens, overflow, screens } from '../kit/screen.js'
import { everything } from '../kit/web-articles.js'
import { copyFixture, workspace, writeFiles } from '../kit/workspace.js'

const folder = workspace('web-page')
const fixtures = ['issue-54', 'briefing-19', 'notice-7', 'joint-issue', 'letter', 'minutes']

/** By day on a desk, by night on a phone; one page is looked at on every screen. */
const usualScreens = screens.filter(({ width, scheme }) => width > 1000 === (scheme === 'light'))

let browser: OpenBrowser
const pages = new Map<string, string>()
let report: IssueReport

beforeAll(async () => {
  const full = writeFiles(join(folder, 'full'), {
    'bulletin.yaml': 'title: 大全\nnumber: 1\ndate: 2021-06-01\nsections: [栏目]\n',
    '01-全.md': everything.replace('subtitle', 'section: 栏目\nsubtitle'),
    '02-短.md': '---\ntitle: 第二篇\nsection: 栏目\n---\n\n只有一段。\n',
    'wide.jpg': await photo({ width: 3000, height: 1500 }),
  })
  const folders = [...fixtures.map((name) => copyFixture(name, folder)), full]
  const out = join(folder, 'out')
  const run = await bulletin(['build', ...folders, '--format', 'html', '--out-dir', out, '--json'])
  const reports = run.stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as IssueReport)
  for (const one of reports) {
    const path = one.files?.[0]?.path ?? ''
    pages.set(basename(path, '.html'), readFileSync(path, 'utf8'))
    // The issues are reported in the order in which they finish.
    if (one.issue === full) report = one
  }
  browser = await openScreens()
})

afterAll(() => browser?.close())

const phone = { width: 360, scheme: 'light' } as const
const html = (name: string) => pages.get(name) ?? ''
const shown = <T>(name: string, work: (page: Page) => Promise<T>) =>
  onScreen(browser, html(name), phone, work)

describe('--format html', () => {
  it('writes one file an issue, without printing it', () => {
    expect([...pages.keys()].sort()).toEqual([...fixtures, 'full'].sort())
    expect(report).toMatchObject({ exitCode: 0, files: [{ format: 'html' }] })
    expect(report.pages).toBeUndefined()
  })

  it.each([...fixtures, 'full'])(
    'axe-core finds nothing, and nothing is wider than a screen (%s)',
    async (name) => {
      for (const screen of name === 'full' ? screens : usualScreens) {
        const found = await onScreen(browser, html(name), screen, async (page) => ({
          screen,
          wider: await overflow(page),
          axe: await axeFindings(page),
        }))
        expect(found).toEqual({ screen, wider: 0, axe: [] })
      }
    },
  )

  it('axe-core would find a picture without description and a skipped heading', async () => {
    const broken = html('full')
      .replace(/ alt="[^"]*"/g, '')
      .replaceAll('h2', 'h5')
    const found = await onScreen(browser, broken, phone, axeFindings)
    expect(found.join('\n')).toMatch(/image-alt[\s\S]*heading-order|heading-order[\s\S]*image-alt/)
  })

  it('needs nothing from outside: no script, no address that the browser loads', async () => {
    for (const [name, page] of pages) {
      expect(page, name).not.toMatch(/<script|<link|<iframe| src="(?!data:)|url\((?!data:)/)
      expect(page.replaceAll('&#x27;', "'"), name).toContain("default-src 'none'; img-src data:")
    }
  })

  it('looks different by night', async () => {
    const ground = (page: Page) =>
      page.evaluate(() => getComputedStyle(document.body).backgroundColor)
    const [day, night] = await Promise.all(
      (['light', 'dark'] as const).map((scheme) =>
        onScreen(browser, html('full'), { width: 360, scheme }, ground),
      ),
    )
    expect(day).not.toBe(night)
  })

  it('has headings in order, whatever levels the author skipped', async () => {
    const headings = await shown('full', (page) =>
      page.$$eval('h1,h2,h3,h4,h5,h6', (all) =>
        all.map(({ tagName, textContent }) => `${tagName} ${textContent}`),
      ),
    )
    expect(headings).toEqual([
      'H1 大全',
      'H2 目录',
      'H2 栏目',
      'H3 样样<b>都</b>有的一篇①',
      'H4 跳过两级的小标题',
      'H4 正常的小标题',
      'H5 第二级',
      'H3 第二篇',
    ])
  })

  it('links lead somewhere: contents to titles, references to notes and back', async () => {
    const { lost, backs } = await shown('full', (page) =>
      page.evaluate(() => ({
        lost: [...document.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')]
          .map((link) => link.getAttribute('href') ?? '')
          .filter((href) => !document.querySelector(href)),
        backs: [...document.querySelectorAll<HTMLAnchorElement>('[role=doc-backlink]')].map(
          (link) => document.querySelector(link.getAttribute('href') ?? '')?.textContent,
        ),
      })),
    )
    expect(lost).toEqual([])
    expect(backs).toEqual(['①', '②', '②'])
  })

  it('scrolls a wide table in its own box, which has a name', async () => {
    const table = await shown('full', (page) =>
      page.$eval('.table', (box) => ({
        name: box.getAttribute('aria-label'),
        scrolls: box.scrollWidth > box.clientWidth,
      })),
    )
    expect(table).toEqual({ name: '表格 1', scrolls: true })
  })

  it('has pictures of at most 1280 px, side by side where they stood so', async () => {
    const pictures = await shown('full', (page) =>
      page.$$eval('img', (all) =>
        all.map(({ naturalWidth, src, alt }) => [naturalWidth, src.slice(0, 15), alt]),
      ),
    )
    expect(pictures).toEqual([
      [1280, 'data:image/webp', '一张很宽的照片'],
      [617, 'data:image/webp', '左'],
      [617, 'data:image/webp', '右'],
    ])
  })

  it('prints page numbers only when the issue is printed too, and the same bytes again', async () => {
    const issue = join(folder, 'full')
    const build = async (formats: string, out: string) => {
      const run = await bulletin([
        'build',
        issue,
        '--format',
        formats,
        '--out-dir',
        join(folder, out),
        '--json',
      ])
      const made = JSON.parse(run.stdout) as IssueReport
      return { made, page: readFileSync(join(folder, out, 'full.html'), 'utf8') }
    }
    const both = await build('pdf,html', 'both')
    expect(html('full')).not.toContain('printed-page"')
    expect(
      [...both.page.matchAll(/class="printed-page">第(\d+)页/g)].map(([, page]) => Number(page)),
    ).toEqual(both.made.articles.map(({ page }) => page))
    expect((await build('html', 'again')).page).toBe(html('full'))
  })
})
