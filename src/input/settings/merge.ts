import type { Entry, Settings } from '../../model/settings.js'

/**
 * Merges the settings of an issue over those of its publication. Mappings are merged key by key;
 * all other values are replaced.
 */
export function mergeSettings(
  parent: Partial<Settings>,
  own: Partial<Settings>,
): Partial<Settings> {
  return {
    ...parent,
    ...own,
    ...both(parent, own, 'staff', mergeEntries),
    ...both(parent, own, 'distribution', mergeEntries),
    ...both(parent, own, 'contact', mergeEntries),
    ...both(parent, own, 'images', over),
    ...both(parent, own, 'page', over),
    ...both(parent, own, 'fonts', mergeFonts),
    ...both(parent, own, 'check', mergeCheck),
    ...both(parent, own, 'wordStyles', over),
  }
}

type Merge<T> = (parent: T, own: T) => T

function both<K extends keyof Settings>(
  parent: Partial<Settings>,
  own: Partial<Settings>,
  key: K,
  merge: Merge<NonNullable<Settings[K]>>,
): Partial<Settings> {
  const below: Settings[K] = parent[key]
  const above: Settings[K] = own[key]
  return below != null && above != null ? { [key]: merge(below, above) } : {}
}

const over = <T extends object>(parent: T, own: T): T => ({ ...parent, ...own })

/**
 * Merges rows in the parent's order: a row with the same label is replaced in its position, a new
 * row is appended. If the issue names all of the parent's rows, the issue's own order is used:
 * 报、送、发 over 送、发.
 */
function mergeEntries(parent: Entry[], own: Entry[]): Entry[] {
  const sameIn = (rows: Entry[], row: Entry) => rows.find(({ label }) => label === row.label)
  if (parent.every((row) => sameIn(own, row))) return own
  const kept = parent.map((row) => sameIn(own, row) ?? row)
  return [...kept, ...own.filter((row) => !sameIn(parent, row))]
}

const mergeFonts: Merge<NonNullable<Settings['fonts']>> = (parent, own) =>
  parent === 'bundled' || own === 'bundled' ? own : over(parent, own)

const mergeCheck: Merge<NonNullable<Settings['check']>> = (parent, own) => ({
  ...over(parent, own),
  ...(parent.rules && own.rules ? { rules: over(parent.rules, own.rules) } : {}),
  ...(parent.words && own.words ? { words: over(parent.words, own.words) } : {}),
})
