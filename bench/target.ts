import type { Contender } from './contender.js'
import type { Result, Results } from './results.js'

/** A limit for a value computed from the results of a scene. */
export interface Target {
  /** Name in the table. */
  name: string
  /** The highest allowed value. */
  most: number
  /** Undefined when it cannot be measured. */
  value(results: Results): number | undefined
}

type Measure = (result: Result) => number | undefined

const time = (result: Result): number => result.time.median
const memory: Measure = (result) => result.memory?.median

/** Makes targets for the ratio of one contender's measure to another's. */
const ratio =
  (word: string, measure: Measure) =>
  (ours: Contender, against: Contender, most: number): Target => ({
    name: `${word}：${ours.name} ÷ ${against.name}`,
    most,
    value(results) {
      const [a, b] = [ours, against].map((one) => {
        const result = results.get(one)
        return result && measure(result)
      })
      return a !== undefined && b !== undefined ? a / b : undefined
    },
  })

export const timeRatio = ratio('时间', time)
export const memoryRatio = ratio('内存', memory)
export const sizeRatio = ratio('PDF 大小', ({ bytes }) => bytes)

/** How many ms more one takes than another. */
export const timeDifference = (ours: Contender, against: Contender, most: number): Target => ({
  name: `多用的毫秒：${ours.name} − ${against.name}`,
  most,
  value(results) {
    const [a, b] = [ours, against].map((one) => results.get(one))
    return a && b ? time(a) - time(b) : undefined
  },
})

/**
 * How much more time one takes than another, in the time that `unit` takes: a difference that means the
 * same on a fast machine and on a slow one.
 */
export const differenceIn = (
  unit: Contender,
  ours: Contender,
  against: Contender,
  most: number,
): Target => ({
  name: `（${ours.name} − ${against.name}）÷ ${unit.name}`,
  most,
  value(results) {
    const [a, b, one] = [ours, against, unit].map((contender) => results.get(contender))
    return a && b && one ? (time(a) - time(b)) / time(one) : undefined
  },
})

/** The number of browsers and other child processes that it starts. */
export const helpersOf = (ours: Contender, most: number): Target => ({
  name: `启动的其他进程（浏览器）：${ours.name}`,
  most,
  value(results) {
    const processes = results.get(ours)?.processes
    return processes === undefined ? undefined : processes - 1
  },
})

/** The ratio of the highest to the lowest time per page among issues of different lengths. */
export const growth = (contenders: readonly Contender[], most: number): Target => ({
  name: `每页用时，整个进程：最大 ÷ 最小（${familyOf(contenders)}）`,
  most,
  value(results) {
    const perPage = resultsOf(contenders, results).map((result) => time(result) / result.pages)
    return Math.max(...perPage) / Math.min(...perPage)
  },
})

/** The same for each additional page: constant costs (Node, browser start) cancel out. */
export const marginalGrowth = (contenders: readonly Contender[], most: number): Target => ({
  name: `每增加一页的用时：后一段 ÷ 前一段（${familyOf(contenders)}）`,
  most,
  value(results) {
    const [short, middle, long] = resultsOf(contenders, results)
    if (!short || !middle || !long) return undefined
    const perPage = (from: Result, to: Result) => (time(to) - time(from)) / (to.pages - from.pages)
    return perPage(middle, long) / perPage(short, middle)
  },
})

/** Returns the part of the contenders' names before the length. */
const familyOf = ([first]: readonly Contender[]) => first?.name.split('，')[0] ?? ''

const resultsOf = (contenders: readonly Contender[], results: Results): Result[] =>
  contenders.flatMap((one) => results.get(one) ?? [])
