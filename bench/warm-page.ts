import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { startBackground } from './background.js'
import type { Contender } from './contender.js'
import { type BenchContext, outFolder } from './context.js'
import type { FinishedPage } from './finished-page.js'
import { plainScript } from './scripts.js'

/**
 * Bare Puppeteer that keeps the browser and the loaded page and only prints. With `reload`, it
 * reloads the page before each print, as a changed page requires. `stop` ends the process.
 */
export async function warmPage(
  { page }: FinishedPage,
  context: BenchContext,
  { reload = false }: { reload?: boolean } = {},
): Promise<{ contender: Contender; stop: () => Promise<void> }> {
  const { env, browser } = context
  const pdf = join(await outFolder(context, reload ? 'reloaded' : 'warm'), 'issue-54.pdf')
  const script = await plainScript('bare')
  const command = [
    process.execPath,
    script,
    browser.program,
    page,
    pdf,
    reload ? '--reload' : '--again',
  ] as const
  const printer = startBackground(command, { ...env, ...browser.env })
  await printer.nextLine()
  const contender: Contender = {
    name: reload ? '热页面重新装入再打印' : '热页面再打印',
    pdfs: [pdf],
    async run(onStart = () => {}) {
      onStart(printer.pid)
      const since = performance.now()
      const printed = printer.nextLine()
      printer.write('again')
      await printed
      return performance.now() - since
    },
  }
  return { contender, stop: printer.endInput }
}
