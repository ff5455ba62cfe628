import type { Comparison, Contender } from './contender.js'
import { type Measured, measure } from './measure.js'
import { type Printed, printedBy } from './printed.js'

/** Time, memory and output of every contender. */
export type Results = ReadonlyMap<Contender, Measured & Printed>

/** Measures every contender of the comparisons once, however often it is compared. */
export async function resultsOf(
  comparisons: readonly Comparison[],
  runs: number,
): Promise<Results> {
  const contenders = [...new Set(comparisons.flatMap(({ ours, against }) => [ours, against]))]
  const measured = await measure(contenders, runs)
  const rows = [...measured].map(
    async ([one, numbers]) => [one, { ...numbers, ...(await printedBy(one)) }] as const,
  )
  return new Map(await Promise.all(rows))
}
