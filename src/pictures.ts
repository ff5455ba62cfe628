import { dirname, resolve } from 'node:path'
import type { PrintedSize } from './check/rule.js'
import type { Diagnostic } from './diagnostic.js'
import type { Article, Issue } from './model.js'
import type { Resources } from './print/browser/index.js'
import { virtualOrigin } from './print/browser/policy.js'
import type { Box, Picture, PictureFile, PictureWish } from './read/pictures.js'
import type { PictureLookup } from './render/figures.js'
import { pageOf, roomOf } from './render/page.js'
import { pictureSize } from './render/picture-size.js'
import type { SealPicture } from './render/view.js'
import type { World } from './world.js'

export interface IssuePictures {
  of: (article: Article) => PictureLookup
  /** Address of the cover. */
  cover?: string
  /** The seals of a document, in the order of its names. */
  seals: SealPicture[]
  /** How large every picture prints, for the checks. */
  sizes: PrintedSize[]
  diagnostics: Diagnostic[]
  /** The pictures by the address that the page knows them by, once all are scaled. */
  files: () => Promise<{ resources: Resources; diagnostics: Diagnostic[] }>
}

/** A seal's width, mm: that of a county's organs and their offices. */
const sealWidth = 42
/** A signature stamp's height, mm. */
const stampHeight = 15

/** A4 with its bleed: the room of a cover picture, mm. */
const sheet: Box = { width: 210, height: 297 }

/** Reads every picture of an issue at the size at which it prints. */
export async function picturesFor(
  issue: Issue,
  roots: readonly string[],
  world: Pick<World, 'readPicture'>,
): Promise<IssuePictures> {
  const { images = {}, cover, seal = [] } = issue.settings
  const options = { roots, dpi: images.dpi ?? 300, quality: images.quality ?? 85 }
  const room = roomOf(pageOf(issue))
  const diagnostics: Diagnostic[] = []
  const sizes: PrintedSize[] = []
  const files = new Map<string, Picture['file']>()
  let count = 0

  /** Where the page finds a picture; undefined when it cannot be read. */
  const read = async (wish: PictureWish & { wished: boolean }) => {
    const address = `${virtualOrigin}/picture-${++count}`
    const { value, diagnostics: said } = await world.readPicture(wish, options)
    diagnostics.push(...said)
    if (!value) return undefined
    files.set(address, value.file)
    const box = wish.boxFor(value)
    sizes.push({ ...wish.place, src: wish.src, pixels: value.width, width: box.width })
    return { address, box, wished: wish.wished }
  }
  const readAll = async (article: Article) => {
    const entries = article.pictures.map(async (reference) => {
      const boxFor = (pixels: Pixels) => pictureSize(pixels, reference, room)
      const absolute = resolve(dirname(article.absolute), reference.src)
      const place = { file: article.path, at: reference.at }
      return [
        reference.src,
        await read({
          src: reference.src,
          absolute,
          place,
          boxFor,
          wished: reference.width !== undefined,
        }),
      ] as const
    })
    return [article, new Map(await Promise.all(entries))] as const
  }

  const found = new Map(await Promise.all(articlesOf(issue).map(readAll)))
  const front = cover && { src: cover.path, absolute: cover.absolute, place: cover.place }
  const picture = front ? await read({ ...front, boxFor: () => sheet, wished: true }) : undefined
  const isStamp = issue.settings.form === 'order'
  const sealBox = ({ width, height }: Pixels): Box =>
    isStamp
      ? { width: (stampHeight * width) / height, height: stampHeight }
      : { width: sealWidth, height: (sealWidth * height) / width }
  const stamped = await Promise.all(
    issue.kind === 'document'
      ? seal.map(({ path, absolute, place }) =>
          read({ src: path, absolute, place, boxFor: sealBox, wished: true }),
        )
      : [],
  )
  return {
    of: (article) => (src) => found.get(article)?.get(src),
    cover: picture?.address,
    seals: stamped.flatMap((one) => (one ? { picture: one.address, ...one.box } : [])),
    sizes,
    diagnostics,
    files: () => allOf(files),
  }
}

async function allOf(files: ReadonlyMap<string, Picture['file']>) {
  const resources = new Map<string, PictureFile>()
  const diagnostics: Diagnostic[] = []
  for (const [address, file] of files) {
    const { value, diagnostics: said } = await file
    diagnostics.push(...said)
    if (value) resources.set(address, value)
  }
  return { resources, diagnostics }
}

const articlesOf = ({ sections }: Issue): Article[] =>
  sections.flatMap(({ articles, briefs }) => [
    ...articles,
    ...new Set(briefs.map(({ article }) => article)),
  ])

type Pixels = Parameters<PictureWish['boxFor']>[0]
