import type { Resources } from '../../browser/index.js'
import { virtualOrigin } from '../../browser/policy.js'
import type { PdfPicture } from '../../model/picture.js'
import { withPictures } from '../../pdf/index.js'
import type { Asks } from '../../typeset/copyfit/asks.js'

/** The pictures of a page that is laid out and printed with placeholders. */
export interface LatePictures {
  /** By the mark of their placeholder; undefined if they cannot be put into a PDF as they are. */
  pictures: Promise<ReadonlyMap<string, PdfPicture> | undefined>
  /** All pictures by URL, for a page on which placeholders will not do. */
  whole: () => Promise<Resources>
}

/** Puts the pictures into a PDF; undefined if the page must be printed with the pictures themselves. */
export async function withLate(
  pdf: Uint8Array,
  resources: Resources,
  late: LatePictures,
): Promise<Uint8Array | undefined> {
  const pictures = await late.pictures
  const given = [...resources.values()].filter(({ type }) => type.startsWith('image/'))
  return pictures && withPictures(pdf, pictures, given.length - pictures.size)
}

/** What a page is printed from. */
interface PageSource {
  html: string
  resources: Resources
  withAsks?: ((asks: Asks) => string) | undefined
}

/**
 * The page with the pictures themselves. They have other URLs, since the browser may still have the
 * placeholders of theirs.
 */
export async function wholePage(
  { html, resources, withAsks }: PageSource,
  { whole }: LatePictures,
): Promise<PageSource> {
  const others = [...resources].filter(([address]) => !address.startsWith(pictureUrls))
  const own = [...(await whole())].map(([address, file]) => [moved(address), file] as const)
  return {
    html: moved(html),
    resources: new Map([...others, ...own]),
    withAsks: withAsks && ((asks) => moved(withAsks(asks))),
  }
}

/** How the URLs of pictures begin. */
const pictureUrls = `${virtualOrigin}/picture-`

const moved = (text: string): string =>
  text.replaceAll(pictureUrls, `${virtualOrigin}/whole-picture-`)
