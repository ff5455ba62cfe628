import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { digestOf, digestOfData } from '../digest.js'
import { exitCodes } from '../exit.js'
import type { Request } from '../pipeline.js'
import type { IssueReport } from '../report/issue-report.js'
import type { World } from '../world.js'
import { recorded } from './recorder.js'
import type { Store } from './store.js'
import type { Around, Trace } from './trace.js'
import { stillHolds } from './trace.js'

/** The builds of earlier runs. */
export interface Builds {
  /** The report of the same build, when it would come out the same today; its PDF is in place then. */
  recall(request: Request): Promise<IssueReport | undefined>
  /** Builds, and keeps what was made when nothing was wrong. */
  build(request: Request, world: World, make: Build): Promise<IssueReport>
}

export type Build = (request: Request, world: World) => Promise<IssueReport>

/** What a build depends on besides what it reads. */
export interface Setting extends Around {
  tool: string
  /** Where fonts are looked for. */
  fontFolders: readonly string[]
  /** Milliseconds from an arbitrary start. */
  clock: () => number
}

interface KeptBuild {
  trace: Trace
  report: IssueReport
  /** Digest of the PDF, and of what `--html` wrote. */
  pdf: string
  html?: string
}

/** Builds that are kept in a store; `blind` ones are never recalled (`--force`). */
export function keptBuilds(store: Store, setting: Setting, blind: boolean): Builds {
  return {
    async recall(request) {
      const since = setting.clock()
      const kept = blind ? undefined : buildIn(store.read(keyOf(request, setting)))
      if (!kept || !(await stillHolds(kept.trace, setting))) return undefined
      if (!(await inPlace(request, kept, store))) return undefined
      return { ...kept.report, cached: true, timings: { recall: setting.clock() - since } }
    },
    async build(request, world, make) {
      const recorder = recorded(world, setting)
      const report = await make(request, recorder.world)
      const pdf = recorder.written.get(request.output)
      const trace = report.exitCode === exitCodes.built ? await recorder.trace() : undefined
      if (!trace || !pdf) return report
      const html = request.html === undefined ? undefined : recorder.written.get(request.html)
      const digest = digestOf(pdf)
      const kept: KeptBuild = { trace, report, pdf: digest, html: html && digestOf(html) }
      store.keep(pdfKey(digest), () => pdf)
      store.keep(keyOf(request, setting), () => Buffer.from(JSON.stringify(kept)))
      return report
    },
  }
}

/** Everything that is known before anything is read. */
function keyOf(
  { target, output, template, drafts, strict, html, epoch }: Request,
  { tool, cwd, fontFolders }: Setting,
): string {
  const asked = [target, output, template, drafts, strict, html, epoch]
  return `build-${digestOfData([tool, cwd, fontFolders, asked])}`
}

const pdfKey = (digest: string) => `pdf-${digest}`

function buildIn(bytes: Buffer | undefined): KeptBuild | undefined {
  return bytes && (JSON.parse(bytes.toString()) as KeptBuild)
}

/** Whether the files are as they were written; a PDF that is not comes back from the store. */
async function inPlace(request: Request, kept: KeptBuild, store: Store): Promise<boolean> {
  if (request.html !== undefined && (await digestOfFile(request.html)) !== kept.html) return false
  if ((await digestOfFile(request.output)) === kept.pdf) return true
  const pdf = store.read(pdfKey(kept.pdf))
  if (!pdf) return false
  const { writeWhole } = await import('../finish/index.js')
  await writeWhole(request.output, pdf)
  return true
}

async function digestOfFile(path: string): Promise<string | undefined> {
  return readFile(resolve(path)).then(digestOf, () => undefined)
}
