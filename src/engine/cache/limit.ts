import { Fault } from '../../model/fault.js'

const MB = 1_048_576

/** Default limit of the cache for earlier builds, in MB. */
const usualLimit = 512

/** @throws {Fault} `usage` when BULLETIN_CACHE_SIZE is not a whole number. */
export function limitOf({ BULLETIN_CACHE_SIZE: text }: NodeJS.ProcessEnv): number {
  if (!text) return usualLimit * MB
  if (/^\d{1,6}$/.test(text)) return Number(text) * MB
  throw new Fault(
    'usage',
    `环境变量 BULLETIN_CACHE_SIZE 写的“${text}”不是整数。`,
    `写缓存最多占多少 MB，如 ${usualLimit}；写 0 就不用缓存。`,
  )
}
