import { existsSync, mkdirSync, readFileSync, renameSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { inject } from 'vitest'
import type { IssueReport } from '../../src/model/report.js'
import type { RunOptions } from './program.js'
import { bulletin } from './program.js'
import type { Pdf } from './read-pdf.js'
import { readPdf } from './read-pdf.js'
import type { Files } from './workspace.js'
import { copyFixture, writeFiles } from './workspace.js'

/** A printed issue. */
export interface Printed {
  report: IssueReport
  /** The issue's folder. */
  folder: string
  /** Bytes of the PDF; empty if none was made. */
  bytes: Uint8Array
  pdf: Pdf
}

/** Represents a PDF that was not made. */
const nothing: Pdf = {
  pages: [],
  outline: [],
  labels: null,
  info: {},
  fonts: new Map(),
  lang: '',
  showsTitle: false,
}

/** Prints one issue, given as a folder or as files. */
export async function buildFixture(into: string, issue: string | Files): Promise<Printed> {
  const { one } = await press(into, { one: issue })
  return one
}

/**
 * Prints several issues with one browser, through the command line. An issue is a folder's path or
 * its files; the latter use the bundled fonts unless their settings name others.
 */
export async function press<Name extends string>(
  into: string,
  issues: Record<Name, string | Files>,
  { words = [], ...options }: RunOptions & { words?: readonly string[] } = {},
): Promise<Record<Name, Printed>> {
  const names = Object.keys(issues) as Name[]
  const folders = names.map((name) => {
    const issue = issues[name]
    return typeof issue === 'string' ? issue : writeFiles(join(into, name), withFonts(issue))
  })
  const out = join(into, 'out')
  mkdirSync(out, { recursive: true })
  const run = await bulletin(['build', ...folders, '--out-dir', out, '--json', ...words], options)
  const reports = run.stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as IssueReport)
  const printed = {} as Record<Name, Printed>
  for (const [index, name] of names.entries()) {
    const folder = folders[index] ?? ''
    const report = reports.find(({ issue }) => issue === folder)
    if (!report) throw new Error(`no report of ${name}: exit ${run.code}\n${run.stderr}`)
    const bytes = report.pdf === undefined ? new Uint8Array() : readFileSync(report.pdf)
    printed[name] = { report, folder, bytes, pdf: report.pdf ? await readPdf(bytes) : nothing }
  }
  return printed
}

function withFonts(files: Files): Files {
  const settings = String(files['bulletin.yaml'] ?? '')
  if (/^(fonts|字体):/m.test(settings)) return files
  return { ...files, 'bulletin.yaml': `${settings}\nfonts: bundled\n` }
}

/** The fixtures that this worker has printed and read. */
const readFixtures = new Map<string, Promise<Printed>>()

/**
 * Prints an issue of `fixtures/` with the bundled fonts. It is printed once in a run, and read once
 * in a worker, even if several test files use it.
 */
export function pressFixture(fixture: string): Promise<Printed> {
  const known = readFixtures.get(fixture)
  if (known) return known
  const printed = printFixture(fixture)
  readFixtures.set(fixture, printed)
  return printed
}

async function printFixture(fixture: string): Promise<Printed> {
  const home = join(inject('runFolder'), fixture.replaceAll('/', '-'))
  const kept = join(home, 'kept')
  if (!existsSync(kept)) {
    // Two workers may print it at the same time; the result of the first to finish is kept.
    const own = `${home}-${process.pid}`
    const folder = copyFixture(fixture, own)
    const pdf = join(own, `${basename(folder)}.pdf`)
    const run = await bulletin(['build', folder, '-o', pdf, '--json'])
    writeFiles(own, { 'report.json': run.stdout })
    mkdirSync(home, { recursive: true })
    try {
      renameSync(own, kept)
    } catch (error) {
      if (!existsSync(kept)) throw error
    }
  }
  const report = JSON.parse(readFileSync(join(kept, 'report.json'), 'utf8')) as IssueReport
  if (report.pdf === undefined) throw new Error(JSON.stringify(report.diagnostics, null, 1))
  const bytes = readFileSync(join(kept, basename(report.pdf)))
  const folder = join(kept, basename(dirname(report.pdf)), fixture)
  return { report, folder, bytes, pdf: await readPdf(bytes) }
}
