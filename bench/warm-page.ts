import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import type { Contender } from './contender.js'
import type { FinishedPage } from './finished-page.js'
import type { Grounds } from './grounds.js'
import { startLasting } from './lasting.js'
import { plainScript } from './scripts.js'

/** Bare Puppeteer that keeps its browser and the loaded page, and only prints. `stop` ends it. */
export async function warmPage(
  { page }: FinishedPage,
  { folder, env, browser }: Grounds,
): Promise<{ contender: Contender; stop: () => Promise<void> }> {
  const out = join(folder, 'out', 'warm')
  mkdirSync(out, { recursive: true })
  const pdf = join(out, 'issue-54.pdf')
  const script = await plainScript('bare')
  const press = startLasting([process.execPath, script, browser.program, page, pdf, '--again'], {
    ...env,
    ...browser.env,
  })
  await press.line()
  const contender: Contender = {
    name: '热页面再打印',
    pdfs: [pdf],
    async run(onStart = () => {}) {
      onStart(press.pid)
      const since = performance.now()
      const printed = press.line()
      press.say('again')
      await printed
      return performance.now() - since
    },
  }
  return { contender, stop: press.hangUp }
}
