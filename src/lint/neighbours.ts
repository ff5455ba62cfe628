import { parseSettings } from '../input/parse-issue.js'
import type { IssueSources, SourceFile } from '../model/source.js'
import type { IssueNumbers } from './issue-numbers.js'
import { plainNumbers } from './issue-numbers.js'
import type { Neighbour } from './rule.js'

/**
 * Returns number, total number and date of the other issues, from their `bulletin.yaml` and that of
 * the publication. A missing total is taken from a folder name such as `issue-54`.
 */
export function neighboursFrom({
  neighbours = [],
  parent,
}: Pick<IssueSources, 'neighbours' | 'parent'>): Neighbour[] {
  const inherited = parent && numbersIn(parent)
  return neighbours.map(({ name, settings }) => {
    const { number, total: given, date } = { ...inherited, ...numbersIn(settings) }
    const fromName = /^issue-(\d{1,4})$/.exec(name)?.[1]
    const total = given ?? (fromName === undefined ? undefined : Number(fromName))
    return { name, number, total: total === 'none' ? undefined : total, date }
  })
}

/**
 * Diagnostics are discarded: errors in another issue's settings are not reported for this issue.
 */
function numbersIn(settings: SourceFile): IssueNumbers {
  const plain = plainNumbers(settings.text)
  if (plain) return plain
  const { value } = parseSettings({ articles: [], settings, single: false })
  const { number, total, date } = value ?? {}
  return {
    ...(number !== undefined && { number }),
    ...(total !== undefined && { total }),
    ...(date && { date }),
  }
}
