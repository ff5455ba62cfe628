import { dirname, resolve } from 'node:path'
import pLimit from 'p-limit'
import type { PrintedSize } from './check/rule.js'
import type { Diagnostic } from './diagnostic.js'
import type { Article, Issue, Staged } from './model.js'
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
  /** Scales the pictures: each by the address that the page knows it by, and what is wrong with them in the end. */
  files: () => { resources: Resources; diagnostics: Promise<Diagnostic[]> }
}

/** A seal's width, mm: that of a county's organs and their offices. */
const sealWidth = 42
/** A signature stamp's height, mm. */
const stampHeight = 15

/** A4 with its bleed: the room of a cover picture, mm. */
const sheet: Box = { width: 210, height: 297 }

/** Pictures that are in memory at a time; the library that scales them takes four. */
const atOnce = 6

/**
 * Finds every picture of an issue and the size at which it prints. One that stands in several places
 * at one size is scaled, and goes into the PDF, once.
 */
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
  const limit = pLimit(atOnce)
  const known = new Map<string, Promise<Staged<Picture>>>()
  const printed = new Map<string, () => Promise<Staged<PictureFile>>>()

  /** What is wrong with a picture is said wherever it stands. */
  const open = async (wish: PictureWish): Promise<Staged<Picture>> => {
    const before = await known.get(wish.absolute)
    if (before?.value) return before
    const picture = limit(() => world.readPicture(wish, options))
    if (!before) known.set(wish.absolute, picture)
    return picture
  }

  /** Where the page finds a picture; undefined when it cannot be read. */
  const read = async (
    wish: PictureWish,
    { boxFor, wished }: { boxFor: (pixels: Pixels) => Box; wished: boolean },
  ) => {
    const { value, diagnostics: said } = await open(wish)
    diagnostics.push(...said)
    if (!value) return undefined
    const box = boxFor(value)
    sizes.push({ ...wish.place, src: wish.src, pixels: value.width, width: box.width })
    const address = `${virtualOrigin}/picture-${value.digest}-${box.width}x${box.height}`
    if (!printed.has(address)) printed.set(address, () => value.fileFor(box))
    return { address, box, wished }
  }
  const readAll = async (article: Article) => {
    const entries = article.pictures.map(async (reference) => {
      const { src, at, width } = reference
      const absolute = resolve(dirname(article.absolute), src)
      const picture = await read(
        { src, absolute, place: { file: article.path, at } },
        { boxFor: (pixels) => pictureSize(pixels, reference, room), wished: width !== undefined },
      )
      return [src, picture] as const
    })
    return [article, new Map(await Promise.all(entries))] as const
  }

  const found = new Map(await Promise.all(articlesOf(issue).map(readAll)))
  const front = cover && { src: cover.path, absolute: cover.absolute, place: cover.place }
  const picture = front ? await read(front, { boxFor: () => sheet, wished: true }) : undefined
  const isStamp = issue.settings.form === 'order'
  const sealBox = ({ width, height }: Pixels): Box =>
    isStamp
      ? { width: (stampHeight * width) / height, height: stampHeight }
      : { width: sealWidth, height: (sealWidth * height) / width }
  const stamped = await Promise.all(
    issue.kind === 'document'
      ? seal.map(({ path, absolute, place }) =>
          read({ src: path, absolute, place }, { boxFor: sealBox, wished: true }),
        )
      : [],
  )
  return {
    of: (article) => (src) => found.get(article)?.get(src),
    cover: picture?.address,
    seals: stamped.flatMap((one) => (one ? { picture: one.address, ...one.box } : [])),
    sizes,
    diagnostics,
    files() {
      const diagnostics: Diagnostic[] = []
      const scaled = async (file: () => Promise<Staged<PictureFile>>) => {
        const { value, diagnostics: said } = await limit(file)
        diagnostics.push(...said)
        return value
      }
      const resources = new Map([...printed].map(([address, file]) => [address, scaled(file)]))
      return { resources, diagnostics: Promise.all(resources.values()).then(() => diagnostics) }
    },
  }
}

const articlesOf = ({ sections }: Issue): Article[] =>
  sections.flatMap(({ articles, briefs }) => [
    ...articles,
    ...new Set(briefs.map(({ article }) => article)),
  ])

type Pixels = Pick<Picture, 'width' | 'height'>
