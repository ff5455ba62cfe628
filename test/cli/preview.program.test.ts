import { readFileSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'puppeteer'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { cableTo } from '../kit/cable.js'
import { article } from '../kit/manuscript.js'
import type { Previewing } from '../kit/preview.js'
import {
  looking,
  notingEditor,
  openedByClick,
  placeOf,
  previewing,
  readingBrowser,
} from '../kit/preview.js'
import { workspace, writeFiles } from '../kit/workspace.js'

const folder = workspace('preview')
const issue = join(folder, 'issue')
const log = join(folder, 'opened')

/** An article of numbered paragraphs, about ten on a page. */
const long = (title: string, from: number, to: number) =>
  article(
    { title, section: '要闻', unit: '秘书处' },
    Array.from({ length: to - from + 1 }, (_, index) => paragraph(title, from + index)).join(
      '\n\n',
    ),
  )
const paragraph = (title: string, number: number) =>
  `${title}第${number}段，图书馆的志愿者把旧书一本一本地修好，再送回各个书架，读者都说好。`

let preview: Previewing
let browser: Browser
/** Most tests look at one page, and leave it without panels. */
let page: Page

beforeAll(async () => {
  browser = await readingBrowser(join(folder, 'browser'))
  writeIssue()
  preview = await previewing(['issue'], {
    cwd: folder,
    env: notingEditor(folder, log),
  })
  page = await looking(browser, preview.address)
})
afterAll(async () => {
  await browser?.close()
  await preview?.stop()
})

beforeEach(async () => {
  await page.bringToFront()
  await page.keyboard.press('Escape')
})

function writeIssue(first = long('甲', 1, 40)): void {
  writeFiles(issue, {
    'bulletin.yaml': 'title: 工作通讯\nsections: [要闻]\nfonts: bundled\n',
    '1.md': first,
    '2.md': long('乙', 1, 40),
  })
}

/** The number of the edition that is shown. */
const shown = () => page.evaluate(() => Number(document.body.dataset.edition))

/** Changes files and waits for the pages that come of it. */
async function saved(change: () => void): Promise<void> {
  await page.waitForSelector('.busy[hidden]')
  const before = await shown()
  change()
  await page.waitForFunction((number) => Number(document.body.dataset.edition) > number, {}, before)
  await page.waitForSelector('.busy[hidden]')
}

/** Brings a page to the top of the window and waits until it is drawn. */
async function goTo(number: number): Promise<void> {
  await page.evaluate((id) => document.getElementById(id)?.scrollIntoView(), `page-${number}`)
  await page.waitForSelector(`#page-${number} canvas`)
  await page.waitForSelector(`#page-${number} .textLayer span`)
}

/** What is drawn on a page, as the address of a picture. */
const pictureOf = (number: number) =>
  page.$eval(`#page-${number} canvas`, (canvas) => (canvas as HTMLCanvasElement).toDataURL())

/** Of the texts, the one whose place is nearest to the middle of the window. */
async function inMiddle(texts: readonly string[]): Promise<{ text: string; top: number }> {
  const height = await page.evaluate(() => innerHeight)
  const all = await Promise.all(
    texts.map(async (text) => ({
      text,
      top: (await placeOf(page, text))?.top ?? Number.POSITIVE_INFINITY,
    })),
  )
  const away = ({ top }: { top: number }) => Math.abs(top - height / 2)
  const [nearest] = all.toSorted((a, b) => away(a) - away(b))
  if (!nearest || away(nearest) > height) throw new Error('no text is in the middle')
  return nearest
}

describe('what is saved', () => {
  it('changes the pages it is on and no others', async () => {
    await goTo(3)
    await page.evaluate(() => {
      for (const canvas of document.querySelectorAll<HTMLElement>('.page canvas'))
        canvas.dataset.before = 'yes'
    })
    const number = await page.$$eval('.page', (all) => all.length)
    await saved(() => writeIssue(long('甲', 1, 40).replace('甲第2段，图书馆', '甲第2段，文化馆')))
    await page.waitForSelector('#page-3 canvas:not([data-before])')
    expect(await page.$$eval('.page', (all) => all.length)).toBe(number)
    // Pages 2 and 4 were drawn in advance and stay: their canvases are the same.
    expect(await page.$$eval('canvas[data-before]', (all) => all.length)).toBeGreaterThan(0)
    expect(await page.$('#page-4 canvas[data-before]')).not.toBeNull()
    // It was drawn from a PDF of its own; from that of the whole issue it looks the same.
    const drawn = await pictureOf(3)
    await page.reload()
    await page.waitForSelector('body[data-edition]')
    await goTo(3)
    expect(await pictureOf(3)).toBe(drawn)
  })

  it('shows the pages in the window before the others, as they stay', async () => {
    await goTo(3)
    // The program hears what is in the window a moment after it stands still.
    const heard = page.waitForResponse((one) =>
      /"pages":\[4[\],]/.test(one.request().postData() ?? ''),
    )
    await goTo(4)
    await heard
    const before = await shown()
    await page.evaluate(() => {
      const names: string[] = []
      const watched = document.querySelector('#page-4')
      const watcher = new MutationObserver((changes) => {
        for (const { type, addedNodes } of changes)
          if (type === 'attributes') names.push('edition')
          else if ([...addedNodes].some(({ nodeName }) => nodeName === 'CANVAS'))
            names.push('canvas')
      })
      if (watched) watcher.observe(watched, { childList: true })
      watcher.observe(document.body, { attributeFilter: ['data-edition'] })
      Object.assign(globalThis, { names })
    })
    await saved(() => writeIssue(long('甲', 1, 40).replace('甲第12段，图书馆', '甲第12段，文化馆')))
    expect(await shown()).toBe(before + 1)
    const names = await page.evaluate(() => (globalThis as unknown as { names: string[] }).names)
    // Before the edition, and not again with it.
    expect(names).toEqual(['canvas', 'edition'])
    const drawn = await pictureOf(4)
    await page.reload()
    await page.waitForSelector('body[data-edition]')
    await goTo(4)
    expect(await pictureOf(4)).toBe(drawn)
    await saved(() => writeIssue())
  })

  it('leaves the paragraph in the middle of the window where it is', async () => {
    await goTo(8)
    const numbers = Array.from({ length: 40 }, (_, index) => `乙第${index + 1}段`)
    const { text, top } = await inMiddle(numbers)
    await saved(() => writeIssue(long('甲', 1, 70)))
    await expect.poll(() => placeOf(page, text)).toBeDefined()
    expect(Math.abs(((await placeOf(page, text))?.top ?? 0) - top), text).toBeLessThan(3)
    expect(await page.$eval('.toast', (toast) => toast.textContent)).toMatch(
      /^第 \d+ 页 → 第 \d+ 页$/,
    )
    await saved(() => writeIssue())
  })

  it('with errors keeps the last good pages, dimmed, under what to mend', async () => {
    const pages = await page.$$eval('.page', (all) => all.length)
    writeIssue(`${long('甲', 1, 40)}\n\n![没有](images/没有.jpg)\n`)
    await page.waitForSelector('body.failed .strip')
    expect(await page.$eval('.strip', ({ textContent }) => textContent)).toContain(
      'images/没有.jpg',
    )
    expect(await page.$$eval('.page', (all) => all.length)).toBe(pages)
    await expect
      .poll(() => page.$eval('.pages', (all) => Number(getComputedStyle(all).opacity)))
      .toBeLessThan(1)
    await saved(() => writeIssue())
    await page.waitForSelector('body:not(.failed)')
    expect(await page.$eval('.strip', (strip) => (strip as HTMLElement).hidden)).toBe(true)
  })
})

describe('a click', () => {
  const openedBy = (text: string) => openedByClick(page, text, log)

  it('on a paragraph opens its file at its line in the editor', async () => {
    await goTo(3)
    const opened = await openedBy('甲第2段')
    const toast = () => page.$eval('.toast', ({ textContent }) => textContent)
    await expect.poll(toast).toContain('issue/1.md:')
    const line =
      readFileSync(join(issue, '1.md'), 'utf8').split('\n').indexOf(paragraph('甲', 2)) + 1
    expect(opened).toBe(`-r -g ${join(issue, '1.md')}:${line}:1`)
  })

  it('on a title opens the line of the title', async () => {
    await goTo(3)
    const box = await page.$eval('#page-3', (element) => element.getBoundingClientRect().toJSON())
    await page.mouse.move(box.left + box.width / 2, box.top + box.height * 0.17)
    await page.waitForSelector('.hovered')
    await page.mouse.click(box.left + box.width / 2, box.top + box.height * 0.17)
    await expect.poll(() => readFileSync(log, 'utf8')).toMatch(/1\.md:3:\d+\n$/)
  })

  it('on a row of the contents opens the article at its title', async () => {
    await goTo(2)
    expect(await openedBy('乙')).toMatch(/2\.md:3:1$/)
  })

  it('on the cover opens the settings at what is printed there', async () => {
    await goTo(1)
    expect(await openedBy('工作通讯')).toMatch(/bulletin\.yaml:1:1$/)
  })
})

it('findings stand beside their paragraph and in a list that leads there', async () => {
  await saved(() => writeIssue(long('甲', 1, 40).replace('甲第30段，', '甲第30段，截止到今天,')))
  await page.waitForSelector('.mark')
  const marked = await page.$eval('.mark', (mark) => mark.closest('.page')?.id)
  await page.keyboard.press('e')
  await page.click('.finding')
  await page.waitForSelector(`#${marked} .pointed`)
  expect(marked).not.toBe('page-3')
  await saved(() => writeIssue())
})

it('words are found wherever they are printed', async () => {
  await page.keyboard.press('/')
  await page.type('.query', '乙第35段')
  await page.waitForSelector('.hit.chosen')
  expect(await page.$eval('.hits', ({ textContent }) => textContent)).toBe('1 处')
  await page.waitForSelector('.page .found')
})

it('a telephone shows the pages without scrolling sideways', async () => {
  const page = await looking(browser, preview.address)
  await page.setViewport({ width: 390, height: 780, isMobile: true, hasTouch: true })
  await page.waitForSelector('.page canvas')
  for (const open of ['findings', 'search', 'thumbnails']) {
    await page.evaluate((name) => {
      document.querySelector<HTMLElement>(`[data-do="${name}"]`)?.click()
    }, open)
    const widths = await page.evaluate(() =>
      [document.documentElement, ...document.querySelectorAll('.desk, .bar, .panel:not([hidden])')]
        .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
        .map(({ className }) => className),
    )
    expect(widths, open).toEqual([])
  }
  await page.close()
})

it('facing pages lie side by side, the first one on the right', async () => {
  await page.keyboard.press('s')
  const rows = await page.$$eval('.row', (all) =>
    all.map((row) => [...row.children].map(({ id }) => id)),
  )
  expect(rows.slice(0, 2)).toEqual([
    ['', 'page-1'],
    ['page-2', 'page-3'],
  ])
  await page.keyboard.press('s')
})

it('after sleep it shows the newest pages', async () => {
  const { port, pathname, search } = new URL(preview.address)
  const cable = await cableTo(Number(port))
  const sleepy = await readingBrowser(
    join(folder, 'sleepy'),
    `MAP localhost:${port} 127.0.0.1:${cable.port}`,
  )
  try {
    const other = await looking(sleepy, `http://localhost:${port}${pathname}${search}`)
    const before = await other.evaluate(() => Number(document.body.dataset.edition))
    cable.cut()
    await other.waitForSelector('body.lost')
    await saved(() => writeIssue(long('甲', 1, 39)))
    cable.mend()
    await other.waitForFunction(
      (number) => Number(document.body.dataset.edition) > number,
      {},
      before,
    )
    await other.waitForSelector('body:not(.lost)')
  } finally {
    await sleepy.close()
    cable.close()
  }
})

it('a folder that is moved away and back is shown again', async () => {
  renameSync(issue, `${issue}-away`)
  await page.waitForSelector('body.failed .strip')
  expect(await page.$('.page canvas')).not.toBeNull()
  renameSync(`${issue}-away`, issue)
  await page.waitForSelector('body:not(.failed)')
})
