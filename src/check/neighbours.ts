import type { IssueSources } from '../model.js'
import { parseSettings } from '../parse/index.js'
import type { Neighbour } from './rule.js'

/** Number, running number and date of the other issues, as their `bulletin.yaml` say. */
export function neighboursFrom({
  neighbours = [],
  parent,
}: Pick<IssueSources, 'neighbours' | 'parent'>): Neighbour[] {
  return neighbours.map(({ name, settings }) => {
    const { value } = parseSettings({ articles: [], settings, parent, single: false })
    const fromName = /^issue-(\d{1,4})$/.exec(name)?.[1]
    const total = value?.total ?? (fromName === undefined ? undefined : Number(fromName))
    return {
      name,
      number: value?.number,
      total: total === 'none' ? undefined : total,
      date: value?.date,
    }
  })
}
