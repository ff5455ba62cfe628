import type { ElementRow } from '../../src/input/markdown/html/elements.js'
import { code, table } from './table.js'

/** HTML elements and what they print as. Neighbours with one printed form share a row. */
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
