import type { Element } from 'hast'
import type { Box } from '../../model/picture.js'
import type { Draft } from './draft.js'
import type { InlinePlace } from './place.js'
import type { FoundPicture } from './qr-picture.js'
import { qrPicture } from './qr-picture.js'
import { emu } from './units.js'
import type { Xml } from './xml.js'
import { element } from './xml.js'

/** Where a picture floats, mm from the edge of the sheet, or of the column and the paragraph. */
export interface Floating {
  from: 'sheet' | 'paragraph'
  left: number
  top: number
  behind: boolean
}

/** A run that shows a picture of the page, or a QR code, in the line. Nothing for one unread. */
export function pictureRun(
  node: Element,
  { look, part }: Pick<InlinePlace, 'look' | 'part'>,
  draft: Draft,
): Xml[] {
  const found = node.tagName === 'svg' ? qrPicture(node) : pictureOf(node, draft)
  if (!found) return []
  const { bytes, type, key, box, description } = found
  const id = draft.addMedia(bytes, type, { key, part })
  return [draft.runOf(look, drawing({ id, box, description, number: draft.nextDrawing() }))]
}

/** A run with a floating picture, by its address on the page. */
export function floatingPicture(
  address: string,
  { box, description, floating }: { box: Box; description: string; floating: Floating },
  draft: Draft,
): Xml[] {
  const file = draft.resources.get(address)
  if (!file) return []
  const id = draft.addMedia(bytesOf(file.body), file.type, { key: address })
  const number = draft.nextDrawing()
  return [draft.runOf(draft.lookOf('Normal'), drawing({ id, box, description, number, floating }))]
}

function pictureOf({ properties }: Element, draft: Draft): FoundPicture | undefined {
  const key = String(properties.src ?? '')
  const file = draft.resources.get(key)
  const size = /width:([\d.]+)mm;height:([\d.]+)mm/.exec(String(properties.style ?? ''))
  if (!file || !size) return undefined
  return {
    bytes: bytesOf(file.body),
    type: file.type,
    key,
    box: { width: Number(size[1]), height: Number(size[2]) },
    description: String(properties.alt ?? ''),
  }
}

const bytesOf = (body: Uint8Array | string): Uint8Array =>
  typeof body === 'string' ? Buffer.from(body) : body

/** `w:drawing` (ECMA-376, part 1, 20.4): in the line, or floating. */
function drawing({
  id,
  box,
  description,
  number,
  floating,
}: {
  id: string
  box: Box
  description: string
  number: number
  floating?: Floating
}): Xml {
  const size = { cx: emu(box.width), cy: emu(box.height) }
  const name = `图片 ${number}`
  const about = element('wp:docPr', { id: number, name, descr: description })
  const picture = element(
    'a:graphic',
    {},
    element(
      'a:graphicData',
      { uri: 'http://schemas.openxmlformats.org/drawingml/2006/picture' },
      element(
        'pic:pic',
        {},
        element(
          'pic:nvPicPr',
          {},
          element('pic:cNvPr', { id: number, name, descr: description }),
          element('pic:cNvPicPr', {}),
        ),
        element(
          'pic:blipFill',
          {},
          element('a:blip', { 'r:embed': id }),
          element('a:stretch', {}, element('a:fillRect', {})),
        ),
        element(
          'pic:spPr',
          {},
          element('a:xfrm', {}, element('a:off', { x: 0, y: 0 }), element('a:ext', size)),
          element('a:prstGeom', { prst: 'rect' }, element('a:avLst', {})),
        ),
      ),
    ),
  )
  const locks = element(
    'wp:cNvGraphicFramePr',
    {},
    element('a:graphicFrameLocks', { noChangeAspect: 1 }),
  )
  const none = { distT: 0, distB: 0, distL: 0, distR: 0 }
  if (!floating) {
    const inline = element('wp:inline', none, element('wp:extent', size), about, locks, picture)
    return element('w:drawing', {}, inline)
  }
  const offset = (name: string, relativeFrom: string, mm: number) =>
    element(name, { relativeFrom }, element('wp:posOffset', {}, String(emu(mm))))
  const isOnSheet = floating.from === 'sheet'
  const anchor = element(
    'wp:anchor',
    {
      ...none,
      simplePos: 0,
      relativeHeight: number,
      behindDoc: floating.behind ? 1 : 0,
      locked: 0,
      layoutInCell: 1,
      allowOverlap: 1,
    },
    element('wp:simplePos', { x: 0, y: 0 }),
    offset('wp:positionH', isOnSheet ? 'page' : 'column', floating.left),
    offset('wp:positionV', isOnSheet ? 'page' : 'paragraph', floating.top),
    element('wp:extent', size),
    element('wp:effectExtent', { l: 0, t: 0, r: 0, b: 0 }),
    element('wp:wrapNone', {}),
    about,
    locks,
    picture,
  )
  return element('w:drawing', {}, anchor)
}
