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

/** Builds an issue in a world that is opened when it is needed. */
export type Builder = (
  request: Request,
  openWorld: () => Promise<World>,
  make: (request: Request, world: World) => Promise<IssueReport>,
) => Promise<IssueReport>

/** Builds without looking at earlier builds, nor keeping anything. */
export const buildAnew: Builder = async (request, openWorld, make) =>
  make(request, await openWorld())

/** What a build depends on besides what it reads. */
export interface Setting extends TraceContext {
  tool: string
  /** Where fonts are looked for. */
  fontFolders: readonly string[]
  /** Milliseconds since the process started. */
  clock: () => number
}

interface KeptBuild {
  trace: Trace
  report: IssueReport
  /** Digest of the PDF, and of what `--html` wrote. */
  pdf: string
  html?: string
}

/**
 * Builds only what an earlier build did not make from the same: otherwise gives the report of that
 * one, and sees to it that its PDF is in place. What was built without an error is kept in the store.
 * `force` looks at no earlier build.
 */
export const keptBuilds =
  (store: Store, setting: Setting, force: boolean): Builder =>
  async (request, openWorld, make) => {
    const key = keyOf(request, setting)
    const { beside, spans } = stopwatch(setting)
    const known = force
      ? undefined
      : await beside('recall', () => recalled(key, request, store, setting))
    if (known) return { ...known, cached: true, steps: spans(), timings: timingsOf(spans()) }
    const recorder = recorded(await openWorld(), setting)
    const report = await make(request, recorder.world)
    const pdf = recorder.written.get(request.output)
    const trace = report.exitCode === exitCodes.built ? await recorder.trace() : undefined
    if (!trace || !pdf) return report
    const html = request.html === undefined ? undefined : recorder.written.get(request.html)
    store.keep(pdfKey(key), () => pdf)
    // The digests take milliseconds, for which nobody waits while the browser ends.
    store.keep(key, () => {
      const kept: KeptBuild = { trace, report, pdf: digestOf(pdf), html: html && digestOf(html) }
      return Buffer.from(JSON.stringify(kept))
    })
    return report
  }

/** The report of an earlier build that would come out the same today, its PDF in place. */
async function recalled(
  key: string,
  request: Request,
  store: Store,
  setting: Setting,
): Promise<IssueReport | undefined> {
  const entry = store.read(key)
  const kept = entry && (JSON.parse(entry.toString()) as KeptBuild)
  if (!kept || !(await isFresh(kept.trace, setting))) return undefined
  return (await inPlace(request, kept, () => store.read(pdfKey(key)))) ? kept.report : undefined
}

/** Everything that is known before anything is read. */
function keyOf(
  { target, output, template, drafts, strict, html, epoch }: Request,
  { tool, cwd, fontFolders }: Setting,
): string {
  const asked = [target, output, template, drafts, strict, html, epoch]
  return `build-${digestOfData([tool, cwd, fontFolders, asked])}`
}

const pdfKey = (key: string) => `${key}-pdf`

/** Whether the files are as they were written; a PDF that is not comes back from the store. */
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
