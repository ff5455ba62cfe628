import { parseArgs } from 'node:util'
import type { BenchOptions } from './run-scenes.js'

const usage = '--runs 次数  --only 场次  --issues 期数  --pictures 张数  --json'

/** @throws {Error} for an invalid number. */
export function benchOptions(): BenchOptions & { only: string[] } {
  const { values } = parseArgs({
    options: {
      runs: { type: 'string', default: '5' },
      issues: { type: 'string', default: '40' },
      pictures: { type: 'string', default: '20' },
      only: { type: 'string', multiple: true, default: [] },
      json: { type: 'boolean', default: false },
    },
  })
  const [runs, issues, pictures] = [values.runs, values.issues, values.pictures].map(Number)
  const isCount = (count: number | undefined): count is number =>
    count !== undefined && Number.isInteger(count) && count >= 1
  if (!isCount(runs) || !isCount(issues) || !isCount(pictures))
    throw new Error(`次数、期数、张数要写 1 以上的整数。${usage}`)
  return { runs, issues, pictures, only: values.only, json: values.json }
}
