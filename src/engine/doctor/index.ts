import { resolve } from 'node:path'
import { cacheFolderOf, openBrowser } from '../../browser/index.js'
import { Fault } from '../../model/fault.js'
import type { Health } from '../../model/health.js'
import type { HostOptions } from '../host.js'
import { lintPrepared } from '../lint-prepared.js'
import { prepare } from '../prepare.js'
import { stopwatch } from '../timings.js'
import type { World } from '../world.js'
import { browserHealth } from './browser.js'
import { fontsHealth, issueHealth, sampleHtml } from './fonts.js'
import {
  cacheHealth,
  defaultOutputFolder,
  diskHealth,
  localeHealth,
  nodeHealth,
  picturesHealth,
  writeHealth,
} from './machine.js'

/** What to check in addition to the machine. */
export interface DoctorRequest {
  /** An issue whose characters and fonts are checked too. */
  target?: string
  /** Absolute path of the font sample: `.html`, or `.pdf`, which needs the browser. */
  sample?: string
}

/** Checks everything that a build needs. Problems are returned as results, not thrown. */
export async function examine(
  { target, sample }: DoctorRequest,
  host: HostOptions & { version: string },
  world: World,
): Promise<Health[]> {
  const { cwd, env, platform, browser: executable } = host
  const out = target === undefined ? cwd : defaultOutputFolder(resolve(cwd, target))
  const cache = await cacheFolderOf(env).catch((error: unknown) => faultOf(error))
  const found: Health[] = [nodeHealth(host.version), await picturesHealth()]
  const browser =
    typeof cache === 'string' ? await browserHealth({ env, cacheFolder: cache, executable }) : []
  found.push(...browser)
  const prints = browser.some(({ name, state }) => name === 'browser' && state === 'ok')
  const writesSample = sample !== undefined && (prints || !isPdf(sample))
  found.push(...(await fontsOf(target, writesSample ? sample : undefined, host, world)))
  found.push(typeof cache === 'string' ? await cacheHealth(cache) : { ...cache, name: 'cache' })
  found.push(await diskHealth(out), await writeHealth(out), localeHealth(env, platform))
  return found
}

async function fontsOf(
  target: string | undefined,
  sample: string | undefined,
  host: HostOptions,
  world: World,
): Promise<Health[]> {
  try {
    const prepared =
      target === undefined
        ? undefined
        : await prepare(
            await world.readIssue(target),
            { drafts: true, measureOnly: true },
            world,
            stopwatch(world),
          )
    const fonts = prepared?.fonts ?? (await world.chooseFonts(undefined)).value
    const found = fontsHealth(fonts.report)
    if (prepared) {
      const diagnostics = [...prepared.diagnostics, ...(await lintPrepared(prepared))]
      found.push(...issueHealth(diagnostics))
    }
    if (sample !== undefined)
      await world.write(sample, await rendered(await sampleHtml(fonts), sample, host), '--sample')
    return found
  } catch (error) {
    return [{ ...faultOf(error), name: 'font' }]
  }
}

/** Returns the sample as HTML or as a printed PDF. */
async function rendered(
  html: string,
  sample: string,
  { env, browser }: HostOptions,
): Promise<Uint8Array> {
  if (!isPdf(sample)) return new TextEncoder().encode(html)
  const cacheFolder = await cacheFolderOf(env)
  const open = await openBrowser({ executable: browser, env, cacheFolder })
  try {
    return await open.during(async () => {
      const page = await open.newPage()
      await page.setContent(html)
      return page.pdf({ preferCSSPageSize: true, printBackground: true })
    })
  } finally {
    await open.close()
  }
}

const isPdf = (path: string) => /\.pdf$/i.test(path)

function faultOf(error: unknown): Omit<Health, 'name'> {
  if (!(error instanceof Fault)) throw error
  return { state: 'error', message: error.message, hint: error.hint }
}
