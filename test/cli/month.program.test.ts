import { cpSync, mkdirSync, readdirSync, readFileSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { withOutputs } from '../kit/console-blocks.js'
import { looking, previewing, readingBrowser } from '../kit/preview.js'
import { bulletin } from '../kit/program.js'
import { readPdf } from '../kit/read-pdf.js'
import { hasTerminal, onTerminal } from '../kit/terminal-session.js'
import { root, workspace } from '../kit/workspace.js'

const cwd = workspace('month')
const walkthrough = join(root, 'docs/editors/month.md')
const issue = '群众文化通讯/2021年第4期'

/** Manuscripts whose section nobody has told, with what the editor chooses. */
const asked = [
  ['小结怎样写', '怎样写好一篇活动小结', '调查研究'],
  ['望津区自管公约', '望津区的自管公约', '工作交流'],
  ['渡口值守', '渡口边的值守', '工作交流'],
] as const
const sections = ['工作交流', '调查研究', '简讯']

function receive() {
  const mail = join(cwd, '投稿')
  mkdirSync(mail)
  cpSync(join(root, 'fixtures/word/投稿'), mail, { recursive: true })
  for (const [name, , section] of asked)
    renameSync(join(mail, section, `${name}.docx`), join(mail, `${name}.docx`))
}

async function run(line: string): Promise<string> {
  const [, ...words] = line.split(' ')
  if (words[0] !== 'import') {
    const { code, stdout, stderr } = await bulletin(words, { cwd })
    expect(code, stderr).toBe(0)
    // Which fonts are stand-ins depends on the machine.
    return (stdout + stderr).replace(/^代用字体：.*\n/m, '').trimEnd()
  }
  const answers = asked.map(([, title, section]) => ({
    when: `“${title}”属于哪个栏目`,
    type: `${'\u001b[B'.repeat(sections.indexOf(section))}\r`,
  }))
  const { code, screen } = await onTerminal(words, { cwd, answers })
  expect(code, screen).toBe(0)
  return screen
}

it.skipIf(!hasTerminal)(
  'makes an issue of a month of Word files as the walkthrough says, with three sections chosen by hand',
  async () => {
    receive()
    const document = readFileSync(walkthrough, 'utf8')
    await expect(await withOutputs(document, run)).toMatchFileSnapshot(walkthrough)
    const articles = readdirSync(join(cwd, issue)).filter((name) => name.endsWith('.md'))
    expect(articles).toHaveLength(14)
    await leafThrough()
    const { pages } = await readPdf(readFileSync(join(cwd, `${issue}.pdf`)))
    const [cover = '', ...rest] = pages.map((page) => page.text.replace(/\s/g, ''))
    expect(cover).toContain('第4期（总第56期）')
    for (const name of articles.filter((one) => !one.startsWith('2'))) {
      const [, title = ''] = /^\d+-(.*)\.md$/.exec(name) ?? []
      // In the contents, and over the article.
      expect(rest.filter((text) => text.includes(title)).length).toBeGreaterThanOrEqual(2)
    }
  },
  180_000,
)

/** Goes through the pages of the preview, which are those of the PDF, and opens its findings. */
async function leafThrough() {
  const preview = await previewing([issue, '--no-open'], { cwd })
  const browser = await readingBrowser(join(cwd, 'browser'))
  try {
    const page = await looking(browser, preview.address)
    const { pages } = await readPdf(readFileSync(join(cwd, `${issue}.pdf`)))
    expect(await page.$$eval('.page', (shown) => shown.length)).toBe(pages.length)
    for (let number = 2; number <= pages.length; number++) {
      await page.keyboard.press('n')
      await page.waitForFunction(
        (wanted) => document.querySelector<HTMLInputElement>('.at .number')?.value === wanted,
        {},
        String(number),
      )
    }
    await page.click('[data-do="findings"]')
    await page.waitForFunction(() =>
      /像素/.test(document.querySelector('.findings.panel')?.textContent ?? ''),
    )
  } finally {
    await browser.close()
    await preview.stop()
  }
}
