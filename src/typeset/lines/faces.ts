import type { Element, ElementContent } from 'hast'
import { toString as textOf } from 'hast-util-to-string'
import type { TextWidths } from '../../fonts/widths.js'
import type { FontRole } from '../../model/settings.js'
import type { FaceWithin, InlineFace } from '../compose/inline.js'
import type { Units } from '../compose/item.js'
import { em } from '../compose/item.js'
import type { BoxPiece } from '../compose/pieces.js'
import { classesOf } from '../inline-pictures.js'
import type { Place } from './places.js'
import type { Tokens } from './tokens.js'

/** The face of a stretch of text, and what it is made from. */
export interface LineFace extends InlineFace {
  readonly size: Units
  readonly style: Style
}

interface Style {
  readonly role: FontRole | 'code' | 'latin-marks'
  readonly isBold: boolean
}

/** What faces are made with. */
export interface FaceSettings {
  readonly widths: TextWidths
  readonly tokens: Tokens
  /** What the style sheet adds to a word space, in units of the paragraph. */
  readonly wordSpacing: Units
  /** The width of a picture in the line, in mm; undefined when it is not known. */
  readonly pictureWidth: (image: Element) => number | undefined
}

/** Inline content of which only the browser knows the width. */
export class Unmeasured extends Error {}

/** The face of a place, and the faces and boxes within it. */
export function facesOf(
  place: Place,
  settings: FaceSettings,
): { face: LineFace; within: FaceWithin<LineFace> } {
  const { tokens, pictureWidth } = settings
  const make = (style: Style, size: Units = em) => faceOf(style, size, settings)
  const resized = ({ style, size }: LineFace, by: number) => make(style, Math.round(size * by))
  const within: FaceWithin<LineFace> = (around, element) => {
    const { style, size } = around
    switch (element.tagName) {
      case 'a':
      case 'del':
      case 'mark':
      case 'u':
        return around
      case 'span':
        return ofSpan(around, element)
      case 'strong':
        return make(strong(style), size)
      case 'em':
        return make({ role: 'kai', isBold: false }, size)
      case 'small':
        return resized(around, tokens.small)
      case 'code':
        return make({ role: 'code', isBold: false }, size)
      case 'sub':
      case 'sup':
        return { ...boxOf(element, resized(around, tokens.raised)), isNote: true }
      case 'ruby':
        return rubyOf(element, around)
      case 'img': {
        const width = pictureWidth(element)
        if (width === undefined) throw new Unmeasured()
        return { kind: 'box', width: Math.ceil((width / place.emMm) * em) }
      }
      default:
        throw new Unmeasured()
    }
  }
  const ofSpan = (around: LineFace, element: Element): LineFace | BoxPiece => {
    const [name] = classesOf(element)
    if (name === 'latin') return make({ ...around.style, role: 'latin-marks' }, around.size)
    if (name === 'footnote-number')
      return { kind: 'box', width: Math.round(tokens['footnote-mark'] * em) }
    if (name === undefined && Object.keys(element.properties).length === 0) return around
    throw new Unmeasured()
  }
  const strong = (style: Style): Style =>
    place.strong === 'hei' ? { role: 'hei', isBold: false } : { ...style, isBold: true }
  /** The width of all that an element holds, as it stands in one line. */
  const boxOf = ({ children }: Element, face: LineFace): BoxPiece => ({
    kind: 'box',
    width: children.reduce((sum, child) => sum + widthOf(child, face), 0),
  })
  const widthOf = (node: ElementContent, face: LineFace): Units => {
    if (node.type === 'text') return face.width(node.value, false)
    if (node.type !== 'element') return 0
    const inner = within(face, node)
    return 'kind' in inner
      ? inner.kind === 'box'
        ? inner.width
        : 0
      : boxOf(node, inner as LineFace).width
  }
  /** A reading stands over its base, in letters of 0.4 em with 0.2 of their own on each side (text.css). */
  const rubyOf = (element: Element, around: LineFace): BoxPiece => {
    const parts = element.children.filter((child) => child.type === 'element')
    const base = parts.filter(({ tagName }) => tagName !== 'rt')
    const readings = parts.filter(({ tagName }) => tagName === 'rt').map(textOf)
    const small = resized(around, 0.4)
    const reading = small.width(readings.join(''), false) + Math.ceil(small.size * 0.4)
    const widths = base.map((child) => boxOf(child, around).width)
    return { kind: 'box', width: Math.max(reading, ...widths) }
  }
  return { face: make({ role: place.role, isBold: place.bold }), within }
}

/** Every face that was made for some fonts: the same few measure all paragraphs of an issue. */
const made = new WeakMap<TextWidths, Map<string, LineFace>>()

function faceOf(style: Style, size: Units, settings: FaceSettings): LineFace {
  const { widths, wordSpacing } = settings
  const faces = made.get(widths) ?? new Map<string, LineFace>()
  made.set(widths, faces)
  const key = `${style.role} ${style.isBold} ${size} ${wordSpacing}`
  const face = faces.get(key) ?? newFace(style, size, settings)
  faces.set(key, face)
  return face
}

function newFace(style: Style, size: Units, { widths, wordSpacing }: FaceSettings): LineFace {
  const { role, isBold } = style
  // Only 仿宋 has a bold.
  const isBoldFace = isBold && role === 'fangsong'
  const ask = (codePoint: number) => {
    if (role === 'code') return widths.ofCode(codePoint)
    if (role === 'latin-marks') return widths.ofLatinMark(codePoint)
    return widths.of(role, codePoint, isBoldFace)
  }
  const added = role === 'code' ? 0 : wordSpacing
  const known = new Map<number, Units>()
  const widthAt = (codePoint: number): Units => {
    const width = known.get(codePoint)
    if (width !== undefined) return width
    const isSpace = codePoint === 0x20 || codePoint === 0xa0
    const asked = Math.round((ask(codePoint) * size) / em) + (isSpace ? added : 0)
    known.set(codePoint, asked)
    return asked
  }
  const width = (text: string) => {
    let sum = 0
    for (let at = 0; at < text.length; at++) {
      const codePoint = text.codePointAt(at) ?? 0
      if (codePoint > 0xffff) at++
      sum += widthAt(codePoint)
    }
    return sum
  }
  return { style, size, width }
}
