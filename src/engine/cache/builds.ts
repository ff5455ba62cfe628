import { readFile } from 'node:fs/promises'
import { exitCodes } from '../../model/exit-codes.js'
import type { IssueReport } from '../../model/report.js'
import type { Request } from '../../model/request.js'
import { digestOf, digestOfData } from '../../system/digest.js'
import { stopwatch, timingsOf } from '../timings.js'
import type { World } from '../world.js'
import { recorded } from './dependency-trace.js'
import type { Store } from './store.js'
import type { Trace, TraceContext } from './trace.js'
import { isFresh } from './trace.js'

/** Builds an issue. `openWorld` is called only when the issue really has to be built. */
export type Builder = (
  request: Request,
  openWorld: () => Promise<World>,
  make: (request: Request, world: World) => Promise<IssueReport>,
) => Promise<IssueReport>

/** A builder that neither reads nor writes the cache. */
export const buildAnew: Builder = async (request, openWorld, make) =>
  make(request, await openWorld())

/** The inputs of a build other than the files it reads. */
export interface BuildEnvironment extends TraceContext {
  tool: string
  /** Folders that are searched for fonts. */
  fontFolders: readonly string[]
  /** Milliseconds since the process started. */
  clock: () => number
}

interface KeptBuild {
  trace: Trace
  report: IssueReport
  /** Digests of the PDF and of the `--html` file. */
  pdf: string
  html?: string
}

/**
 * Returns a builder that reuses an earlier build with the same inputs: it returns that build's
 * report and ensures that its PDF is in place. Successful builds are kept in the store. `force`
 * ignores earlier builds.
 */
export const keptBuilds =
  (store: Store, environment: BuildEnvironment, force: boolean): Builder =>
  async (request, openWorld, make) => {
    const key = keyOf(request, environment)
    const { beside, spans } = stopwatch(environment)
    const known = force
      ? undefined
      : await beside('recall', () => recalled(key, request, store, environment))
    if (known) return { ...known, cached: true, steps: spans(), timings: timingsOf(spans()) }
    const recorder = recorded(await openWorld(), environment)
    const report = await make(request, recorder.world)
    const pdf = recorder.written.get(request.output)
    const trace = report.exitCode === exitCodes.built ? await recorder.trace() : undefined
    if (!trace || !pdf) return report
    const html = request.html === undefined ? undefined : recorder.written.get(request.html)
    store.keep(pdfKey(key), () => pdf)
    // Computing the digests takes milliseconds; deferred, it runs while the browser closes.
    store.keep(key, () => {
      const kept: KeptBuild = { trace, report, pdf: digestOf(pdf), html: html && digestOf(html) }
      return Buffer.from(JSON.stringify(kept))
    })
    return report
  }

/**
 * Returns the report of an earlier build whose inputs are unchanged, with its PDF in place;
 * otherwise undefined.
 */
async function recalled(
  key: string,
  request: Request,
  store: Store,
  environment: BuildEnvironment,
): Promise<IssueReport | undefined> {
  const entry = store.read(key)
  const kept = entry && (JSON.parse(entry.toString()) as KeptBuild)
  if (!kept || !(await isFresh(kept.trace, environment))) return undefined
  return (await inPlace(request, kept, () => store.read(pdfKey(key)))) ? kept.report : undefined
}

/** Returns the key of a build: everything that is known before any file is read. */
function keyOf(
  { target, output, template, drafts, strict, html, epoch }: Request,
  { tool, cwd, fontFolders }: BuildEnvironment,
): string {
  const asked = [target, output, template, drafts, strict, html, epoch]
  return `build-${digestOfData([tool, cwd, fontFolders, asked])}`
}

const pdfKey = (key: string) => `${key}-pdf`

/**
 * Returns whether the output files are unchanged. A changed or missing PDF is restored from the
 * store.
 */
async function inPlace(
  request: Request,
  kept: KeptBuild,
  keptPdf: () => Uint8Array | undefined,
): Promise<boolean> {
  if (request.html !== undefined && (await digestOfFile(request.html)) !== kept.html) return false
  if ((await digestOfFile(request.output)) === kept.pdf) return true
  const pdf = keptPdf()
  if (!pdf || digestOf(pdf) !== kept.pdf) return false
  const { writeWhole } = await import('../../system/write-whole.js')
  await writeWhole(request.output, pdf)
  return true
}

const digestOfFile = (path: string): Promise<string | undefined> =>
  readFile(path).then(digestOf, () => undefined)
