import { Fault } from '../model/fault.js'

/** One of the equal parts that a run is split into, for machines that share the work. */
export interface Shard {
  /** From 1. */
  index: number
  total: number
}

/** What `--shard` was given: a part, or `auto`, which asks the machine's environment. */
export type ShardOption = Shard | 'auto'

/** `2/8` or `auto`; undefined when it is neither. */
export function shardOption(typed: string): ShardOption | undefined {
  if (typed === 'auto') return 'auto'
  const [, index, total] = /^(\d{1,4})\/(\d{1,4})$/.exec(typed) ?? []
  return shard(Number(index), Number(total))
}

const shard = (index: number, total: number): Shard | undefined =>
  index >= 1 && index <= total ? { index, total } : undefined

/** Where build servers say which of their machines this is. */
const servers = [
  // GitLab.
  { index: 'CI_NODE_INDEX', total: 'CI_NODE_TOTAL', first: 1 },
  // Kubernetes does not tell the number of pods: the job's own file has to.
  { index: 'JOB_COMPLETION_INDEX', total: 'JOB_COMPLETIONS', first: 0 },
] as const

/**
 * The part that `--shard` means.
 *
 * @throws Fault `usage` when `auto` finds nothing, or half of it, or nonsense. Building everything
 * then would be done by every machine, and building a part would leave issues out unseen.
 */
export function shardOf(wish: ShardOption, env: NodeJS.ProcessEnv): Shard {
  if (wish !== 'auto') return wish
  for (const { index, total, first } of servers) {
    const [at, of] = [env[index], env[total]]
    // GitLab says a total of 1, and no index, to a job that is not split.
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

/** The members of a part: every `total`-th, so that long issues that stand together are spread. */
export const partOf = <T>(sorted: readonly T[], { index, total }: Shard): T[] =>
  sorted.filter((_, place) => place % total === index - 1)
