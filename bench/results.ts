import type { Contender } from './contender.js'
import { type Measured, measure } from './measure.js'
import { type Printed, printedBy } from './printed.js'

/** Time, memory and output of a contender. */
export type Result = Measured & Printed

export type Results = ReadonlyMap<Contender, Result>

/** Measures every contender, then reads its PDFs. */
export async function resultsOf(contenders: readonly Contender[], runs: number): Promise<Results> {
  const results = new Map<Contender, Result>()
  for (const [one, measured] of await measure(contenders, runs)) {
    results.set(one, { ...measured, ...(await printedBy(one)) })
  }
  return results
}
