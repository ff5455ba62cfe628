import { dictionaryAt, objectAt, type Pdf, readPdf } from '../document.js'
import { decoded, streamAt } from '../streams.js'
import { arrayFrom, referenceFrom } from '../syntax.js'

/** A colour picture in a PDF. */
export interface ColourPicture {
  /** Its object number. */
  number: number
  width: number
  height: number
  /** JPEG, or three bytes a pixel. */
  jpeg: boolean
  data: Uint8Array
  /** How opaque each pixel is, 0 to 255; undefined if all are, or the mask has another size. */
  opacity?: Uint8Array
}

/** Returns the pictures of a PDF whose colours are red, green and blue. */
export function colourPictures(bytes: Uint8Array): ColourPicture[] {
  const pdf = readPdf(bytes)
  return pdf.offsets.flatMap((offset, number) => {
    if (offset === undefined || !objectAt(pdf, number).includes('/Subtype /Image\n')) return []
    const stream = streamAt(pdf, number)
    const { entries } = stream
    if (!isRgb(pdf, entries.get('ColorSpace') ?? '') || entries.get('BitsPerComponent') !== '8')
      return []
    const jpeg = entries.get('Filter') === '/DCTDecode'
    const [width, height] = [Number(entries.get('Width')), Number(entries.get('Height'))]
    const data = jpeg ? stream.data : decoded(stream)
    return [
      {
        number,
        width,
        height,
        jpeg,
        data,
        ...opacityOf(pdf, entries.get('SMask'), width * height),
      },
    ]
  })
}

const isRgb = (pdf: Pdf, space: string): boolean => {
  if (space === '/DeviceRGB') return true
  if (!space.startsWith('[/ICCBased')) return false
  return dictionaryAt(pdf, referenceFrom(arrayFrom(space)[1])).get('N') === '3'
}

function opacityOf(pdf: Pdf, mask: string | undefined, pixels: number) {
  if (mask === undefined) return {}
  const stream = streamAt(pdf, referenceFrom(mask))
  if (stream.entries.get('Filter') !== '/FlateDecode') return {}
  const opacity = decoded(stream)
  return opacity.length === pixels ? { opacity } : {}
}
