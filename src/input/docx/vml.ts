import { box, embedded, lost } from './drawings.js'
import type { Inline, WordPicture } from './model.js'
import { type Around, type Reading, say, textInlines } from './reading.js'
import { below, elementsOf, type XmlElement } from './xml.js'

/** `w:pict`: VML, as Word 97–2007 and some of WPS draw. */
export function vmlInlines(reading: Reading, drawing: XmlElement, _: Around): Inline[] {
  const found: Inline[] = []
  let empty = true
  const look = (element: XmlElement): void => {
    const { name, attributes } = element
    if (name === 'w:txbxContent') {
      found.push(...box(reading, element))
    } else if (name === 'v:imagedata') {
      const id = attributes['r:id'] ?? attributes['o:relid'] ?? attributes['r:pict'] ?? ''
      found.push(...embedded(reading, id, { ...vmlLook(drawing, element), inLine: true }))
    } else if (name === 'v:textpath') {
      found.push(...textInlines(reading, attributes.string ?? '', { face: {} }))
    } else {
      for (const one of elementsOf(element)) look(one)
      return
    }
    empty = false
  }
  look(drawing)
  const draws = [...below(drawing)].some(({ name }) => /^v:(?!shapetype)/.test(name))
  if (empty && draws) {
    say(reading, { kind: 'removed', about: 'shape', reason: '没有文字的线条或图形' })
  }
  return found
}

/** Crop and size of a VML picture: fractions of 65536 (`6554f`) or of 1, a style in points. */
function vmlLook(
  drawing: XmlElement,
  { attributes }: XmlElement,
): Pick<WordPicture, 'turn' | 'crop' | 'width' | 'height'> {
  const part = (side: string) => {
    const text = attributes[`crop${side}`] ?? '0'
    const value = text.endsWith('f') ? Number(text.slice(0, -1)) / 65_536 : Number(text)
    return Number.isFinite(value) ? Math.min(Math.max(value, 0), 0.99) : 0
  }
  const crop = {
    left: part('left'),
    top: part('top'),
    right: part('right'),
    bottom: part('bottom'),
  }
  const shape = [...below(drawing)].find(({ attributes: { style } }) => style !== undefined)
  const style = shape?.attributes.style ?? ''
  const length = (name: string) => {
    const found = new RegExp(`(?:^|;)\\s*${name}:\\s*([\\d.]+)pt`).exec(style)
    return found ? Number(found[1]) : undefined
  }
  const turn = Number(/(?:^|;)\s*rotation:\s*(-?\d+)(?=;|$)/.exec(style)?.[1] ?? 0)
  return {
    turn: ((turn % 360) + 360) % 360,
    width: length('width'),
    height: length('height'),
    ...(Object.values(crop).some((one) => one > 0) && { crop }),
  }
}

/** `w:object`: a thing of another program, shown by a picture of it. */
export function objectInlines(reading: Reading, object: XmlElement, around: Around): Inline[] {
  const program = [...below(object)].find(({ name }) => name === 'o:OLEObject')?.attributes.ProgID
  if (program?.startsWith('Equation')) {
    return lost(reading, 'formula', '旧式公式（公式编辑器 3.0）没有带过来：在稿件里补上')
  }
  const isShown = [...below(object)].some(({ name }) => name === 'v:imagedata')
  const inlines = isShown ? vmlInlines(reading, object, around) : []
  const name = program === undefined ? '别的程序' : program.split('.')[0]
  say(reading, {
    kind: inlines.length > 0 ? 'doubtful' : 'lost',
    about: 'object',
    reason: `嵌入的对象（${name}）只能带来它的图样；要能改，在稿件里照着做成表格或文字`,
  })
  return inlines
}
