import { readFile } from 'node:fs/promises'
import { exitCodes } from '../../model/exit-codes.js'
import type { FormatName } from '../../model/format.js'
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
    const key = keyOf(request, environment)
    const { beside, spans } = stopwatch(environment)
    const known = force
      ? undefined
      : await beside('recall', () => recalled(key, request, store, environment))
    if (known) return { ...known, cached: true, steps: spans(), timings: timingsOf(spans()) }
    return built(key, request, await openWorld(), { store, environment, make })
  }

/**
 * Returns a builder that only proves the page numbers of an issue: it writes no file, and reuses an
 * earlier build with the same inputs whatever file that one was written to. What it prints is kept
 * for a later build.
 */
export const provedPages =
  (store: Store, environment: BuildEnvironment): Builder =>
  async (request, openWorld, make) => {
    const entry = store.read(pagesKey(request, environment))
    const kept = entry && (JSON.parse(entry.toString()) as Pick<KeptBuild, 'trace' | 'report'>)
    if (kept && (await isFresh(kept.trace, environment))) return { ...kept.report, cached: true }
    const world = { ...(await openWorld()), write: async () => {} }
    return built(keyOf(request, environment), request, world, { store, environment, make })
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
  key: string,
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
  for (const { format, bytes } of files) store.keep(fileKey(key, format), () => bytes)
  // Computing the digests takes milliseconds; deferred, it runs while the browser closes.
  store.keep(key, () => {
    const digests = files.map(({ bytes }) => digestOf(bytes))
    const kept: KeptBuild = { trace, report, files: digests, html: html && digestOf(html) }
    return Buffer.from(JSON.stringify(kept))
  })
  // Without pages when no file needed them.
  if (report.pages !== undefined)
    store.keep(pagesKey(request, environment), () => Buffer.from(JSON.stringify({ trace, report })))
  return report
}

/**
 * Returns the report of an earlier build whose inputs are unchanged, with its files in place;
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
  const stored = (format: FormatName) => store.read(fileKey(key, format))
  if (!(await inPlace(request, kept, stored))) return undefined
  const pdf = request.files.find(({ format }) => format === 'pdf')
  return { ...kept.report, files: request.files, ...(pdf && { pdf: pdf.path }) }
}

/**
 * Returns the key of a build: everything that is known before any file is read, except where
 * its files go, which does not change their bytes.
 */
function keyOf(
  { target, files, template, drafts, strict, html, site, epoch }: Request,
  { tool, cwd, fontFolders }: BuildEnvironment,
): string {
  const formats = files.map(({ format }) => format)
  const asked = [target, formats, template, drafts, strict, html, site, epoch]
  return `build-${digestOfData([tool, cwd, fontFolders, asked])}`
}

const fileKey = (key: string, format: FormatName) => `${key}-${format}`
/** Returns the key of an issue's page numbers, which do not depend on where it is written. */
function pagesKey(
  { target, template, drafts }: Request,
  { tool, cwd, fontFolders }: BuildEnvironment,
): string {
  return `pages-${digestOfData([tool, cwd, fontFolders, [target, template, drafts]])}`
}

/**
 * Returns whether the output files are unchanged. Those that are changed or missing are restored
 * from the store.
 */
async function inPlace(
  request: Request,
  kept: KeptBuild,
  stored: (format: FormatName) => Uint8Array | undefined,
): Promise<boolean> {
  if (request.html !== undefined && (await digestOfFile(request.html)) !== kept.html) return false
  for (const [index, { format, path }] of request.files.entries()) {
    const digest = kept.files[index]
    if ((await digestOfFile(path)) === digest) continue
    const bytes = stored(format)
    if (!bytes || digestOf(bytes) !== digest) return false
    const { writeWhole } = await import('../../system/write-whole.js')
    await writeWhole(path, bytes)
  }
  return true
}

const digestOfFile = (path: string): Promise<string | undefined> =>
  readFile(path).then(digestOf, () => undefined)
