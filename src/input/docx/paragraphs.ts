import type { Block, Inline, Paragraph } from './model.js'
import type { Reading } from './reading.js'
import { wordsOf } from './reading.js'
import { inlinesIn } from './runs.js'
import { child, elementsOf, settingOf, whole, type XmlElement } from './xml.js'

/** A paragraph with all that hangs on it: its text boxes stand after it. */
export interface ReadParagraph {
  paragraph: Paragraph
  boxes: Block[]
  /** Its end has been deleted: the next goes on in it. */
  open: boolean
}

/** Reads a paragraph; its number is counted even when nothing else is in it. */
export function readParagraph(reading: Reading, element: XmlElement): ReadParagraph {
  const own = child(element, 'w:pPr')
  const style = settingOf(own, 'w:pStyle')
  const properties = [own, ...reading.styles.paragraph(style)].filter((one) => one !== undefined)
  const { place } = reading
  const id = reading.nextId()
  reading.near = id
  const { boxes: outer } = reading
  reading.boxes = []
  const inlines = inlinesIn(reading, element, { style })
  const { boxes } = reading
  reading.boxes = outer
  const outline = outlineOf(properties)
  // A number is shown even where the words are none, but an empty paragraph that is merely left over shows it too.
  const number = numberOf(reading, properties, style)
  return {
    paragraph: {
      type: 'paragraph',
      id,
      place,
      style: reading.styles.name(style),
      ...(outline !== undefined && { outline }),
      ...(number && wordsOf(inlines).trim() !== '' && { number }),
      align: alignOf(nearest(properties, 'w:jc')),
      ruled: properties.some((one) => child(one, 'w:pBdr') !== undefined),
      inlines: trimmed(inlines),
    },
    boxes,
    open: isMarkGone(own, reading),
  }
}

const nearest = (properties: readonly XmlElement[], name: string): string | undefined =>
  properties.map((one) => settingOf(one, name)).find((value) => value !== undefined)

/** The level of a heading; 9 says that it is body text. */
function outlineOf(properties: readonly XmlElement[]): number | undefined {
  const level = whole(nearest(properties, 'w:outlineLvl'))
  return level === undefined || level < 0 || level > 8 ? undefined : level
}

function alignOf(written: string | undefined): Paragraph['align'] {
  if (written === 'center') return 'center'
  return written === 'right' || written === 'end' ? 'right' : 'left'
}

function numberOf(
  reading: Reading,
  properties: readonly XmlElement[],
  style: string | undefined,
): Paragraph['number'] {
  const holders = properties.flatMap((one) => child(one, 'w:numPr') ?? [])
  const numId = holders.map((one) => settingOf(one, 'w:numId')).find((one) => one !== undefined)
  // 0 takes away the number that a style gives.
  if (numId === undefined || numId === '0') return undefined
  const written = holders.map((one) => settingOf(one, 'w:ilvl')).find((one) => one !== undefined)
  const level = whole(written) ?? reading.numbering.levelOfStyle(numId, style) ?? 0
  return reading.numbering.next(numId, level)
}

/** Whether the mark that ends a paragraph is gone with the changes. */
function isMarkGone(properties: XmlElement | undefined, { changes }: Reading): boolean {
  const names = elementsOf(child(properties, 'w:rPr')).map(({ name }) => name)
  const gone = changes === 'accept' ? ['w:del', 'w:moveFrom'] : ['w:ins', 'w:moveTo']
  return names.some((name) => gone.includes(name))
}

/** Line breaks at either end part nothing. */
function trimmed(inlines: readonly Inline[]): Inline[] {
  const isEmpty = (one: Inline | undefined) =>
    one?.type === 'break' || (one?.type === 'text' && one.text === '')
  let [from, to] = [0, inlines.length]
  while (from < to && isEmpty(inlines[from])) from++
  while (to > from && isEmpty(inlines[to - 1])) to--
  return inlines.slice(from, to)
}
