import { digestOfData } from '../digest.js'
import type { World } from '../world.js'
import type { Store } from './store.js'

/**
 * What a build makes of single sources, kept for later builds: `make` is asked only when no build
 * of this `tool` has made the same before.
 */
export const keptParts =
  (store: Store, tool: string): World['once'] =>
  <T>(from: readonly unknown[], make: () => T): T => {
    const key = `part-${digestOfData([tool, from])}`
    const known = store.read(key)
    if (known) return JSON.parse(known.toString()) as T
    const made = make()
    store.keep(key, () => Buffer.from(JSON.stringify(made)))
    return made
  }
