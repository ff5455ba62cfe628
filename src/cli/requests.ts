import { resolve, sep } from 'node:path'
import { epochOf } from '../engine/epoch.js'
import { filesOf } from '../engine/output-path.js'
import { Fault } from '../model/fault.js'
import type { Request } from '../model/request.js'
import { byPath } from '../text/natural-order.js'
import type { BuildFlags } from './options/build.js'
import type { Shard } from './shard.js'
import { partOf } from './shard.js'

/**
 * @throws {Fault} `usage` when the flags contradict the number of issues or one another, or when
 *   two issues have the same output.
 */
export function requestsOf(
  targets: readonly string[],
  flags: BuildFlags,
  env: NodeJS.ProcessEnv,
): Request[] {
  if (targets.length > 1 && (flags.output ?? flags.html) !== undefined) {
    const flag = flags.output === undefined ? '--html' : '-o'
    throw new Fault(
      'usage',
      `一次生成几期时不能用 ${flag}。`,
      '改用 --out-dir 指定文件夹，或一次只生成一期。',
    )
  }
  if (flags.output !== undefined && flags.outDir !== undefined) {
    throw new Fault('usage', '-o 和 --out-dir 只能写一个。', '删去其中一个。')
  }
  if (flags.failFast && flags.keepGoing) {
    throw new Fault('usage', '--keep-going 和 --fail-fast 只能写一个。', '删去其中一个。')
  }
  const requests = targets.map((target) => ({
    target,
    files: filesOf(target, { ...flags, formats: flags.format }),
    template: flags.template,
    drafts: flags.drafts,
    strict: flags.strict,
    html: flags.html,
    epoch: epochOf(env),
  }))
  refuseSameOutput(requests)
  return requests
}

function refuseSameOutput(requests: readonly Request[]): void {
  const seen = new Map<string, string>()
  for (const { target, files } of requests) {
    for (const { path } of files) {
      const absolute = resolve(path)
      const other = seen.get(absolute)
      if (other !== undefined) {
        throw new Fault(
          'usage',
          `“${other}”和“${target}”会存成同一个文件 ${path}。`,
          '分两次生成，各用 -o 指定文件名。',
        )
      }
      seen.set(absolute, target)
    }
  }
}

/**
 * Returns the part of a run that a shard builds. It does not depend on the order of the arguments.
 */
export function shardOfRequests(requests: readonly Request[], shard: Shard): Request[] {
  const place = ({ target }: Request) => resolve(target).split(sep).join('/')
  return partOf(
    requests.toSorted((a, b) => byPath(place(a), place(b))),
    shard,
  )
}
