import type { Key } from '../../src/input/settings/schema.js'
import { code, table } from './table.js'

type Row = readonly [key: string, row: Pick<Key<unknown>, 'alias' | 'about' | 'otherwise'>]

/** Returns a table of keys: both names, the value to write, and the default. */
export function keysTable(keys: object): string {
  const rows = Object.entries(keys) as Row[]
  const withDefault = rows.some(([, { otherwise }]) => otherwise !== undefined)
  return table(
    ['键', '中文', '写什么', ...(withDefault ? ['不写时'] : [])],
    rows.map(([key, { alias, about, otherwise = '不印' }]) => [
      code(key),
      alias,
      about,
      ...(withDefault ? [otherwise] : []),
    ]),
  )
}
