import type { OpenPicture, PictureOpener } from '../../images/scale.js'
import type { PictureFile } from '../../model/picture.js'
import { digestOfData } from '../../system/digest.js'
import type { Store } from './store.js'

type Header = Pick<OpenPicture, 'width' | 'height' | 'late'>

/**
 * Wraps `open` so that pictures which this `tool` has already opened and scaled to the same size
 * come from the store. If all do, the image library is not loaded.
 */
export const keptPictures =
  (store: Store, tool: () => string, open: PictureOpener): PictureOpener =>
  async (bytes, digest) => {
    let opened: Promise<OpenPicture> | undefined
    const picture = () => {
      opened ??= open(bytes, digest)
      return opened
    }
    const keyOf = (...asked: unknown[]) => `picture-${digestOfData([tool(), digest, ...asked])}`
    const known = headerIn(store.read(keyOf()))
    const { width, height, late } = known ?? (await picture())
    const header: Header = { width, height, ...(late && { late }) }
    if (!known) store.keep(keyOf(), () => Buffer.from(JSON.stringify(header)))
    return {
      ...header,
      async coded(box, options) {
        const key = keyOf(box, options.dpi, options.quality, options.lossless === true)
        const before = fileIn(store.read(key), bytes)
        if (before) return before
        const file = await (await picture()).coded(box, options)
        store.keep(key, () => bytesOf(file, bytes))
        return file
      },
    }
  }

const headerIn = (kept: Buffer | undefined): Header | undefined =>
  kept && (JSON.parse(kept.toString()) as Header)

/**
 * Serialises a picture: all but its bytes as JSON, a line feed, the bytes. The bytes are omitted when
 * the source is used unchanged.
 */
function bytesOf({ body, ...about }: PictureFile, source: Uint8Array): Uint8Array {
  const head = Buffer.from(`${JSON.stringify(about)}\n`)
  return Buffer.concat([head, body === source ? new Uint8Array() : body])
}

function fileIn(kept: Buffer | undefined, source: Uint8Array): PictureFile | undefined {
  if (!kept) return undefined
  const end = kept.indexOf('\n')
  const body = kept.subarray(end + 1)
  const about = JSON.parse(kept.toString('latin1', 0, end)) as Omit<PictureFile, 'body'>
  return { ...about, body: body.length === 0 ? source : body }
}
