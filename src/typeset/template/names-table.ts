import type { Names } from './view-schema.js'
import { names } from './view-schema.js'

/** What only some templates have. */
const special = ['briefing', 'document'] as const

/** The names of a briefing and of a document as Markdown tables, from what the checks know of them. */
export const namesTable = (): string =>
  special
    .map((name) => {
      const rows = rowsOf(names[name], name).map(([path, text]) => `| \`${path}\` | ${text} |`)
      return `| \`${name}\` | 是什么 |\n| --- | --- |\n${rows.join('\n')}\n`
    })
    .join('\n')

/** One row a text; a name in a list stands with `[]` after the list's. */
function rowsOf(group: Names, path: string): [path: string, text: string][] {
  return Object.entries(group).flatMap(([name, meaning]): [string, string][] => {
    const own = `${path}.${name}`
    if (typeof meaning === 'string') return [[own, meaning]]
    if (!isList(meaning)) return rowsOf(meaning, own)
    const [item] = meaning
    return typeof item === 'string' ? [[`${own}[]`, item]] : rowsOf(item, `${own}[]`)
  })
}

const isList = (meaning: Names[string]): meaning is readonly [Names | string] =>
  Array.isArray(meaning)
