import type { Contender } from './contender.js'
import type { Result, Results } from './results.js'

/** Something that must hold, worked out from the results of a scene. */
export interface Target {
  /** What the table calls it. */
  name: string
  /** What the value may be at most. */
  most: number
  /** Undefined where it cannot be told. */
  value(results: Results): number | undefined
}

type Measure = (result: Result) => number | undefined

const time = (result: Result): number => result.time.median
const memory: Measure = (result) => result.memory?.median

/** One contender's measure over another's. */
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

/** How many browsers and other helpers it starts. */
export const helpersOf = (ours: Contender, most: number): Target => ({
  name: `启动的其他进程（浏览器）：${ours.name}`,
  most,
  value(results) {
    const processes = results.get(ours)?.processes
    return processes === undefined ? undefined : processes - 1
  },
})

/** How far apart the times per page of issues of different lengths are. */
export const growth = (contenders: readonly Contender[], most: number): Target => ({
  name: `每页用时，整个进程：最大 ÷ 最小（${familyOf(contenders)}）`,
  most,
  value(results) {
    const perPage = resultsOf(contenders, results).map((result) => time(result) / result.pages)
    return Math.max(...perPage) / Math.min(...perPage)
  },
})

/** The same of each page more: what does not grow (Node, the browser's start) cancels out. */
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

/** What contenders of several lengths are called before the length. */
const familyOf = ([first]: readonly Contender[]) => first?.name.split('，')[0] ?? ''

const resultsOf = (contenders: readonly Contender[], results: Results): Result[] =>
  contenders.flatMap((one) => results.get(one) ?? [])
