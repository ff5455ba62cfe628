import { dirname } from 'node:path'
import type { ExitCode } from '../../model/exit-codes.js'
import { exitCodes } from '../../model/exit-codes.js'
import type { IssueReport } from '../../model/report.js'
import type { Request } from '../../model/request.js'
import { issueText } from '../../report/human.js'
import { refuseLinkedFolder } from '../../system/linked-folder.js'
import { proveOutput } from '../../system/prove-output.js'
import type { BuildFlags } from '../options/build.js'
import type { BuildContext } from '../report-of.js'
import { reportOf } from '../report-of.js'
import { formatsOf, requestsOf, shardOfRequests } from '../requests.js'
import type { Shard } from '../shard.js'
import { shardOf } from '../shard.js'
import { textOf } from '../source-text.js'
import type { Terminal } from '../terminal.js'
import { timingsText, writeTrace } from '../timings.js'

/**
 * Default of `--jobs`: the number of issues built concurrently. With two, reading one overlaps with
 * printing the other.
 */
export const usualJobs = 2

/** The dependencies of `bulletin build`. */
export interface BuildCommandContext extends BuildContext {
  terminal: Terminal
  env: NodeJS.ProcessEnv
}

/**
 * Builds every issue that is named, or this shard's part of them, and returns the worst exit code.
 */
export async function runBuild(
  words: readonly string[],
  flags: BuildFlags,
  context: BuildCommandContext,
): Promise<ExitCode> {
  const { terminal, env } = context
  const { trace } = flags
  if (trace !== undefined) {
    await proveOutput({ path: trace, option: '--trace', kind: 'Trace Event' })
  }
  const shard = flags.shard && shardOf(flags.shard, env)
  const { findTargets } = await import('../../input/files/targets.js')
  const { targets, leftOut } = await findTargets(words)
  const all = requestsOf(targets, flags, env)
  if (flags.site !== undefined) await proveSite(all, flags.site)
  const [first] = all
  if (first && all.length === 1 && !shard) return buildOne(first, flags, context)
  const requests = shard ? shardOfRequests(all, shard) : all
  if (!flags.json && !flags.quiet) {
    if (leftOut.length > 0) terminal.say(leftOutText(leftOut))
    if (shard) terminal.say(shardText(shard, requests.length, all.length))
  }
  if (requests.length === 0) return exitCodes.built
  const { runBatch } = await import('./batch.js')
  const build = (request: Request) => reportOf(request, context)
  const finished = siteWriter(flags, terminal)
  return runBatch(requests, flags, { build, terminal, finished, jobs: flags.jobs ?? usualJobs })
}

/** @throws {Fault} `usage` when the folder of an issue is a link out of the site. */
async function proveSite(requests: readonly Request[], site: string): Promise<void> {
  const folders = new Set(requests.flatMap(({ files }) => files.map(({ path }) => dirname(path))))
  const linked = { purpose: '网页不能放进去', hint: '删去这个链接，再运行一次。' }
  for (const folder of folders) await refuseLinkedFolder(folder, site, linked)
}

/** Writes the list of issues of a site, once all are built. */
const siteWriter = ({ site, baseUrl, json, quiet }: BuildFlags, terminal: Terminal) =>
  site === undefined
    ? undefined
    : async (reports: readonly IssueReport[]) => {
        const { writeSite } = await import('./site.js')
        const said = await writeSite(reports, { site, baseUrl })
        if (!json && !quiet) terminal.say(said)
      }

async function buildOne(
  request: Request,
  flags: BuildFlags,
  context: BuildCommandContext,
): Promise<ExitCode> {
  const { terminal } = context
  const openWorld = () => context.openWorld({ alone: true })
  const report = await reportOf(request, { ...context, openWorld })
  if (flags.json) terminal.out(JSON.stringify(report))
  else {
    const options = { ...flags, formats: formatsOf(flags), sources: textOf, paint: terminal.paint }
    terminal.say(issueText(report, options))
  }
  terminal.say(timingsText(flags, report))
  await writeTrace(flags, [report])
  await siteWriter(flags, terminal)?.([report])
  return report.exitCode
}

function leftOutText(leftOut: readonly string[]): string {
  const some = leftOut.slice(0, 3).join('、')
  return leftOut.length > 3
    ? `没有排：${some} 等 ${leftOut.length} 个，不是一期。`
    : `没有排：${some}，不是一期。`
}

const shardText = ({ index, total }: Shard, part: number, all: number): string =>
  part === 0
    ? `第 ${index}/${total} 份：一共 ${all} 期，没有分到，什么都不用排。`
    : `第 ${index}/${total} 份：一共 ${all} 期，分到 ${part} 期。`
