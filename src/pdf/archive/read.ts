import { operationsOf } from '../content/operations.js'
import { contentStreams, objects } from '../content/streams-of.js'
import { catalogueNumber, dictionaryAt, type Pdf } from '../document.js'
import { contentAt, decoded, streamAt } from '../streams.js'
import { arrayFrom, dictionaryFrom, referenceFrom } from '../syntax.js'
import { codesShown, unicodeOf } from './glyphs-shown.js'

/** Whether a pattern is in the source of some object. */
export const some = (pdf: Pdf, pattern: RegExp): boolean =>
  [...objects(pdf)].some(([, source]) => pattern.test(source))

/** The entries of the catalogue. */
export const catalogue = (pdf: Pdf) => dictionaryAt(pdf, catalogueNumber(pdf))

/** The XMP packet; empty without. */
export const metadata = (pdf: Pdf): string => {
  const number = catalogue(pdf).get('Metadata')
  return number === undefined ? '' : contentAt(pdf, referenceFrom(number))
}

/** How deep graphics states are nested. */
export const deepest = (pdf: Pdf): number => {
  let most = 0
  for (const { content } of contentStreams(pdf)) {
    let depth = 0
    for (const { operator } of operationsOf(contentAt(pdf, content))) {
      if (operator === 'q') most = Math.max(most, ++depth)
      else if (operator === 'Q') depth -= 1
    }
  }
  return most
}

/** Whether the file has an output intent with a profile of ICC.1, 7.2: version under 5, class `mntr`, data `RGB `. */
export function hasProfile(pdf: Pdf): boolean {
  const intents = catalogue(pdf).get('OutputIntents')
  const intent = dictionaryFrom(arrayFrom(intents ?? '[]')[0] ?? '<<>>')
  const profile = intent.get('DestOutputProfile')
  if (intent.get('S') !== '/GTS_PDFA1' || profile === undefined) return false
  const stream = streamAt(pdf, referenceFrom(profile))
  const head = Buffer.from(decoded(stream)).toString('latin1', 0, 40)
  return (
    stream.entries.get('N') === '3' &&
    head.charCodeAt(8) < 5 &&
    head.slice(12, 20) === 'mntrRGB ' &&
    head.slice(36, 40) === 'acsp'
  )
}

/** The kinds and flags of all annotations. */
export const annotations = (pdf: Pdf) =>
  [...objects(pdf)]
    .filter(([, source]) => source.includes('/Type /Annot\n'))
    .map(([, source]) => {
      const entries = dictionaryFrom(source)
      return { subtype: entries.get('Subtype'), flags: Number(entries.get('F') ?? 0) }
    })

/** Whether a font has two bytes a code. */
export const isComposite = (pdf: Pdf, font: number): boolean =>
  dictionaryAt(pdf, font).get('Subtype') === '/Type0'

/** The text of every glyph in use; undefined if the font does not say it. */
export const textsShown = (pdf: Pdf): (string | undefined)[] =>
  [...codesShown(pdf)].flatMap(([font, codes]) => {
    const map = dictionaryAt(pdf, font).get('ToUnicode')
    const texts = map ? unicodeOf(contentAt(pdf, referenceFrom(map))) : new Map<number, string>()
    return [...codes].map((code) => texts.get(code))
  })
