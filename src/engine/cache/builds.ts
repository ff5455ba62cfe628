import { isDeepStrictEqual } from 'node:util'
import { exitCodes } from '../../model/exit-codes.js'
import type { FormatName } from '../../model/format.js'
import type { IssueReport } from '../../model/report.js'
import type { Request } from '../../model/request.js'
import { digestOf } from '../../system/digest.js'
import { stopwatch, timingsOf } from '../timings.js'
import type { World } from '../world.js'
import { recorded } from './dependency-trace.js'
import { inPlace } from './in-place.js'
import type { BuildEnvironment } from './keys.js'
import { buildKey, pagesKey, pdfKey } from './keys.js'
import { freshPages, keptPages, onlyPdf, pagesOf } from './pages.js'
import type { Store } from './store.js'
import type { Trace } from './trace.js'
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

interface KeptBuild {
  trace: Trace
  report: IssueReport
  /** Digests of the files in the order of the request, and of the `--html` file. */
  files: string[]
  html?: string
}

/**
 * Returns a builder that reuses an earlier build with the same inputs: it returns that build's
 * report and ensures that its files are in place. Successful builds are kept in the store. `force`
 * ignores earlier builds.
 */
export const keptBuilds =
  (store: Store, environment: BuildEnvironment, force: boolean): Builder =>
  async (request, openWorld, make) => {
    const { beside, spans } = stopwatch(environment)
    const recall = async () =>
      (await recalled(request, store, environment)) ??
      (await recalledPdf(request, store, environment))
    const known = force ? undefined : await beside('recall', recall)
    if (known) return { ...known, cached: true, steps: spans(), timings: timingsOf(spans()) }
    return built(request, await openWorld(), { store, environment, make })
  }

/**
 * Returns a builder that only proves the page numbers of an issue: it writes no file, and reuses an
 * earlier build with the same inputs whatever files that one wrote. What it prints is kept for a
 * later build.
 */
export const provedPages =
  (store: Store, environment: BuildEnvironment): Builder =>
  async (request, openWorld, make) => {
    const kept = await freshPages(request, store, environment)
    if (kept) return { ...kept.report, cached: true }
    const world = { ...(await openWorld()), write: async () => {} }
    return built(request, world, { store, environment, make })
  }

/** A builder that proves pages without a cache. */
export const provedAnew: Builder = async (request, openWorld, make) =>
  make(request, { ...(await openWorld()), write: async () => {} })

interface Keeping {
  store: Store
  environment: BuildEnvironment
  make: (request: Request, world: World) => Promise<IssueReport>
}

/** Builds an issue and keeps the result if it was built. */
async function built(
  request: Request,
  world: World,
  { store, environment, make }: Keeping,
): Promise<IssueReport> {
  const recorder = recorded(world, environment)
  const report = await make(request, recorder.world)
  const trace = report.exitCode === exitCodes.built ? await recorder.trace() : undefined
  if (!trace) return report
  const files = request.files.map(({ format, path }) => ({
    format,
    bytes: recorder.written.get(path) ?? new Uint8Array(),
  }))
  const html = request.html === undefined ? undefined : recorder.written.get(request.html)
  const key = buildKey(request, environment)
  for (const { format, bytes } of files)
    store.keep(fileKey(request, format, environment), () => bytes)
  // Computing the digests takes milliseconds; deferred, it runs while the browser closes.
  store.keep(key, () => {
    const digests = files.map(({ bytes }) => digestOf(bytes))
    const kept: KeptBuild = { trace, report, files: digests, html: html && digestOf(html) }
    return Buffer.from(JSON.stringify(kept))
  })
  // Without pages when no file needed them.
  if (report.pages !== undefined) keepPages({ request, report, trace, files }, store, environment)
  return report
}

interface Pages extends Pick<KeptBuild, 'trace' | 'report'> {
  request: Request
  files: readonly { format: FormatName; bytes: Uint8Array }[]
}

/** Keeps the pages of a build. Where it made no PDF of them, an earlier build's stays with them. */
function keepPages(
  { request, report, trace, files }: Pages,
  store: Store,
  environment: BuildEnvironment,
): void {
  const pdf = files.find(({ format }) => format === 'pdf')?.bytes
  if (!pdf && isDeepStrictEqual(keptPages(request, store, environment)?.trace, trace)) return
  store.keep(pagesKey(request, environment), () => pagesOf(report, trace, pdf))
}

/**
 * Returns the report of an earlier build whose inputs are unchanged, with its files in place;
 * otherwise undefined.
 */
async function recalled(
  request: Request,
  store: Store,
  environment: BuildEnvironment,
): Promise<IssueReport | undefined> {
  const entry = store.read(buildKey(request, environment))
  const kept = entry && (JSON.parse(entry.toString()) as KeptBuild)
  if (!kept || !(await isFresh(kept.trace, environment))) return undefined
  return placed(request, kept, store, environment)
}

/**
 * The same for a request for the PDF alone, of whose pages an earlier build may have made other files
 * too.
 */
async function recalledPdf(
  request: Request,
  store: Store,
  environment: BuildEnvironment,
): Promise<IssueReport | undefined> {
  if (!onlyPdf(request)) return undefined
  const kept = await freshPages(request, store, environment)
  if (kept?.pdf === undefined) return undefined
  if (request.strict && kept.report.diagnostics.length > 0) return undefined
  return placed(request, { report: kept.report, files: [kept.pdf] }, store, environment)
}

/** Puts the files of an earlier build in place; returns its report, undefined when one is lost. */
async function placed(
  request: Request,
  kept: Pick<KeptBuild, 'report' | 'files' | 'html'>,
  store: Store,
  environment: BuildEnvironment,
): Promise<IssueReport | undefined> {
  const stored = (format: FormatName) => store.read(fileKey(request, format, environment))
  if (!(await inPlace(request, kept, stored))) return undefined
  const pdf = request.files.find(({ format }) => format === 'pdf')
  return { ...kept.report, files: request.files, ...(pdf && { pdf: pdf.path }) }
}

/** The PDF is the same whatever other files are made, so it is kept once for all of them. */
const fileKey = (request: Request, format: FormatName, environment: BuildEnvironment): string =>
  format === 'pdf' ? pdfKey(request, environment) : `${buildKey(request, environment)}-${format}`
