import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import pLimit from 'p-limit'
import { epochOf } from '../../engine/epoch.js'
import { filesOf } from '../../engine/output-path.js'
import { printIndex } from '../../engine/print-index.js'
import type { IndexResult, IndexSources } from '../../engine/yearly-index.js'
import { indexIssues } from '../../engine/yearly-index.js'
import { findTargets } from '../../input/files/targets.js'
import type { ExitCode } from '../../model/exit-codes.js'
import { worst } from '../../model/exit-codes.js'
import { Fault } from '../../model/fault.js'
import { issueOfManyText } from '../../report/batch.js'
import { indexCsv } from '../../report/yearly-index/csv.js'
import { indexMarkdown, isIndexMarkdown } from '../../report/yearly-index/markdown.js'
import { indexText } from '../../report/yearly-index/text.js'
import { proveOutput } from '../../system/prove-output.js'
import { proveNamedFiles } from '../named-files.js'
import type { IndexFlags } from '../options/yearly-index.js'
import type { BuildContext } from '../report-of.js'
import { reportOf } from '../report-of.js'
import { textOf } from '../source-text.js'
import type { Terminal } from '../terminal.js'
import { usualJobs } from './build.js'
import { noIssues } from './no-issues.js'
import { readingText } from './stats.js'

interface IndexHost extends Pick<BuildContext, 'openWorld' | 'build'> {
  cwd: string
  env: NodeJS.ProcessEnv
  readContributions: IndexSources['readContributions']
  terminal: Terminal
  /** Shows which issue is being read; an empty text clears it. */
  showStatus: (text: string) => void
}

/**
 * Indexes the issues and writes the requested files; without any, prints the index. Issues that are
 * not built are named, and then nothing is written.
 */
export async function runIndex(
  words: readonly string[],
  flags: IndexFlags,
  host: IndexHost,
): Promise<ExitCode> {
  await proveFiles(flags)
  const { terminal } = host
  const { targets } = await findTargets(words, host.cwd)
  const { year, by, authors: names } = flags
  const result = await indexIssues(
    { targets, by, names, ...(year !== undefined && { year }) },
    {
      readContributions: host.readContributions,
      provePages: provePages(host),
      onRead: (target, done, total) => host.showStatus(readingText(target, done, total)),
    },
  )
  host.showStatus('')
  const exitCode = worst(result.failed.map((report) => report.exitCode))
  if (!flags.json) sayTroubles(result, flags, terminal)
  else if (!result.index) {
    const { diagnostics, failed } = result
    const issues = failed.map(({ issue }) => issue)
    terminal.out(JSON.stringify({ failed: issues, diagnostics, exitCode }))
  }
  if (result.failed.length > 0) return exitCode
  if (!result.index) throw noIssues(year)
  await writeFiles(result, flags, host)
  if (flags.json) terminal.out(JSON.stringify({ ...result.index, diagnostics: [], exitCode }))
  else if (!flags.quiet && !writesFiles(flags)) terminal.out(indexText(result.index))
  return exitCode
}

const writesFiles = ({ output, csv, markdown }: IndexFlags) =>
  (output ?? csv ?? markdown) !== undefined

/** @throws {Fault} `usage` before anything is built, when a file cannot have that name. */
async function proveFiles({ output, csv, markdown }: IndexFlags): Promise<void> {
  if (output !== undefined) await proveOutput({ path: output, option: '-o', kind: 'PDF' })
  const example = '总目录'
  await proveNamedFiles([
    { option: '--csv', path: csv, ending: '.csv', example },
    { option: '--markdown', path: markdown, ending: '.md', example },
  ])
  if (markdown === undefined) return
  const before = await readFile(markdown, 'utf8').catch(() => undefined)
  if (before !== undefined && !isIndexMarkdown(before))
    throw new Fault(
      'usage',
      `“${markdown}”已经有了，不是总目录，没有动它。`,
      '换一个名字，或先把它移走。',
    )
}

const provePages =
  (host: IndexHost): IndexSources['provePages'] =>
  async (targets, onReport) => {
    host.terminal.expect(targets.length)
    const limit = pLimit(usualJobs)
    await limit.map(targets, async (target) => {
      const request = {
        target,
        files: filesOf(target, {}),
        placedBy: '-o' as const,
        drafts: false,
        strict: false,
        epoch: epochOf(host.env),
      }
      onReport(await reportOf(request, host), target)
    })
  }

function sayTroubles({ failed, undated }: IndexResult, { quiet }: IndexFlags, terminal: Terminal) {
  const options = { quiet, verbose: false, sources: textOf, paint: terminal.paint }
  for (const report of failed) terminal.say(issueOfManyText(report, '', options, new Map()))
  if (failed.length > 0) {
    const names = failed.map(({ issue }) => issue).join('、')
    terminal.say(`没有总目录：${names} 排不出来，页码不知道。\n改法：改好这几期，再来一次。`)
  }
  if (undated.length > 0)
    terminal.say(`没有收：${undated.join('、')}，没有写日期，不知道是哪一年的。`)
}

const encoded = (text: string) => new TextEncoder().encode(text)

async function writeFiles(
  { index, dress = {} }: IndexResult,
  { output, csv, markdown }: IndexFlags,
  { cwd, env, openWorld, terminal }: IndexHost,
): Promise<void> {
  if (!index || (output ?? csv ?? markdown) === undefined) return
  const said = (path: string, about = '') => terminal.say(`已写好：${path}${about}`)
  const { writeWhole } = await import('../../system/write-whole.js')
  if (csv !== undefined) {
    await writeWhole(resolve(cwd, csv), encoded(indexCsv(index)), { option: '--csv' })
    said(csv)
  }
  if (markdown !== undefined) {
    const text = encoded(indexMarkdown(index))
    await writeWhole(resolve(cwd, markdown), text, { option: '--markdown' })
    said(markdown)
  }
  if (output === undefined) return
  const print = { dress, output: resolve(cwd, output), epoch: epochOf(env) }
  const pages = await printIndex(index, print, await openWorld())
  said(output, `（${pages} 页）`)
}
