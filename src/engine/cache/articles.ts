import { digestOfData } from '../../system/digest.js'
import type { World } from '../world.js'
import type { Store } from './store.js'

type ParseArticles = World['parseArticles']
type Parsed = Awaited<ReturnType<ParseArticles>>[number]

/**
 * Parses only the articles that this `tool` has not already parsed with the same options; the
 * others come from the store. An article that the previous build in this process used is returned
 * as the same object, so it can key a WeakMap. Treat it as immutable.
 */
export const keptArticles = (store: Store, tool: string) => {
  let lastBuild = new Map<string, Parsed>()
  return async (work: Parameters<ParseArticles>[0], parse: ParseArticles): Promise<Parsed[]> => {
    const before = lastBuild
    const now = new Map<string, Parsed>()
    lastBuild = now
    const keys = work.map(({ file, options }) => `article-${digestOfData([tool, file, options])}`)
    const known = keys.map((key) => {
      const parsed = before.get(key) ?? parsedIn(store.read(key))
      if (!parsed) return undefined
      now.set(key, parsed)
      return parsed
    })
    const rest = work.filter((_, index) => !known[index])
    const made = (await parse(rest)).values()
    return keys.map((key, index): Parsed => {
      const one = known[index]
      if (one) return one
      const { value } = made.next()
      if (value === undefined) throw new Error('an article was not parsed')
      now.set(key, value)
      store.keep(key, () => Buffer.from(JSON.stringify(value)))
      return value
    })
  }
}

const parsedIn = (entry: Buffer | undefined): Parsed | undefined =>
  entry && (JSON.parse(entry.toString()) as Parsed)
