import { digestOfData } from '../digest.js'
import type { OnParsed, World } from '../world.js'
import type { Store } from './store.js'

type ParseArticles = World['parseArticles']
type Parsed = Awaited<ReturnType<ParseArticles>>[number]

/** Parses only the articles that no build of this `tool` has parsed before with the same options. */
export const keptArticles =
  (store: Store, tool: string) =>
  async (
    work: Parameters<ParseArticles>[0],
    parse: ParseArticles,
    onParsed: OnParsed = () => {},
  ): Promise<Parsed[]> => {
    const keys = work.map(({ file, options }) => `article-${digestOfData([tool, file, options])}`)
    const known = keys.map((key) => {
      const entry = store.read(key)
      if (!entry) return undefined
      const parsed = JSON.parse(entry.toString()) as Parsed
      onParsed(parsed)
      return parsed
    })
    const rest = work.filter((_, index) => !known[index])
    const made = (await parse(rest, onParsed)).values()
    return keys.map((key, index): Parsed => {
      const before = known[index]
      if (before) return before
      const { value } = made.next()
      if (value === undefined) throw new Error('an article was not parsed')
      store.keep(key, () => Buffer.from(JSON.stringify(value)))
      return value
    })
  }
