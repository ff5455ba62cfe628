import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import puppeteer from 'puppeteer'
import { startBackground } from './background.js'
import type { Contender } from './contender.js'
import { type BenchContext, bulletinProgram } from './context.js'
import type { EditedIssue } from './edited-issue.js'
import { rest } from './rest.js'

/** Words of the paragraph that is edited: the page in view is the one that changes. */
const words = '望津区现有文化客厅'

/**
 * `bulletin preview`: from saving an article until the changed page is on the screen of a browser
 * that looks at it. `stop` ends both.
 */
export async function previewed(
  { folder: issue, fix }: EditedIssue,
  { env, browser, folder }: BenchContext,
): Promise<{ contender: Contender; stop: () => Promise<void> }> {
  const program = startBackground([...bulletinProgram(), 'preview', issue, '--no-open'], env)
  const address = await program.nextLine()
  const viewer = await puppeteer.launch({
    executablePath: browser.program,
    pipe: true,
    userDataDir: join(folder, 'viewer'),
    args: ['--no-sandbox', '--disable-gpu'],
    env: { ...env, ...browser.env },
  })
  const page = await viewer.newPage()
  await page.setViewport({ width: 1280, height: 900 })
  await page.goto(address)
  await page.waitForSelector('body[data-edition]')
  await page.keyboard.press('/')
  await page.type('.query', words)
  await page.waitForSelector('.hit.chosen')
  const edited = await page.$eval('.page .found', (found) => found.closest('.page')?.id ?? '')
  await page.keyboard.press('Escape')
  const contender: Contender = {
    name: 'preview 改一段',
    pdfs: [],
    async run(onStart = () => {}) {
      await rest()
      onStart(program.pid)
      const since = performance.now()
      const changed = page.evaluate(
        (id) =>
          new Promise<void>((resolve) => {
            const before = document.querySelector(`#${id} > canvas`)
            const watcher = new MutationObserver(() => {
              const now = document.querySelector(`#${id} > canvas`)
              if (now === before) return
              watcher.disconnect()
              // The frame after the next begins when the changed page has been painted.
              requestAnimationFrame(() => requestAnimationFrame(() => resolve()))
            })
            watcher.observe(document.body, { childList: true, subtree: true })
          }),
        edited,
      )
      await fix()
      await Promise.race([changed, program.ended])
      return performance.now() - since
    },
  }
  const stop = async () => {
    await viewer.close()
    await program.stop()
  }
  return { contender, stop }
}
