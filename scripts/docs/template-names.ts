import type { ViewNames } from '../../src/typeset/template/view-schema.js'
import { names } from '../../src/typeset/template/view-schema.js'
import { code, table } from './table.js'

/** What only some templates have. */
const special = ['briefing', 'document'] as const

/** The names of a briefing and of a document, from what the checks know of them. */
export const templateNamesTables = (): string =>
  special
    .map((name) =>
      table(
        [code(name), '是什么'],
        rowsOf(names[name], name).map(([path, text]) => [code(path), text]),
      ),
    )
    .join('\n\n')

/** One row a text; a name in a list stands with `[]` after the list's. */
function rowsOf(group: ViewNames, path: string): [path: string, text: string][] {
  return Object.entries(group).flatMap(([name, meaning]): [string, string][] => {
    const own = `${path}.${name}`
    if (typeof meaning === 'string') return [[own, meaning]]
    if (!isList(meaning)) return rowsOf(meaning, own)
    const [item] = meaning
    return typeof item === 'string' ? [[`${own}[]`, item]] : rowsOf(item, `${own}[]`)
  })
}

const isList = (meaning: ViewNames[string]): meaning is readonly [ViewNames | string] =>
  Array.isArray(meaning)
