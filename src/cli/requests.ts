import { resolve, sep } from 'node:path'
import { epochOf } from '../engine/epoch.js'
import { filesOf, placedInSite } from '../engine/output-path.js'
import { Fault } from '../model/fault.js'
import { formatNames } from '../model/format.js'
import type { PlacingOption, Request } from '../model/request.js'
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
  if (flags.site === undefined && flags.baseUrl !== undefined)
    throw new Fault('usage', '--base-url 要和 --site 一起用。', '加上 --site 文件夹，或删去它。')
  const formats = formatsOf(flags)
  if (flags.site !== undefined) refuseWithSite(flags)
  const requests = targets.map((target) => ({
    target,
    placedBy: placedBy(flags, targets.length),
    ...(flags.site === undefined
      ? { files: filesOf(target, { ...flags, formats }) }
      : placedInSite(target, flags.site, formats)),
    template: flags.template,
    drafts: flags.drafts,
    strict: flags.strict,
    html: flags.html,
    epoch: epochOf(env),
  }))
  refuseSameOutput(requests)
  if (flags.site !== undefined) refuseOwnFolder(requests)
  return requests
}

/** The option that says, or would say, where the files of a number of issues go. */
export function placedBy(
  { site, outDir }: { site?: string; outDir?: string },
  issues: number,
): PlacingOption {
  if (site !== undefined) return '--site'
  return outDir !== undefined || issues > 1 ? '--out-dir' : '-o'
}

/** The formats to write; a site needs the page. */
export const formatsOf = ({ format, site }: Pick<BuildFlags, 'format' | 'site'>) =>
  site === undefined
    ? format
    : formatNames.filter((name) => name === 'html' || format?.includes(name) === true)

/** A site has places of its own for its files, and its list names all issues. */
function refuseWithSite(flags: BuildFlags): void {
  const others = [
    ['-o', flags.output],
    ['--out-dir', flags.outDir],
    ['--html', flags.html],
    ['--shard', flags.shard],
    ['--watch', flags.watch || undefined],
  ] as const
  const other = others.find(([, value]) => value !== undefined)
  if (other)
    throw new Fault(
      'usage',
      `--site 不能和 ${other[0]} 一起用。`,
      `删去 ${other[0]}；要它，就另外运行一次。`,
    )
}

/** Neither the pages of a site nor its list may end up among the articles of an issue. */
function refuseOwnFolder(requests: readonly Request[]): void {
  const own = requests.find(({ target, files }) =>
    files.some(({ path }) => resolve(path).startsWith(resolve(target) + sep)),
  )
  if (own)
    throw new Fault(
      'usage',
      `网站会存进“${own.target}”，和稿件混在一起。`,
      '--site 写另一个文件夹，如 --site public。',
    )
}

/** @throws {Fault} `usage` when two issues have the same output. */
export function refuseSameOutput(
  requests: readonly { target: string; files: readonly { path: string }[] }[],
): void {
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
