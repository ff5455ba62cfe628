import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from 'puppeteer'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { OpenBrowser } from '../../src/browser/index.js'
import type { IssueReport } from '../../src/model/report.js'
import { photo } from '../kit/pictures.js'
import { bulletin } from '../kit/program.js'
import { axeFindings, onScreen, openScreens, overflow, screens } from '../kit/screen.js'
import { toConvert } from '../kit/web-articles.js'
import { saved, textOf, written } from '../kit/wechat-editor.js'
import { copyFixture, workspace, writeFiles } from '../kit/workspace.js'

const folder = workspace('wechat-page')

const paragraphs = Array.from(
  { length: 420 },
  (_, index) => `第${index}段：这一段写了二十来个字，一共四百多段。`,
)

let browser: OpenBrowser
let report: IssueReport
const pages = new Map<string, string>()

beforeAll(async () => {
  const own = writeFiles(join(folder, 'own'), {
    'bulletin.yaml':
      'title: 通讯\nnumber: 1\ndate: 2021-06-01\nsections: [栏目, 简讯]\nfonts: bundled\n',
    '01-图.md': toConvert,
    '02-长.md': `---\ntitle: 长文\nsection: 栏目\ntocTitle: 短\n---\n\n${paragraphs.join('\n\n')}\n`,
    '21-简讯.md': '---\nsection: 简讯\nunit: 青禾区\n---\n\n一条简讯。\n\n---\n\n又一条。\n',
    'photo.jpg': await photo({ width: 2400, height: 1200 }),
  })
  const folders = [copyFixture('issue-54', folder), copyFixture('notice-7', folder), own]
  const out = join(folder, 'out')
  const run = await bulletin([
    'build',
    ...folders,
    '--format',
    'wechat',
    '--out-dir',
    out,
    '--json',
  ])
  for (const line of run.stdout.trim().split('\n')) {
    const one = JSON.parse(line) as IssueReport
    const path = one.files?.[0]?.path
    if (path === undefined) throw new Error(JSON.stringify(one.diagnostics, null, 1))
    // The issues are reported in the order in which they finish.
    if (one.issue === own) report = one
    pages.set(path.replace(/^.*\/|-公众号\.html$/g, ''), readFileSync(path, 'utf8'))
  }
  browser = await openScreens()
})

afterAll(() => browser?.close())

const html = (name: string) => pages.get(name) ?? ''
const desk = { width: 1280, scheme: 'light' } as const
const shown = <T>(name: string, work: (page: Page) => Promise<T>) =>
  onScreen(browser, html(name), desk, work)

/** What each card of a page says. */
const cardsOf = (name: string) =>
  shown(name, (page) =>
    page.$$eval('.card', (cards) =>
      cards.map((card) => ({
        heading: card.querySelector('h2')?.textContent,
        fields: [...card.querySelectorAll('dl > div')].map((row) => [
          row.querySelector('dt')?.firstChild?.textContent,
          row.querySelector('dd span')?.textContent,
          row.querySelector('.cut') !== null,
        ]),
        size: card.querySelector('.size')?.textContent,
        conversions: [...card.querySelectorAll('.conversions li')].map((one) => one.textContent),
        pasted: card.querySelector('.preview > div')?.innerHTML ?? '',
      })),
    ),
  )

describe('--format wechat', () => {
  it('has a card an article, one for the briefs, and one for the whole issue', async () => {
    const cards = await cardsOf('own')
    expect(cards.map(({ heading }) => heading)).toEqual([
      '一个长得公众号放不下的标题，写了三十二个字还没有写完…',
      '长文',
      '简讯',
      '全期：通讯 第1期',
    ])
    expect(cards[0]?.fields).toEqual([
      ['标题', '一个长得公众号放不下的标题，写了三十二个字还没有写完…', true],
      ['作者', '陈思、欧阳云岚、李明明、上官云', false],
      ['摘要', '第一段写得不长。看这里，得 x=ab。', false],
    ])
    expect(cards[0]?.conversions).toEqual([
      '1 个链接改成了文末的“引用链接”（第 14 行）',
      '1 个宽表格画成了图片（第 9 行）',
      '1 个公式画成了图片（第 14 行）',
      '1 个二维码画成了图片（第 18 行）',
    ])
  })

  it('reports with file and line what WeChat does not take', () => {
    const found = report.diagnostics.filter(({ rule }) => rule.startsWith('wechat-'))
    expect(found.map(({ file, at, rule }) => [file.replace(/^.*\//, ''), at.line, rule])).toEqual([
      ['01-图.md', 2, 'wechat-title'],
      ['02-长.md', 2, 'wechat-long'],
    ])
    expect(found[1]?.message).toMatch(/^这一篇放进公众号是 2\d{4} 个字符/)
  })

  it.each(['issue-54', 'notice-7', 'own'])(
    'the editor changes nothing of what is pasted (%s)',
    async (name) => {
      for (const { pasted, heading } of await cardsOf(name)) {
        expect(saved(pasted), heading ?? '').toBe(written(pasted))
        expect(pasted).not.toMatch(/ (?:id|class)=|<div|position:|href=/)
      }
    },
  )

  it('says all that the issue says: titles, texts, captions, signatures', async () => {
    const whole = textOf((await cardsOf('issue-54')).at(-1)?.pasted ?? '')
    const page = readFileSync(join(folder, 'issue-54/issue-54/01-第三届理事会二次会议.md'), 'utf8')
    for (const line of page
      .split('\n')
      .filter((one) => /^[^-!#|*\d].{20,}$/.test(one) && !/^\w+:/.test(one)))
      expect(whole.replace(/\s/g, '')).toContain(line.replace(/\*\*|\s/g, ''))
    expect(whole).toContain('理事会第二次全体会议会场')
  })

  it('draws wide tables at twice their size, and photos as JPEG', async () => {
    const [first] = await cardsOf('own')
    const addresses = [...(first?.pasted.matchAll(/src="data:(image\/\w+);base64,([^"]+)"/g) ?? [])]
    const files = await Promise.all(
      addresses.map(async ([, type, body = '']) => {
        const { width } = await sharp(Buffer.from(body, 'base64')).metadata()
        return { type, isWide: width >= 840 }
      }),
    )
    expect(files).toEqual([
      { type: 'image/png', isWide: true },
      { type: 'image/png', isWide: false },
      { type: 'image/jpeg', isWide: true },
      { type: 'image/png', isWide: false },
    ])
  })

  it('axe-core finds nothing, and nothing is wider than a phone', async () => {
    for (const screen of screens) {
      const found = await onScreen(browser, html('own'), screen, async (page) => ({
        wider: await overflow(page),
        axe: await axeFindings(page),
      }))
      expect(found).toEqual({ wider: 0, axe: [] })
    }
  })

  it('copies the text of an article with one button', async () => {
    const page = await browser.browser.newPage()
    const path = join(folder, 'out/own-公众号.html')
    try {
      const session = await page.createCDPSession()
      await session.send('Browser.grantPermissions', {
        permissions: ['clipboardReadWrite', 'clipboardSanitizedWrite'],
      })
      await page.goto(pathToFileURL(path).href)
      await page.bringToFront()
      await page.click('[data-copy-html="article-1"]')
      await page.waitForFunction("document.querySelector('.said').textContent !== ''")
      const copied = await page.evaluate(async () => {
        const [item] = await navigator.clipboard.read()
        return (await item?.getType('text/html'))?.text()
      })
      expect(await page.$eval('.said', (said) => said.textContent)).toBe('已复制')
      expect(copied).toContain('text-indent:2em')
      expect(textOf(copied ?? '')).toContain('第一段写得不长。')
      await page.click('[data-copy-text="article-1-1"]')
      await page.waitForFunction(
        "navigator.clipboard.readText().then((text) => text === '陈思、欧阳云岚、李明明、上官云')",
      )
    } finally {
      await page.close()
    }
  })
})
