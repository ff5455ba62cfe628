import { branchOf } from './alternatives.js'
import type { Inline, WordPicture } from './model.js'
import { type Around, type Reading, say } from './reading.js'
import { at, below, child, elementsOf, textIn, whole, type XmlElement } from './xml.js'

/** English Metric Units in a point. */
const emuOfPoint = 12_700

/** `w:drawing`: pictures, text boxes, shapes, and what is none of them. */
export function drawingInlines(reading: Reading, drawing: XmlElement, _: Around): Inline[] {
  return elementsOf(drawing).flatMap((frame) => {
    const extent = child(frame, 'wp:extent')?.attributes
    const size = {
      width: points(extent?.cx),
      height: points(extent?.cy),
      inLine: frame.name === 'wp:inline',
    }
    const data = at(frame, 'a:graphic', 'a:graphicData')
    return data ? elementsOf(data).flatMap((one) => graphicInlines(reading, one, size)) : []
  })
}

type Size = Pick<WordPicture, 'width' | 'height' | 'inLine'>

const points = (emu: string | undefined): number | undefined => {
  const value = whole(emu)
  return value === undefined ? undefined : value / emuOfPoint
}

function graphicInlines(reading: Reading, graphic: XmlElement, size: Size): Inline[] {
  switch (graphic.name) {
    case 'pic:pic':
      return picture(reading, child(graphic, 'pic:blipFill'), child(graphic, 'pic:spPr'), size)
    case 'wps:wsp':
      return shape(reading, graphic, size)
    case 'wpg:wgp':
    case 'wpg:grpSp':
    case 'wpc:wpc':
      return elementsOf(graphic).flatMap((one) => graphicInlines(reading, one, sizeIn(one, size)))
    case 'mc:AlternateContent': {
      const branch = branchOf(graphic)
      return elementsOf(branch).flatMap((one) => graphicInlines(reading, one, size))
    }
    case 'c:chart':
      return lost(reading, 'chart', '图表没有带过来：在 Word 里把它另存为图片，再放进来')
    case 'dgm:relIds':
      return lost(reading, 'diagram', `SmartArt 图形没有带过来${diagramWords(reading, graphic)}`)
    default:
      return []
  }
}

/** The size of a part of a group, from its own frame. */
function sizeIn(part: XmlElement, { inLine }: Size): Size {
  const frame = at(part, 'pic:spPr', 'a:xfrm', 'a:ext') ?? at(part, 'wps:spPr', 'a:xfrm', 'a:ext')
  return { width: points(frame?.attributes.cx), height: points(frame?.attributes.cy), inLine }
}

function shape(reading: Reading, element: XmlElement, size: Size): Inline[] {
  const content = at(element, 'wps:txbx', 'w:txbxContent')
  const look = child(element, 'wps:spPr')
  const fill = child(look, 'a:blipFill')
  if (fill) return picture(reading, fill, look, size)
  if (content) return box(reading, content)
  if (child(element, 'wps:linkedTxbx')) return []
  say(reading, { kind: 'removed', about: 'shape', reason: '没有文字的线条或图形' })
  return []
}

/** The blocks of a text box; they stand after the paragraph that it hangs on. */
export function box(reading: Reading, content: XmlElement): Inline[] {
  const { place, near, fields, boxes } = reading
  const id = reading.nextId()
  reading.place = `${place}旁的文本框`
  // A box is a story of its own: no field of the paragraph reaches into it.
  reading.fields = []
  reading.boxes = []
  const blocks = reading.blocksIn(content)
  Object.assign(reading, { place, near, fields, boxes })
  if (blocks.length > 0) boxes.push({ type: 'box', id, place: `${place}旁的文本框`, blocks })
  return []
}

/** Says that something could not be brought over. */
export const lost = (reading: Reading, about: string, reason: string): Inline[] => {
  say(reading, { kind: 'lost', about, reason })
  return []
}

function picture(
  reading: Reading,
  fill: XmlElement | undefined,
  look: XmlElement | undefined,
  size: Size,
): Inline[] {
  const blip = child(fill, 'a:blip')
  const id = blip?.attributes['r:embed']
  if (id === undefined) {
    return lost(
      reading,
      'picture',
      '图片只是一个链接，文件里没有：在 Word 里把它插入（嵌入）再存一次',
    )
  }
  const frame = child(look, 'a:xfrm')?.attributes ?? {}
  const degrees = (whole(frame.rot) ?? 0) / 60_000
  const cut = child(fill, 'a:srcRect')?.attributes ?? {}
  const part = (side: string) => Math.min(Math.max((whole(cut[side]) ?? 0) / 100_000, 0), 0.99)
  const crop = { left: part('l'), top: part('t'), right: part('r'), bottom: part('b') }
  const [flipH, flipV] = [isOn(frame.flipH), isOn(frame.flipV)]
  return embedded(reading, id, {
    ...size,
    turn: ((degrees % 360) + 360) % 360,
    ...(Object.values(crop).some((one) => one > 0) && { crop }),
    ...((flipH || flipV) && {
      mirrored: flipH && flipV ? 'both' : flipH ? 'horizontally' : 'vertically',
    }),
  })
}

const isOn = (value: string | undefined): boolean => value === '1' || value === 'true'

/** A picture that is a part of the package. */
export function embedded(
  reading: Reading,
  id: string,
  rest: Omit<WordPicture, 'type' | 'part' | 'bytes'>,
): Inline[] {
  const relation = reading.opened.relations(reading.part).get(id)
  const bytes = relation && !relation.external ? reading.opened.bytes(relation.target) : undefined
  if (!relation || !bytes) return lost(reading, 'picture', '图片不在文件里，没有带过来')
  if (reading.fields.some(({ dropped }) => dropped)) return []
  return [{ type: 'picture', part: relation.target, bytes, ...rest }]
}

/** The words of a diagram, for the message: they are in a part of their own. */
function diagramWords(reading: Reading, { attributes }: XmlElement): string {
  const relation = reading.opened.relations(reading.part).get(attributes['r:dm'] ?? '')
  const data = relation && !relation.external ? reading.opened.xml(relation.target) : undefined
  const words = data
    ? [...below(data)]
        .filter(({ name }) => name === 'a:t')
        .map(textIn)
        .filter((one) => one.trim() !== '')
    : []
  return words.length === 0 ? '' : `，里面的字是：${words.join('、')}`
}
