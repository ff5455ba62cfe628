import type { Browser, ConnectOptions } from 'puppeteer'

/** Milliseconds that one command may take; a thick issue on a slow machine prints for minutes. */
const PATIENCE = 600_000

/** Puppeteer's connection to a browser that runs already. */
export async function connectTo(
  where: Pick<ConnectOptions, 'transport' | 'browserWSEndpoint'>,
): Promise<Browser> {
  const connect = await loadConnect()
  return connect({ ...where, defaultViewport: null, protocolTimeout: PATIENCE })
}

/**
 * Its `connect` alone: the package's browser entry leaves out downloading and launching, and loads
 * in a third of the time (160 against 450 ms). The same code otherwise; it has no types of its own.
 */
export async function loadConnect() {
  const { connect } = await import('puppeteer/internal/puppeteer-core-browser.js')
  return connect as unknown as (options: ConnectOptions) => Promise<Browser>
}
