import { Fault } from '../../model/fault.js'

const MB = 1_048_576

/** Megabytes that earlier builds may take up when BULLETIN_CACHE_SIZE does not say. */
const usualLimit = 512

/**
 * Bytes that earlier builds may take up; 0 keeps none.
 *
 * @throws Fault `usage` when BULLETIN_CACHE_SIZE is no number.
 */
export function limitOf({ BULLETIN_CACHE_SIZE: text }: NodeJS.ProcessEnv): number {
  if (!text) return usualLimit * MB
  if (/^\d{1,6}$/.test(text)) return Number(text) * MB
  throw new Fault(
    'usage',
    `环境变量 BULLETIN_CACHE_SIZE 写的“${text}”不是整数。`,
    `写缓存最多占多少 MB，如 ${usualLimit}；写 0 就不用缓存。`,
  )
}
