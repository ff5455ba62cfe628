import type { ElementRow } from '../../src/input/markdown/html/elements.js'
import { code, table } from './table.js'

/**
 * Returns the table of HTML elements and their printed forms. Adjacent elements with the same form
 * share a row.
 */
export function elementsTable(rows: readonly ElementRow[]): string {
  const shared: { names: string[]; prints: string }[] = []
  for (const { names, prints } of rows) {
    const last = shared.at(-1)
    if (last?.prints === prints) last.names.push(...names)
    else shared.push({ names: [...names], prints })
  }
  return table(
    ['HTML', '印成'],
    shared.map(({ names, prints }) => [names.map((name) => code(`<${name}>`)).join(' '), prints]),
  )
}
