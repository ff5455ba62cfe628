import type { Resolve } from '../../engine/fetch/index.js'
import { fetchPictures } from '../../engine/fetch/index.js'
import { readIssue } from '../../input/files/index.js'
import { findTargets } from '../../input/files/targets.js'
import type { ExitCode } from '../../model/exit-codes.js'
import { exitCodes, worst } from '../../model/exit-codes.js'
import { Fault } from '../../model/fault.js'
import type { Fetched } from '../../model/fetched.js'
import { fetchSummary, pictureLine, plannedLines, troublesText } from '../../report/fetch-text.js'
import type { FetchFlags } from '../options/fetch.js'
import type { Terminal } from '../terminal.js'

interface FetchContext {
  cwd: string
  terminal: Terminal
  /** Shows the progress of an issue; on a live terminal the next text replaces it. */
  showStatus: (issue: string, text: string) => void
  resolve: Resolve
  /** Aborted by Ctrl-C. */
  signal: AbortSignal
}

const megabyte = 1e6

/**
 * Fetches the pictures of every issue that is named, one issue after the other, and returns the
 * worst exit code.
 */
export async function runFetch(
  words: readonly string[],
  flags: FetchFlags,
  context: FetchContext,
): Promise<ExitCode> {
  if (words.length === 0) {
    throw new Fault(
      'usage',
      '没有写要下载哪一期的图片。',
      '写上文件夹，如 bulletin fetch issue-54/。',
    )
  }
  const { targets } = await findTargets(words, context.cwd)
  const codes: ExitCode[] = []
  for (const target of targets) {
    codes.push(
      context.signal.aborted ? exitCodes.interrupted : await fetchOne(target, flags, context),
    )
  }
  return worst(codes)
}

async function fetchOne(
  target: string,
  flags: FetchFlags,
  context: FetchContext,
): Promise<ExitCode> {
  const { cwd, terminal, resolve, signal, showStatus } = context
  const { dryRun, allowPrivate, json, quiet } = flags
  const showsProgress = !json && !quiet && !dryRun
  const sources = await readIssue(target, { cwd })
  const fetched = await fetchPictures(sources, {
    limits: {
      file: flags.maxSize * megabyte,
      total: flags.maxTotal * megabyte,
      time: flags.timeout * 1000,
    },
    dryRun,
    allowPrivate,
    resolve,
    signal,
    onPicture(picture, done, total) {
      if (!showsProgress) return
      showStatus(target, pictureLine(picture, done, total))
    },
  })
  if (showsProgress) showStatus(target, '')
  const exitCode = codeOf(fetched, signal)
  if (json) {
    terminal.out(JSON.stringify({ issue: target, ...fetched, dryRun, exitCode }))
    return exitCode
  }
  if (dryRun) for (const line of plannedLines(fetched)) terminal.out(line)
  if (exitCode === exitCodes.interrupted) {
    terminal.say('中途停止了；再运行一次，接着下载。')
    return exitCode
  }
  // When offline, one message covers all pictures; with --dry-run, the list already contains the
  // rest.
  const offline = exitCode === exitCodes.environment
  const pictures = offline || dryRun ? [] : fetched.pictures
  terminal.say(troublesText({ ...fetched, pictures }, terminal.paint))
  if (offline) terminal.say(nothingReached)
  else if (!quiet) terminal.say(summaryOf(fetched, target, dryRun))
  return exitCode
}

function summaryOf(fetched: Fetched, target: string, dryRun: boolean): string {
  const none = fetched.pictures.length === 0 && fetched.untouched.length === 0
  return none ? `没有网上的图片：${target}` : fetchSummary(fetched, dryRun)
}

/**
 * Returns `environment` when no server responded for any picture: the cause is then the network
 * rather than an address.
 */
function codeOf({ pictures, untouched }: Fetched, signal: AbortSignal): ExitCode {
  if (signal.aborted) return exitCodes.interrupted
  const missing = pictures.filter(({ trouble }) => trouble)
  if (missing.length === 0 && untouched.length === 0) return exitCodes.built
  const silent = missing.filter(({ trouble }) => trouble?.unanswered)
  return pictures.length > 0 && silent.length === pictures.length
    ? exitCodes.environment
    : exitCodes.content
}

const nothingReached = `一张图片也没有连上，稿件没有动。
改法：看看能不能上网；要经过代理才能上网的，在浏览器里另存到 images/（下载时不用代理）。`
