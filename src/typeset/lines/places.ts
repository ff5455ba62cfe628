import type { Element } from 'hast'
import type { FontRole } from '../../model/settings.js'
import type { Units } from '../compose/item.js'
import { em } from '../compose/item.js'
import { classesOf } from '../inline-pictures.js'
import type { Tokens } from './tokens.js'

/** The part of the page that content goes to. */
export type Part = 'body' | 'note' | 'brief'

/** Where text stands: the width and the first indent of its lines in ems of its own size, its face. */
export interface Place {
  readonly measure: Units
  readonly indent: Units
  readonly role: FontRole
  readonly bold: boolean
  /** What bold text is set in: 黑体 in notes. */
  readonly strong: 'bold' | 'hei'
  /** The size of an em, mm. */
  readonly emMm: number
  /** The letters that the style sheet puts before the text. */
  readonly before: string
  /** Whether word spaces are those of `.body`: paragraphs of documents have their own. */
  readonly isParagraph: boolean
  /** Of a list: how far its items stand in. */
  readonly listIndent: Units
  readonly isInItem: boolean
  readonly isInFootnotes: boolean
  /** What it stands directly in. */
  readonly parent: Part | 'item' | 'other'
}

/** Type area, mm (GB/T 9704—2012, 5.2.1), and CSS px to the mm. */
const measureMm = 156
const pxPerMm = 96 / 25.4

/** The place of what stands directly in a part of the page. */
export function placeOfPart(part: Part, chars: number, tokens: Tokens): Place {
  const emMm = measureMm / chars
  const place: Place = {
    measure: chars * em,
    indent: 0,
    role: 'fangsong',
    bold: false,
    strong: 'bold',
    emMm,
    before: '',
    isParagraph: false,
    listIndent: 0,
    isInItem: false,
    isInFootnotes: false,
    parent: part,
  }
  return part === 'note' ? inNote(place, tokens) : place
}

/**
 * The place of the text in an element of a place, as the style sheets have it; undefined where only
 * the browser knows the width of a line, or where lines are not justified: those it breaks itself.
 */
export function placeWithin(
  around: Place,
  element: Element,
  index: number,
  tokens: Tokens,
): Place | undefined {
  const [name = ''] = classesOf(element)
  const units = (token: keyof Tokens) => Math.round(tokens[token] * em)
  switch (element.tagName) {
    case 'p':
    case 'h1':
    case 'h2':
    case 'h3':
    case 'h4':
    case 'h5':
    case 'h6':
      return ofParagraph(around, element, index, tokens)
    case 'ol':
    case 'ul':
      return name === '' || name.startsWith('list-')
        ? { ...around, parent: 'other', listIndent: listIndent(around, element, units) }
        : undefined
    case 'li':
      return {
        ...around,
        measure: around.measure - around.listIndent,
        indent: 0,
        isInItem: true,
        isInFootnotes: around.isInFootnotes && !around.isInItem,
        parent: 'item',
      }
    case 'blockquote':
      return name === 'quotation'
        ? {
            ...around,
            measure: around.measure - 2 * units('quotation-indent'),
            role: 'kai',
            parent: 'other',
          }
        : undefined
    case 'aside':
      return name === 'editors-note' ? inNote(around, tokens) : undefined
    case 'div':
      return name === 'definition'
        ? { ...around, measure: around.measure - units('definition-indent'), parent: 'other' }
        : undefined
    case 'section':
      return name === 'footnotes' ? inFootnotes(around, tokens) : undefined
    default:
      return undefined
  }
}

function ofParagraph(
  around: Place,
  element: Element,
  index: number,
  tokens: Tokens,
): Place | undefined {
  const classes = classesOf(element)
  const heading = classes.find((name) => name in headings)
  const isHeading = heading !== undefined
  if (classes.some((name) => !(name in headings) && !plain.has(name))) return undefined
  if (element.tagName !== 'p' && !isHeading) return undefined
  const usual = Math.round(tokens['paragraph-indent'] * em)
  return {
    ...around,
    ...(isHeading && headings[heading]?.(tokens)),
    indent: classes.includes('continued') ? 0 : isHeading ? usual : indentOf(around, index, tokens),
    before: around.parent === 'brief' && index === 0 ? '●' : '',
    isParagraph: element.tagName === 'p',
  }
}

/** As the style sheets have it: `li > p` and `.footnotes > ol > li > p`, whose numbers hang. */
function indentOf({ parent, isInFootnotes }: Place, index: number, tokens: Tokens): Units {
  const usual = Math.round(tokens['paragraph-indent'] * em)
  if (parent !== 'item') return usual
  if (!isInFootnotes) return 0
  return index === 0 ? -Math.round(tokens['footnote-mark'] * em) : usual
}

/** Classes that change neither the width nor the face of a paragraph. */
const plain: ReadonlySet<string> = new Set(['continued', 'leads'])

/** The faces of headings within a text (text.css). */
const headings: Readonly<Record<string, (tokens: Tokens) => Partial<Place>>> = {
  'heading-1': () => ({ role: 'hei' }),
  'heading-2': () => ({ role: 'kai' }),
  'heading-3': (tokens) => ({ bold: tokens['heading-3-weight'] > 400 }),
  'heading-4': () => ({}),
}

function listIndent(
  around: Place,
  { properties: { style } }: Element,
  units: (token: keyof Tokens) => Units,
): Units {
  if (around.isInFootnotes && !around.isInItem) return units('footnote-mark')
  const mark = markOf(style) ?? units(around.isInItem ? 'nested-mark' : 'list-mark')
  return around.isInItem ? mark : units('list-indent') + mark
}

/** The room of wide marks, which the parser found (`--mark:3em`). */
const markOf = (style: unknown): Units | undefined => {
  const written = typeof style === 'string' ? /--mark:([\d.]+)em/.exec(style)?.[1] : undefined
  return written === undefined ? undefined : Math.round(Number(written) * em)
}

function inNote(around: Place, tokens: Tokens): Place {
  const edge = (tokens['note-edge'] / pxPerMm / around.emMm) * em
  return {
    ...around,
    measure: Math.floor(around.measure - 2 * edge) - 2 * Math.round(tokens['note-padding'] * em),
    role: 'kai',
    strong: 'hei',
    parent: 'note',
  }
}

/** Of another size: its ems are others. */
function inFootnotes(around: Place, tokens: Tokens): Place {
  const emMm = (tokens['footnote-size'] / 72) * 25.4
  return {
    ...around,
    measure: Math.floor((around.measure * around.emMm) / emMm),
    emMm,
    isInFootnotes: true,
    parent: 'other',
  }
}
