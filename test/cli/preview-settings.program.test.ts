import { join } from 'node:path'
import type { Browser, Page } from 'puppeteer'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { article, prose } from '../kit/manuscript.js'
import { looking, notingEditor, openedByClick, previewing, readingBrowser } from '../kit/preview.js'
import { workspace, writeFiles } from '../kit/workspace.js'

const folder = workspace('preview-settings')
const log = join(folder, 'opened')
let browser: Browser

beforeAll(async () => {
  browser = await readingBrowser(join(folder, 'browser'))
})
afterAll(async () => {
  await browser?.close()
})

/** Shows the last page of a preview to a function. */
async function lookingAtEnd(name: string, look: (page: Page) => Promise<void>): Promise<void> {
  const preview = await previewing([name], { cwd: folder, env: notingEditor(folder, log) })
  try {
    const page = await looking(browser, preview.address)
    await page.$$eval('.page', (all) => all.at(-1)?.scrollIntoView())
    await page.waitForSelector('.page:last-child .textLayer span')
    await look(page)
    await page.close()
  } finally {
    await preview.stop()
  }
}

/** Clicks on texts, and expects the editor to open a file at their lines. */
async function expectLines(
  page: Page,
  file: string,
  lines: Readonly<Record<string, number>>,
): Promise<void> {
  for (const [text, line] of Object.entries(lines))
    expect(await openedByClick(page, text, log), text).toContain(`${file}:${line}:`)
}

describe('a click opens the line of its own setting', () => {
  it('on the rows of the contact block, the staff and the distribution', async () => {
    writeFiles(folder, {
      'bulletin.yaml': '联系:\n  地址: 清河路八号\n  电话: 待定\n',
      'newsletter/bulletin.yaml': [
        'title: 工作通讯',
        'publisher: 群众文化协会',
        'date: 2024-03-18',
        'staff: { 总编辑: 尹 红, 责任编辑: 罗 婷 }',
        'distribution:',
        '  - 送: 各区文化馆',
        '  - 发: 各街道文化站',
        'contact:',
        '  # 一个注',
        '  电话: 五五五〇一二三',
        '  邮箱 一: bianjibu@example.cn',
        'sections: [要闻]',
        'fonts: bundled',
        '',
      ].join('\n'),
      'newsletter/1.md': article({ title: '甲', section: '要闻', unit: '秘书处' }, prose(80)),
    })
    await lookingAtEnd('newsletter', async (page) => {
      await expectLines(page, join(folder, 'bulletin.yaml'), { 清河路八号: 2 })
      await expectLines(page, join(folder, 'newsletter/bulletin.yaml'), {
        五五五〇一二三: 10,
        邮箱一: 11,
        责任编辑: 4,
        各区文化馆: 6,
        发: 7,
        群众文化协会: 2,
        '2024年3月18日': 3,
      })
    })
  })

  it('on the lines of an official document, in its front-matter too', async () => {
    writeFiles(folder, {
      'notice.md': [
        '---',
        'template: document',
        'title: 关于举办培训的通知',
        'publisher: 某某市文化馆',
        'docNumber: 某文发〔2024〕3号',
        'date: 2024-03-18',
        'recipients: 各区文化馆',
        'annotation: 联系人李四',
        'cc: 市委宣传部，市群众艺术馆',
        'printedBy: 某某市文化馆办公室',
        'printedOn: 2024-03-19',
        'proofreader: 王五',
        'copies: 120',
        'fonts: bundled',
        '---',
        '',
        prose(60),
        '',
      ].join('\n'),
    })
    await lookingAtEnd('notice.md', async (page) => {
      await expectLines(page, join(folder, 'notice.md'), {
        某某市文化馆文件: 4,
        某文发: 5,
        '2024年3月18日': 6,
        各区文化馆: 7,
        联系人李四: 8,
        市委宣传部: 9,
        某某市文化馆办公室: 10,
        '2024年3月19日': 11,
        王五: 12,
        '120份': 13,
      })
    })
  })
})
