import { Fault } from '../model/fault.js'

/** One of the `total` equal parts of a run that is divided between machines. */
export interface Shard {
  /** Counted from 1. */
  index: number
  total: number
}

/** The value of `--shard`: a part, or `auto`, which reads it from the environment. */
export type ShardOption = Shard | 'auto'

/** Parses `2/8` or `auto`; returns undefined for anything else. */
export function shardOption(typed: string): ShardOption | undefined {
  if (typed === 'auto') return 'auto'
  const [, index, total] = /^(\d{1,4})\/(\d{1,4})$/.exec(typed) ?? []
  return shard(Number(index), Number(total))
}

const shard = (index: number, total: number): Shard | undefined =>
  index >= 1 && index <= total ? { index, total } : undefined

/** Environment variables in which build servers give this machine's index and the total. */
const servers = [
  // GitLab.
  { index: 'CI_NODE_INDEX', total: 'CI_NODE_TOTAL', first: 1 },
  // Kubernetes does not set the total; the job's manifest has to set JOB_COMPLETIONS.
  { index: 'JOB_COMPLETION_INDEX', total: 'JOB_COMPLETIONS', first: 0 },
] as const

/**
 * @throws {Fault} `usage` when `auto` finds no variables, only one of the two, or invalid values.
 *   Building everything as a fallback would repeat the work on every machine; guessing a part would
 *   silently omit issues.
 */
export function shardOf(option: ShardOption, env: NodeJS.ProcessEnv): Shard {
  if (option !== 'auto') return option
  for (const { index, total, first } of servers) {
    const [at, of] = [env[index], env[total]]
    // For a job that is not split, GitLab sets the total to 1 and no index.
    if (at === undefined && of === '1') return { index: 1, total: 1 }
    if (at === undefined && of === undefined) continue
    const found = isWhole(at) && isWhole(of) ? shard(Number(at) + 1 - first, Number(of)) : undefined
    if (found) return found
    throw new Fault(
      'usage',
      `--shard auto 读不懂环境变量：${index} 是${spelt(at)}，${total} 是${spelt(of)}。`,
      `两个都要有：${index} 从 ${first} 数起，${total} 是一共几份；或者直接写 --shard 2/8。`,
    )
  }
  const known = servers.map(({ index, total }) => `${index} 和 ${total}`).join('，或 ')
  throw new Fault(
    'usage',
    '--shard auto 找不到这是第几份。',
    `设好环境变量 ${known}；或者直接写 --shard 2/8；不分就删去 --shard。`,
  )
}

const isWhole = (text: string | undefined): boolean => /^\d{1,4}$/.test(text ?? '')
const spelt = (text: string | undefined) => (text === undefined ? '空的' : `“${text}”`)

/**
 * Returns the members of a part: every `total`-th, so that adjacent long issues go to different
 * parts.
 */
export const partOf = <T>(sorted: readonly T[], { index, total }: Shard): T[] =>
  sorted.filter((_, place) => place % total === index - 1)
