import pLimit from 'p-limit'
import type { Resources } from '../../browser/index.js'
import { embeddedSize } from '../../images/embedded-size.js'
import { pdfPicture } from '../../images/pdf-picture.js'
import type { PdfPicture, PictureFile } from '../../model/picture.js'
import type { Staged } from '../../model/staged.js'
import { longestPlaceholder, placeholder } from '../../pdf/index.js'
import { digestOf } from '../../system/digest.js'
import type { FoundPicture } from './found-picture.js'

/** What the browser is given of the pictures of an issue, to print while they are being made. */
export interface PagePictures {
  /** Placeholders, and the pictures that have none, by URL. */
  resources: Resources
  /**
   * The pictures by the mark of their placeholder, when all are made; undefined if the browser would
   * not copy one into a PDF as it is.
   */
  late: Promise<ReadonlyMap<string, PdfPicture> | undefined>
}

/** Maximum number of pictures whose pixels are in memory at the same time. */
const packedAtOnce = 2

type Size = Pick<PdfPicture, 'width' | 'height'>
type Files = ReadonlyMap<string, Promise<Staged<PictureFile>>>

/**
 * Waits for the pictures that have no placeholder: all but the opaque bitmaps among the `figures` of
 * the articles, printed whole. `files` has all pictures by URL, `others` are shown elsewhere.
 */
export async function pagePictures(
  files: Files,
  figures: readonly FoundPicture[],
  others: readonly { address: string }[],
  dpi: number,
): Promise<PagePictures> {
  const sizes = placeholderSizes(figures, dpi)
  for (const { address } of others) sizes.delete(address)
  const packing = pLimit(packedAtOnce)
  const late = Promise.all(
    [...sizes.keys()].map(async (address) => {
      const value = (await files.get(address))?.value
      return [digestOf(address), value && (await packing(() => pdfPicture(value)))] as const
    }),
  ).then(allOf)
  late.catch(() => undefined)
  const resources = [...files].map(async ([address, file]) => {
    const size = sizes.get(address)
    if (size) return [[address, placeholderFile(size, address)] as const]
    const { value } = await file
    return value ? [[address, value] as const] : []
  })
  return { resources: new Map((await Promise.all(resources)).flat()), late }
}

/** Sizes in px by URL. */
function placeholderSizes(figures: readonly FoundPicture[], dpi: number): Map<string, Size> {
  const sizes = new Map<string, Size>()
  for (const { value } of figures) {
    if (!value?.picture.late || value.bandEnds) continue
    const { picture, box } = value
    const size = embeddedSize(picture, value.picture.late.isPlain, box, dpi)
    if (Math.max(size.width, size.height) <= longestPlaceholder) sizes.set(value.address, size)
  }
  return sizes
}

const placeholderFile = (size: Size, address: string): PictureFile => ({
  body: placeholder(size, digestOf(address)),
  type: 'image/jpeg',
})

function allOf(
  entries: readonly (readonly [string, PdfPicture | undefined])[],
): ReadonlyMap<string, PdfPicture> | undefined {
  const whole = entries.flatMap(([mark, picture]) => (picture ? [[mark, picture] as const] : []))
  return whole.length === entries.length ? new Map(whole) : undefined
}
