import { dirname, relative, resolve, sep } from 'node:path'
import pLimit from 'p-limit'
import { buildAnew } from '../../engine/cache/index.js'
import type { Rebuilt } from '../../engine/watch/watch.js'
import { rebuilds } from '../../engine/watch/watch.js'
import type { World } from '../../engine/world.js'
import { isArticle } from '../../input/files/names.js'
import { findTargets } from '../../input/files/targets.js'
import type { ExitCode } from '../../model/exit-codes.js'
import { exitCodes, worst } from '../../model/exit-codes.js'
import { Fault } from '../../model/fault.js'
import type { IssueReport } from '../../model/report.js'
import { issueText } from '../../report/human.js'
import { rebuiltText } from '../../report/rebuilt.js'
import type { BuildFlags } from '../options/build.js'
import { reportOf } from '../report-of.js'
import { formatsOf, requestsOf } from '../requests.js'
import { textOf } from '../source-text.js'
import type { Terminal } from '../terminal.js'
import { timingsText } from '../timings.js'
import { usualJobs } from './build.js'

interface WatchContext {
  openWorld: () => Promise<World>
  terminal: Terminal
  env: NodeJS.ProcessEnv
  /** Shows the status of an issue, replacing its previous status. */
  showStatus: (issue: string, text: string) => void
  /** Whether the terminal erases the previous status. */
  live: boolean
}

/**
 * Builds every issue that is named, and rebuilds it whenever its files change, until the program is
 * interrupted. Returns early only when the first build of an issue cannot be attempted: a wrong
 * name, no browser.
 */
export async function runWatch(
  words: readonly string[],
  flags: BuildFlags,
  context: WatchContext,
): Promise<ExitCode> {
  const { openWorld, terminal, env } = context
  refuseFlags(flags)
  const { targets } = await findTargets(words)
  const requests = requestsOf(targets, flags, env)
  const world = await openWorld()
  const limit = pLimit(flags.jobs ?? usualJobs)
  const sessions = requests.map((request) => {
    const { target } = request
    const build = (lent: World) =>
      limit(() => reportOf(request, { openWorld: async () => lent, build: buildAnew, terminal }))
    const rebuilt = rebuilds({ target, cwd: process.cwd(), world, build })
    return { target, rebuilt, print: resultPrinter(target, flags, context) }
  })
  try {
    const firsts = sessions.map(async ({ rebuilt, print }) => {
      const { value } = await rebuilt.next()
      if (!value) throw new Error('the first build of an issue gave nothing')
      print(value)
      return value.report
    })
    const reports = await Promise.all(firsts)
    if (reports.some(({ fault }) => fault)) return worst(reports.map(({ exitCode }) => exitCode))
    if (!flags.quiet && !flags.json) {
      terminal.say(`正在监视 ${targets.join('、')}，一保存就重排；按 Ctrl-C 结束。`)
    }
    const endless = sessions.map(async ({ rebuilt, print }) => {
      for await (const one of rebuilt) print(one)
    })
    await Promise.all(endless)
    return exitCodes.built
  } finally {
    for (const { rebuilt } of sessions) void rebuilt.return()
  }
}

/** Flags that cannot be combined with `--watch`. */
const clashing = {
  force: '--force',
  trace: '--trace',
  shard: '--shard',
  failFast: '--fail-fast',
} as const

function refuseFlags(flags: BuildFlags): void {
  for (const [name, flag] of Object.entries(clashing) as [keyof typeof clashing, string][]) {
    if (!flags[name]) continue
    throw new Fault('usage', `--watch 和 ${flag} 不能一起用。`, `删去 ${flag}。`)
  }
}

/** Returns the function that prints every build of an issue, as text or as JSON. */
function resultPrinter(
  target: string,
  flags: BuildFlags,
  { terminal, showStatus, live }: WatchContext,
): (rebuilt: Rebuilt) => void {
  const options = { ...flags, formats: formatsOf(flags), sources: textOf, paint: terminal.paint }
  const issue = resolve(target)
  const folder = isArticle(issue) ? dirname(issue) : issue
  let first: IssueReport | undefined
  let before: IssueReport | undefined
  return ({ report, changed: paths, took }) => {
    const changed = paths.filter((path) => path !== folder).map((path) => nameOf(path, folder))
    if (flags.json) terminal.out(JSON.stringify({ ...report, changed, took }))
    else if (!first || !before) {
      terminal.say(issueText(report, options))
      terminal.say(timingsText(flags, report))
    } else {
      const failedBefore = before.files === undefined
      const visible = (live ? first : before).diagnostics
      const at = new Date().toTimeString().slice(0, 8)
      const text = rebuiltText({ report, failedBefore, visible, changed, took, at }, options)
      showStatus(target, [text, timingsText(flags, report)].filter(Boolean).join('\n'))
    }
    first ??= report
    before = report
  }
}

/**
 * Returns a path relative to the issue's folder, or to the working directory when it is outside.
 */
function nameOf(path: string, folder: string): string {
  const inside = relative(folder, path)
  const name = inside.startsWith('..') ? relative(process.cwd(), path) || path : inside
  return name.split(sep).join('/')
}
