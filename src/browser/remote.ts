import type { Browser } from 'puppeteer'
import { BrowserLost, Fault } from '../model/fault.js'
import { abortable } from './abortable.js'
import { afterAwake } from './awake-timer.js'
import { connectTo } from './connect.js'
import type { OpenBrowser } from './open-browser.js'
import { openPage } from './page.js'
import { checkVersion } from './version.js'

/**
 * Connects to a browser running elsewhere, such as a browserless service. Its pages are in a
 * context of their own; closing only disconnects.
 *
 * @throws Fault `environment` if it does not respond within `timeout` ms.
 */
export async function openRemote(url: string, timeout: number): Promise<OpenBrowser> {
  const where = withoutSecrets(url)
  const browser = await connect(url, where, timeout)
  try {
    const { during, isLost } = guarded(browser, where)
    const { name, version } = checkVersion(await during(() => browser.version()), where)
    const context = await during(() => browser.createBrowserContext())
    let closed: Promise<void> | undefined
    const leave = async () => {
      await context.close().catch(() => {})
      await browser.disconnect()
    }
    const close = () => {
      closed ??= leave()
      return closed
    }
    const newPage: OpenBrowser['newPage'] = (resources) =>
      during(() => openPage(context, resources))
    const kill = () => void browser.disconnect()
    return { browser, name, version, pid: undefined, newPage, during, isLost, close, kill }
  } catch (error) {
    await browser.disconnect()
    throw error
  }
}

async function connect(url: string, where: string, timeout: number): Promise<Browser> {
  let cancel = () => {}
  const timedOut = new Promise<never>((_, reject) => {
    cancel = afterAwake(timeout, () => reject(new Error(`no answer in ${timeout} ms`)))
  })
  try {
    return await Promise.race([connectTo({ browserWSEndpoint: url }), timedOut])
  } catch (cause) {
    throw new Fault(
      'environment',
      `连不上浏览器“${where}”。`,
      '检查地址和口令是否写对、那边的浏览器是否开着；或者不写 ws:// 地址，用本机的浏览器。',
      { cause },
    )
  } finally {
    cancel()
  }
}

function guarded(browser: Browser, where: string): Pick<OpenBrowser, 'during' | 'isLost'> {
  const isLost = () => !browser.connected
  const { abort, during } = abortable(isLost)
  browser.once('disconnected', () =>
    abort(
      new BrowserLost(`和浏览器“${where}”的连接断了，没有排完。`, '再试一次，或用本机的浏览器。'),
    ),
  )
  return { during, isLost }
}

/** URLs of such services contain a password in the query or before the host. */
function withoutSecrets(url: string): string {
  const { protocol, host, pathname } = URL.canParse(url)
    ? new URL(url)
    : { protocol: 'ws:', host: '', pathname: '' }
  return `${protocol}//${host}${pathname}`
}
