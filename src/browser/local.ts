import { abortable } from './abortable.js'
import { afterAwake } from './awake-timer.js'
import { connectTo, loadConnect } from './connect.js'
import { type Running, startBrowser } from './launch.js'
import type { OpenBrowser } from './open-browser.js'
import { openPage } from './page.js'
import { makeRunFolder, sweepRunFolders } from './run-folder.js'
import { exitFault, noAnswer, pageCrash, startFault } from './symptoms.js'
import { checkVersion } from './version.js'

interface Start {
  program: string
  env: NodeJS.ProcessEnv
  browserEnv: Record<string, string>
  cacheFolder: string
  onSpawn?: () => void
  /** Time after which an unresponsive browser is given up, in ms. */
  timeout: number
}

/** Fixed locale, so that font selection does not depend on the system's language. */
const LANGUAGE = { LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8', LANGUAGE: '' }

/**
 * Starts a browser on this machine and connects to it.
 *
 * @throws Fault `environment`, with the end of the browser's standard error as its cause.
 */
export async function openLocal(start: Start): Promise<OpenBrowser> {
  const { program, cacheFolder } = start
  const folder = await makeRunFolder(cacheFolder)
  const env = { ...start.env, ...start.browserEnv, ...LANGUAGE }
  const running = startBrowser({ program, folder, env })
  start.onSpawn?.()
  // A browser whose program was killed a moment ago may still write; at the end it has ended too.
  const swept = sweepRunFolders(cacheFolder)
  const sweepAgain = async () => {
    await swept
    await sweepRunFolders(cacheFolder)
  }
  const close = async () => {
    await Promise.all([running.close(), sweepAgain()])
  }
  try {
    const answer = await connectOrFail(running, start)
    return { ...answer, pid: running.pid, close, ...guarded(running, answer.browser) }
  } catch (error) {
    await close()
    throw error
  }
}

/** Connects; rejects if the browser ends or does not respond. */
async function connectOrFail(running: Running, { program, timeout }: Start) {
  let cancel = () => {}
  const timedOut = new Promise<never>((_, reject) => {
    cancel = afterAwake(timeout, () =>
      reject(noAnswer(timeout / 1000, program, running.stderrTail())),
    )
  })
  const exited = running.ended.then((end) => {
    throw startFault(end, program)
  })
  const answer = connectWhileAlive(running, program).catch((error: unknown) => {
    // The broken pipe is only a symptom; `exited` rejects with the reason.
    if (running.isDisconnected()) return exited
    throw error
  })
  try {
    return await Promise.race([answer, exited, timedOut])
  } finally {
    cancel()
  }
}

async function connectWhileAlive({ isDisconnected, transport }: Running, program: string) {
  await loadConnect()
  if (isDisconnected()) throw new Error('the browser ended while puppeteer was loaded')
  const browser = await connectTo({ transport })
  return { browser, ...checkVersion(await browser.version(), program) }
}

/** Runs work that rejects with a Fault if the browser or a page crashes. */
function guarded(running: Running, browser: Parameters<typeof openPage>[0]) {
  const { abort, isAborted, during } = abortable(running.isDisconnected)
  void running.ended.then((end) => abort(exitFault(end)))
  const newPage: OpenBrowser['newPage'] = (resources) =>
    during(async () => {
      const page = await openPage(browser, resources)
      page.on('error', (cause) => abort(pageCrash(cause)))
      return page
    })
  const isLost = () => isAborted() || running.isDisconnected()
  return { during, newPage, isLost, kill: running.kill }
}
