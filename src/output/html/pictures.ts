import pLimit from 'p-limit'
import type { Resources } from '../../browser/index.js'
import { type Band, forScreen, joinBands } from '../../images/for-screen.js'
import type { Article } from '../../model/article.js'
import type { Issue } from '../../model/issue.js'
import type { PictureFile } from '../../model/picture.js'
import type { PrintedPicture } from '../../typeset/picture-size.js'
import type { PlacedPictures } from '../pdf/pictures.js'
import type { ScreenLookup, ScreenPicture } from './figures.js'

/** The pictures of an issue for the screen. */
export interface ScreenPictures {
  of: (article: Article) => ScreenLookup
  cover: ScreenPicture | undefined
}

export interface ScreenRequest {
  issue: Issue
  pictures: PlacedPictures
  resources: Resources
  codec: 'webp' | 'plain'
}

/** Pixels of a picture as wide as the column: of a phone with three pixels a point, and of a desk. */
export const columnPixels = 1280
/** Width of the type area, mm. */
const measure = 156
/** Pictures in memory at the same time. */
const atOnce = 3

/** Codes every picture for the screen, each once for its greatest width. */
export async function screenPictures({
  issue,
  pictures,
  resources,
  codec,
}: ScreenRequest): Promise<ScreenPictures> {
  const limit = pLimit(atOnce)
  const coded = new Map<string, Promise<ScreenPicture | undefined>>()
  const code = (printed: PrintedPicture) => {
    const known =
      coded.get(printed.address) ?? limit(() => codedForScreen(printed, resources, codec))
    coded.set(printed.address, known)
    return known
  }
  const found = new Map<string, ScreenPicture | undefined>()
  const lookups = articlesOf(issue).map((article) => [article, pictures.of(article)] as const)
  await Promise.all(
    lookups.flatMap(([{ pictures: references }, lookup]) =>
      references.map(async (reference) => {
        const printed = lookup(reference)
        if (printed) found.set(printed.address, await code(printed))
      }),
    ),
  )
  const cover = pictures.cover === undefined ? undefined : coverOf(pictures.cover)
  return {
    of: (article) => (reference) => {
      const printed = pictures.of(article)(reference)
      return printed && found.get(printed.address)
    },
    cover: cover && (await code(cover)),
  }
}

const coverOf = (address: string): PrintedPicture => ({
  address,
  box: { width: measure, height: measure },
  wished: false,
})

const articlesOf = ({ sections }: Issue): Article[] => [
  ...new Set(
    sections.flatMap(({ articles, briefs }) => [
      ...articles,
      ...briefs.map(({ article }) => article),
    ]),
  ),
]

async function codedForScreen(
  printed: PrintedPicture,
  resources: Resources,
  codec: ScreenRequest['codec'],
): Promise<ScreenPicture | undefined> {
  const file = await printedFile(printed, resources)
  if (!file) return undefined
  const share = Math.min(1, printed.box.width / measure)
  const { body, type, width, height } = await forScreen(file, {
    width: Math.max(1, Math.round(columnPixels * share)),
    codec,
  })
  const address = `data:${type};base64,${Buffer.from(body).toString('base64')}`
  return { address, width, height, box: printed.box, bytes: body.length }
}

/** The file of a picture; one that continues on the next pages is put together again. */
async function printedFile(
  { address, bands }: PrintedPicture,
  resources: Resources,
): Promise<PictureFile | undefined> {
  if (!bands) return resources.get(address)
  const pieces = bands.flatMap(({ address: own, height, whole }): Band[] => {
    const file = resources.get(own)
    return file ? [{ file, share: height / whole }] : []
  })
  return pieces.length === bands.length ? joinBands(pieces) : undefined
}
