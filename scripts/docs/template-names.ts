import type { ViewNames } from '../../src/typeset/template/view-schema.js'
import { names } from '../../src/typeset/template/view-schema.js'
import { code, table } from './table.js'

/** The groups of names that only some templates have. */
const special = ['briefing', 'document', 'yearlyIndex'] as const

/**
 * Returns the tables of the names for briefings and documents, from the data that template checks
 * use.
 */
export const templateNamesTables = (): string =>
  special
    .map((name) =>
      table(
        [code(name), '是什么'],
        rowsOf(names[name], name).map(([path, text]) => [code(path), text]),
      ),
    )
    .join('\n\n')

/** Returns one row per name; a name in a list is written with `[]` after the list's name. */
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
