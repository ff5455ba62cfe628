import type { FontRole } from '../../model/settings.js'
import type { Faces } from './faces.js'
import { fontsOf } from './faces.js'
import type { Xml } from './xml.js'
import { w } from './xml.js'

/** How letters look. */
export interface Look {
  role: FontRole
  /** pt. */
  size: number
  bold?: boolean
  /** RRGGBB. */
  colour?: string
  underline?: boolean
  strike?: boolean
  raised?: 'superscript' | 'subscript'
  /** Grey behind the letters. */
  marked?: boolean
  /** A frame around the letters. */
  framed?: boolean
  isCode?: boolean
  /** Latin text, whose quotation marks and dashes have Latin glyphs. */
  isLatin?: boolean
  /** What is added after each letter, pt. */
  spacing?: number | undefined
  /** Id of a character style. */
  style?: string
}

/** `w:rPr`, its elements in the order of the schema (ECMA-376, part 1, 17.3.2). */
export const runProperties = (faces: Faces, look: Look): Xml =>
  w(
    'rPr',
    {},
    look.style === undefined ? undefined : w('rStyle', { val: look.style }),
    fontsOf(faces, look),
    look.bold ? [w('b'), w('bCs')] : undefined,
    look.strike ? w('strike') : undefined,
    look.colour === undefined ? undefined : w('color', { val: look.colour }),
    !look.spacing ? undefined : w('spacing', { val: Math.round(look.spacing * 20) }),
    w('sz', { val: Math.round(look.size * 2) }),
    w('szCs', { val: Math.round(look.size * 2) }),
    look.underline ? w('u', { val: 'single' }) : undefined,
    look.framed ? w('bdr', { val: 'single', sz: 4, space: 0, color: 'auto' }) : undefined,
    look.marked ? w('shd', { val: 'clear', color: 'auto', fill: 'E0E0E0' }) : undefined,
    look.raised === undefined ? undefined : w('vertAlign', { val: look.raised }),
    w('lang', { val: look.isLatin || look.isCode ? 'en-US' : 'zh-CN', eastAsia: 'zh-CN' }),
  )

/** A run of text. Tabs and line ends become elements of their own. */
export function run(faces: Faces, look: Look, text: string): Xml {
  const pieces = legal(text)
    .split(/([\t\n])/)
    .filter(Boolean)
  return w('r', {}, runProperties(faces, look), pieces.map(pieceOf))
}

function pieceOf(piece: string): Xml {
  if (piece === '\t') return w('tab')
  if (piece === '\n') return w('br')
  return w('t', { 'xml:space': 'preserve' }, piece)
}

/** A run that holds something other than text. */
export const runOf = (faces: Faces, look: Look, ...content: Xml[]): Xml =>
  w('r', {}, runProperties(faces, look), content)

/** Text with space between its letters, but none after the last, which would move it off centre. */
export function spacedRuns(faces: Faces, look: Look, text: string, em: number): Xml[] {
  const letters = [...text]
  const last = letters.pop() ?? ''
  const spacing = em * look.size
  return [
    ...(letters.length > 0 ? [run(faces, { ...look, spacing }, letters.join(''))] : []),
    run(faces, look, last),
  ]
}

/** Without the characters that XML cannot hold (XML 1.0, 2.2). */
const legal = (text: string): string =>
  text.replace(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]|\p{Cs}/gu, '')
