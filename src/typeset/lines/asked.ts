import type { ElementContent } from 'hast'
import type { Point } from '../../model/place.js'
import type { ArticleAsks } from '../copyfit/asks.js'
import type { ComposedLines, LineSettings } from './composed.js'
import type { Place } from './places.js'

/** Inline content with its lines drawn in, set as the settings and these say. */
export type SetLines = (
  content: readonly ElementContent[],
  place: Place,
  more?: Pick<LineSettings, 'looseness' | 'tellsChanges'>,
) => ComposedLines | undefined

/**
 * Sets paragraphs with the lines that they are asked for; those that are asked for nothing are marked
 * with what a line fewer and one more would cost. A paragraph is known by where its source begins.
 */
export function askedLines(set: SetLines, { number, lines }: ArticleAsks) {
  const known = new Set<string>()
  return (
    content: readonly ElementContent[],
    place: Place,
    at: Point | undefined,
  ): ComposedLines | undefined => {
    const key = at && `${at.line}:${at.column}`
    // Two paragraphs that begin at the same place could not be told apart.
    if (key === undefined || known.has(key)) return undefined
    known.add(key)
    const looseness = lines[key]
    if (looseness !== undefined) return set(content, place, { looseness })
    const made = set(content, place, { tellsChanges: true })
    const { fewer, more } = made?.changes ?? {}
    if (!made || (fewer === undefined && more === undefined)) return made
    return { ...made, dataFit: `${number}:${key} ${fewer ?? '-'} ${more ?? '-'}` }
  }
}
