import type { IssueContributions } from '../../model/statistics.js'
import { digestOfData } from '../../system/digest.js'
import type { KeepContributions } from '../contributions.js'
import type { Store } from './store.js'

/**
 * Returns the contributions of an issue whose texts and settings this `tool` has already read,
 * without its articles being parsed or read from the store.
 */
export const keptContributions =
  (store: Store, tool: string): KeepContributions =>
  async (sources, make) => {
    const key = `contributions-${digestOfData([tool, sources])}`
    const known = store.read(key)
    if (known) return JSON.parse(known.toString()) as IssueContributions
    const made = await make()
    store.keep(key, () => Buffer.from(JSON.stringify(made)))
    return made
  }
