import type { Element, ElementContent } from 'hast'
import type { TextWidths } from '../../fonts/widths.js'
import type { Point } from '../../model/place.js'
import type { Punctuation } from '../compose/settings.js'
import type { ArticleAsks } from '../copyfit/asks.js'
import type { SetLines } from './asked.js'
import { askedLines } from './asked.js'
import type { ComposedLines } from './composed.js'
import { composedLines } from './composed.js'
import type { FaceSettings } from './faces.js'
import { type Part, type Place, placeOfPart, placeWithin } from './places.js'
import type { Tokens } from './tokens.js'

/** How the lines of an issue are composed. */
export interface ComposerSettings {
  readonly widths: TextWidths
  readonly tokens: Tokens
  /** Cells a line. */
  readonly chars: number
  readonly punctuation: Punctuation
  /** Whether digits and Latin stand a quarter cell off Han characters. */
  readonly gap: boolean
}

/** Composes the lines of content that goes to one part of the page. */
export interface Composer {
  /** Where the content stands. */
  readonly place: Place
  /** The place within an element, the `index`th of those around it; undefined where the browser breaks lines. */
  within(place: Place, element: Element, index: number): Place | undefined
  /**
   * Inline content with its lines drawn in; undefined when the browser has to break it. `at` is where
   * its source begins.
   */
  set(content: readonly ElementContent[], place: Place, at?: Point): ComposedLines | undefined
}

/** What content is composed with besides the settings of the issue. */
export interface ContentGiven {
  readonly pictureWidth: FaceSettings['pictureWidth']
  /** What the paragraphs of the content are asked for; undefined when none may be asked. */
  readonly asks: ArticleAsks | undefined
}

/** The composer for a part of the page. */
export function composerFor(
  part: Part,
  settings: ComposerSettings,
  { pictureWidth, asks }: ContentGiven,
): Composer {
  const { tokens } = settings
  const set: SetLines = (content, place, more) =>
    composedLines(content, place, { ...settings, pictureWidth, ...more })
  const setAsked = asks && askedLines(set, asks)
  return {
    place: placeOfPart(part, settings.chars, tokens),
    within: (place, element, index) => placeWithin(place, element, index, tokens),
    set: (content, place, at) => setAsked?.(content, place, at) ?? set(content, place),
  }
}
