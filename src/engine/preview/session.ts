import { randomBytes } from 'node:crypto'
import { basename, dirname, join, resolve } from 'node:path'
import { isArticle } from '../../input/files/names.js'
import type { Edition, EditionAhead, PreviewState } from '../../model/preview.js'
import type { IssueReport } from '../../model/report.js'
import type { Request } from '../../model/request.js'
import { cutPages, readPdf } from '../../pdf/index.js'
import type { Rebuilt } from '../watch/watch.js'
import { rebuilds } from '../watch/watch.js'
import type { World } from '../world.js'
import { aheadChoice } from './ahead.js'

/** One edition as it is sent to the browser. */
export interface EditionFiles {
  /** An `Edition` as JSON. */
  json: Uint8Array
  /** The PDF of all pages. */
  pdf: Uint8Array
  /** A PDF of some pages alone, counted from 1: a fraction of the whole, and of the time to draw it. */
  pdfOf(pages: readonly number[]): Uint8Array
}

/** A previewed issue: its newest state and pages, and every build of it. */
export interface PreviewSession {
  state(): PreviewState
  /** The files of the newest edition or the one before; undefined for any other. */
  edition(number: number): EditionFiles | undefined
  /** The absolute path of a source of the issue, by its path in diagnostics and blocks. */
  sourceOf(file: string): string | undefined
  /** Builds of the issue, without end. */
  builds: AsyncGenerator<Rebuilt, void>
}

interface SessionOptions {
  /** What to build. */
  request: Omit<Request, 'files'>
  cwd: string
  world: World
  /** Builds the request in the given world; a Fault becomes a report. */
  build: (request: Request, world: World) => Promise<IssueReport>
  /** Called whenever `state` has changed. */
  onChange: () => void
  /** The pages that someone looks at, by number. */
  inView: () => readonly number[]
  /** Called when some of these pages are there before the others. */
  onAhead: (edition: EditionAhead) => void
  canOpen: boolean
}

/** Names of the files of a build, which are kept in memory. */
const names = { data: 'edition.json', pages: 'pages.pdf' }

/** Builds an issue again and again and keeps its newest pages in memory; nothing is written. */
export function previewSession(options: SessionOptions): PreviewSession {
  const { cwd, world, onChange, onAhead, inView, canOpen } = options
  const request = { ...options.request, files: [], edition: names }
  const editions = new Map<number, EditionFiles>()
  const sources = new Map<string, string>()
  const ahead = aheadChoice(inView)
  const key = randomBytes(16).toString('hex')
  let state: PreviewState = {
    key,
    building: true,
    failed: false,
    title: basename(resolve(cwd, request.target)),
    diagnostics: [],
    changed: [],
    canOpen,
  }
  const change = (next: Partial<PreviewState>) => {
    state = { ...state, ...next }
    onChange()
  }

  async function build(lent: World): Promise<IssueReport> {
    change({ building: true })
    const files = new Map<string, Uint8Array>()
    const keeping: World = {
      ...lent,
      async readIssue(target) {
        const read = await lent.readIssue(target)
        for (const one of [...read.articles, read.settings, read.parent])
          if (one) sources.set(one.path, one.absolute)
        return read
      },
      write: async (path, bytes) => void files.set(path, bytes),
      ahead: {
        wanted: ahead.wanted,
        show: (some) => onAhead({ ...some, number: (state.edition ?? 0) + 1 }),
      },
    }
    const report = await options.build(request, keeping)
    const [json, pdf] = [files.get(names.data), files.get(names.pages)]
    if (report.files && json && pdf) {
      ahead.built()
      const number = (state.edition ?? 0) + 1
      const changedPages = pagesUnlike(editions.get(number - 1)?.json, json)
      editions.set(number, { json, pdf, pdfOf: (pages) => cutPages(readPdf(pdf), pages) })
      editions.delete(number - 2)
      state = { ...state, edition: number, changedPages }
    }
    return report
  }

  async function* builds(): AsyncGenerator<Rebuilt, void> {
    for await (const rebuilt of rebuilds({ target: request.target, cwd, world, build })) {
      const { report, changed, took } = rebuilt
      const { fault, ...rest } = state
      state = rest
      change({
        building: false,
        failed: report.files === undefined,
        ...(report.title !== undefined && { title: report.title }),
        diagnostics: report.diagnostics,
        ...(report.fault && { fault: report.fault }),
        changed: changed.map((path) => nameIn(resolve(cwd, request.target), path)),
        took: Math.round(took),
      })
      yield rebuilt
    }
  }

  return {
    state: () => state,
    edition: (number) => editions.get(number),
    sourceOf: (file) => sources.get(file),
    builds: builds(),
  }
}

/** The pages of an edition that look unlike all pages of the edition before. */
function pagesUnlike(before: Uint8Array | undefined, after: Uint8Array): number[] {
  const digestsOf = (json: Uint8Array) =>
    (JSON.parse(Buffer.from(json).toString()) as Edition).pages.map(({ digest }) => digest)
  const known = new Set(before ? digestsOf(before) : [])
  return digestsOf(after).flatMap((digest, index) => (known.has(digest) ? [] : [index + 1]))
}

/** The name of a changed file as the editor knows it: within the issue's folder, else its own. */
function nameIn(target: string, path: string): string {
  const folder = isArticle(target) ? dirname(target) : target
  return path.startsWith(join(folder, '/')) ? path.slice(folder.length + 1) : basename(path)
}
