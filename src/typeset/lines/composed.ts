import type { ElementContent, Text } from 'hast'
import { toString as textOf } from 'hast-util-to-string'
import type { ComposedLine } from '../compose/adjust.js'
import type { Changes } from '../compose/change.js'
import { changesOf } from '../compose/change.js'
import { compose } from '../compose/compose.js'
import { drawn } from '../compose/drawn.js'
import { inlineText, withLines } from '../compose/inline.js'
import type { Units } from '../compose/item.js'
import { em } from '../compose/item.js'
import { itemsOf } from '../compose/items.js'
import type { Punctuation } from '../compose/settings.js'
import { type FaceSettings, facesOf, Unmeasured } from './faces.js'
import type { Place } from './places.js'

/** How lines are composed. */
export interface LineSettings extends Omit<FaceSettings, 'wordSpacing'> {
  readonly punctuation: Punctuation
  /** Whether digits and Latin stand a quarter cell off Han characters. */
  readonly gap: boolean
  /** How many lines fewer or more than are natural are asked for; 0 when missing. */
  readonly looseness?: -1 | 0 | 1
  /** Whether to say what a line fewer or more would cost. */
  readonly tellsChanges?: boolean
}

/** Content with its lines drawn in, and the properties by which it is styled and proved. */
export interface ComposedLines {
  readonly content: ElementContent[]
  readonly className: 'composed'
  /**
   * How many lines there are; their width and the indent of the first, em; the role of their face. The
   * layout compares all this with what the browser has (output/pdf/layout/moved-lines.ts).
   */
  readonly dataLines: string
  /** What a line fewer or more would cost, if that was to be told. */
  readonly changes?: Changes
  /**
   * Of a paragraph that may be asked for other lines: its key, and what a line fewer and one more would
   * cost, `-` where it cannot be had (output/pdf/layout/page-flow.ts).
   */
  readonly dataFit?: string
}

/**
 * Characters that are drawn together or by rules that widths alone do not tell: combining marks,
 * joiners, flags, blanks of a width of their own, the scripts that join or reorder their letters.
 */
const unmeasured =
  /[\p{M}\u00ad\u2000-\u200f\u2028-\u202e\u2060-\u206f\ufffc\u{1f1e6}-\u{1f1ff}\u{1f3fb}-\u{1f3ff}]|(?![\p{sc=Han}\p{sc=Latin}\p{sc=Greek}\p{sc=Cyrillic}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Bopomofo}\p{sc=Hangul}\p{sc=Common}])\p{L}/u

/**
 * What nearly all text consists of, without any of these: Latin-1 and its extensions, signs, Chinese
 * marks, kana, Han.
 */
const unusual =
  /[^\t-\u00ac\u00ae-\u024f\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2100-\u27ff\u3000-\u3029\u3030-\u3096\u309b-\u30ff\u3220-\u324f\u3300-\u4db5\u4e00-\u9fff\uff00-\uff60]/

/**
 * The inline content of a block with its lines drawn in; undefined when they cannot be known here, or
 * when something in them is wider than a line: then the browser breaks them.
 */
export function composedLines(
  content: readonly ElementContent[],
  place: Place,
  settings: LineSettings,
): ComposedLines | undefined {
  const text = textOf({ type: 'root', children: [...content] })
  if (unusual.test(text) && unmeasured.test(text)) return undefined
  const { widths, gap, punctuation } = settings
  const hasOwnSpaces = gap || !place.isParagraph
  const wordSpacing = hasOwnSpaces ? em / 4 - widths.of('fangsong', 0x20) : 0
  const whole = collapsed(content)
  const { face, within } = facesOf(place, { ...settings, wordSpacing })
  try {
    const inline = inlineText(whole, face, within)
    const paragraph = itemsOf(inline.pieces, { widest: place.measure })
    const { items } = paragraph
    const indent =
      place.indent +
      [...place.before].reduce(
        (sum, letter) => sum + widths.of('song', letter.codePointAt(0) ?? 0),
        0,
      )
    const how = { measure: place.measure, indent, punctuation, gap: gap ? em / 4 : 0 }
    const lines = compose(items, { ...how, looseness: settings.looseness ?? 0 })
    const isTooWide = lines.some(
      ({ width }, index) => width > place.measure - (index === 0 ? indent : 0),
    )
    if (isTooWide || mayRunOn(lines, place.measure)) return undefined
    return {
      content: withLines(whole, inline, drawn(paragraph, lines)),
      className: 'composed',
      dataLines: [lines.length, place.measure / em, place.indent / em, place.role].join(' '),
      ...(settings.tellsChanges && { changes: changesOf(items, how) }),
    }
  } catch (error) {
    if (error instanceof Unmeasured) return undefined
    throw error
  }
}

/** Whether a browser, which fills a line as far as it may, would not begin a line where one was begun. */
function mayRunOn(lines: readonly ComposedLine[], measure: Units): boolean {
  const widths = lines.map(({ width, spread }) => width - spread)
  return lines.some(
    ({ isEnd }, index) =>
      !isEnd && (widths[index] ?? 0) + (widths[index + 1] ?? measure) <= measure + nearly,
  )
}

/** Less than this is left to kerning. */
const nearly: Units = em / 2

/** The content with its white space as a browser collapses it. */
function collapsed(content: readonly ElementContent[]): ElementContent[] {
  let isAfterSpace = true
  let lastText: Text | undefined
  const one = (node: ElementContent): ElementContent[] => {
    if (node.type === 'element') {
      if (node.tagName === 'img') isAfterSpace = false
      return [{ ...node, children: node.children.flatMap(one) }]
    }
    if (node.type !== 'text') return []
    const joined = node.value.replace(/[ \t\n\r]+/g, ' ')
    const value = isAfterSpace ? joined.replace(/^ /, '') : joined
    if (value === '') return []
    isAfterSpace = value.endsWith(' ')
    lastText = { type: 'text', value }
    return [lastText]
  }
  const made = content.flatMap(one)
  // What ends a paragraph is not drawn.
  if (lastText?.value.endsWith(' ')) lastText.value = lastText.value.slice(0, -1)
  return made
}
