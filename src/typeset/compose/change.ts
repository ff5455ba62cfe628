import type { Item } from './item.js'
import { costOf } from './line.js'
import { linesOf } from './lines.js'
import { measured } from './measured.js'
import type { ComposeSettings } from './settings.js'

/**
 * What a paragraph gives up to have one line fewer or more than it has by itself, in the thousandths in
 * which lines are judged (costs.ts); undefined where that cannot be had without a line that is too loose.
 */
export interface Changes {
  readonly fewer?: number
  readonly more?: number
}

/** What `looseness` would do to the lines of a paragraph. A paragraph of one line is left alone. */
export function changesOf(items: readonly Item[], settings: ComposeSettings): Changes {
  const from = items.findLastIndex(({ kind }) => kind === 'break') + 1
  const part = items.slice(from)
  if (part.length === 0) return {}
  const indent = from === 0 ? (settings.indent ?? 0) : 0
  const text = measured(part, settings)
  const lines = (looseness: -1 | 0 | 1) => linesOf(text, { ...settings, indent, looseness })
  const cost = (lasts: readonly number[]) =>
    lasts.reduce((sum, last, index) => {
      const first = index === 0 ? 0 : (lasts[index - 1] ?? 0) + 1
      const measure = settings.measure - (first === 0 ? indent : 0)
      const isEnd = last === part.length - 1
      return sum + costOf(text, { first, last, measure, isEnd })
    }, 0)
  const usual = lines(0)
  if (usual.length < 2) return {}
  const usualCost = cost(usual)
  const by = (looseness: -1 | 1) => {
    const asked = lines(looseness)
    const added = cost(asked) - usualCost
    return asked.length === usual.length + looseness && Number.isFinite(added) ? added : undefined
  }
  const [fewer, more] = [by(-1), by(1)]
  return { ...(fewer !== undefined && { fewer }), ...(more !== undefined && { more }) }
}
