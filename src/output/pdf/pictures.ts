import { dirname, resolve } from 'node:path'
import pLimit from 'p-limit'
import type { Resources } from '../../browser/index.js'
import { virtualOrigin } from '../../browser/policy.js'
import type { Picture } from '../../images/open.js'
import type { PrintedSize } from '../../lint/rule.js'
import type { Article, PictureReference } from '../../model/article.js'
import type { Diagnostic } from '../../model/diagnostic.js'
import type { Issue } from '../../model/issue.js'
import type { Box, PictureFile, PictureOptions, PictureRequest } from '../../model/picture.js'
import type { FileReference } from '../../model/settings.js'
import type { Staged } from '../../model/staged.js'
import type { Span } from '../../model/timing.js'
import { pageOf, roomOf } from '../../typeset/page-geometry.js'
import type { PictureLookup } from '../../typeset/picture-size.js'
import { isWished, pictureSize } from '../../typeset/picture-size.js'
import type { SealPicture } from '../../typeset/view-model.js'
import type { Found } from './found-picture.js'
import { bandsFrom, placedTall } from './tall-pictures.js'

export interface PlacedPictures {
  of: (article: Article) => PictureLookup
  /** Address of the cover. */
  cover?: string
  /** The seals of a document, in the order of its names. */
  seals: SealPicture[]
  /** How large every picture of dots prints, for the checks. */
  sizes: PrintedSize[]
  diagnostics: Diagnostic[]
  scaled: Promise<ScaledPictures>
}

export interface ScaledPictures {
  /** By the address that the page knows each by. */
  resources: Resources
  /** What only scaling has found wrong. */
  diagnostics: Diagnostic[]
  /** From the first picture that was opened to the last that was scaled; none without pictures. */
  spans: Span[]
}

/** Where pictures come from, and the time, ms. */
export interface PictureSource {
  readPicture(request: PictureRequest, options: PictureOptions): Promise<Staged<Picture>>
  clock(): number
}

/** A seal's width, mm: that of a county's organs and their offices. */
const sealWidth = 42
/** A signature stamp's height, mm. */
const stampHeight = 15

/** A4 with its bleed: the room of a cover picture, mm. */
const sheet: Box = { width: 210, height: 297 }

/** Files that are open at a time. */
const readAtOnce = 6
/** Pictures that are in memory at a time: of the four threads that Node has for such work, one is left for reading. */
const scaledAtOnce = 3

type Pixels = Pick<Picture, 'width' | 'height'>

/**
 * Finds every picture of an arranged issue, the size at which it prints, and begins to scale it. One
 * that stands in several places at one size is scaled, and goes into the PDF, once.
 */
export async function placePictures(
  issue: Issue,
  roots: readonly string[],
  source: PictureSource,
): Promise<PlacedPictures> {
  const { settings, kind } = issue
  const { images = {}, cover, seal = [] } = settings
  const options = { roots, dpi: images.dpi ?? 300, quality: images.quality ?? 85 }
  const room = roomOf(pageOf(issue))
  const reading = pLimit(readAtOnce)
  const scaling = pLimit(scaledAtOnce)
  const known = new Map<string, Promise<Staged<Picture>>>()
  const files = new Map<string, Promise<Staged<PictureFile>>>()
  let began: number | undefined

  /** What is wrong with a picture is said wherever it stands. */
  const open = async (wish: PictureRequest): Promise<Staged<Picture>> => {
    began ??= source.clock()
    const before = known.get(wish.absolute)
    if (before && (await before).value) return before
    const picture = reading(() => source.readPicture(wish, options))
    if (!before) known.set(wish.absolute, picture)
    return picture
  }

  /** Finds a picture and begins to scale it. */
  const find = async (wish: PictureRequest, boxFor: (pixels: Pixels) => Box): Promise<Found> => {
    const { value, diagnostics } = await open(wish)
    if (!value) return { wish, diagnostics }
    const box = boxFor(value)
    // All that decides the file: a page that knows an address need not ask what is there for the next issue.
    const look = [box.width, box.height, options.dpi, options.quality].join('-')
    const address = `${virtualOrigin}/picture-${value.digest}-${look}`
    if (!files.has(address)) files.set(address, heard(scaling(() => value.fileFor(box))))
    return { wish, value: { address, box, picture: value }, diagnostics }
  }

  const inArticle = async (article: Article, reference: PictureReference): Promise<Found> => {
    const { src, at } = reference
    const from = dirname(article.absolute)
    const wish = { src, absolute: resolve(from, src), from, place: { file: article.path, at } }
    const found = await find(wish, (pixels) => pictureSize(pixels, reference, room))
    return placedTall(found, reference, room)
  }

  const spans = (): Span[] =>
    began === undefined ? [] : [{ name: 'pictures', start: began, ms: source.clock() - began }]

  const isStamp = settings.form === 'order'
  const sealBox = ({ width, height }: Pixels): Box =>
    isStamp
      ? { width: (stampHeight * width) / height, height: stampHeight }
      : { width: sealWidth, height: (sealWidth * height) / width }
  const wishFor = ({ path, absolute, place, from }: FileReference): PictureRequest => ({
    src: path,
    absolute,
    place,
    from: from ?? dirname(absolute),
  })

  const diagnostics: Diagnostic[] = []
  const sizes: PrintedSize[] = []
  const printed = new Map<string, Promise<Staged<PictureFile>>>()
  /** Where the page finds a picture; undefined when it cannot be read. */
  const take = ({ wish: { src, place }, value, diagnostics: said }: Found) => {
    diagnostics.push(...said)
    const file = value && files.get(value.address)
    if (!file) return undefined
    const { address, box, picture, bandEnds } = value
    const parted = bandEnds && bandsFrom({ address, box }, file, bandEnds)
    for (const [at, one] of parted?.files ?? [[address, file] as const]) printed.set(at, heard(one))
    // A drawing of lines is as fine as the press.
    const { isVector, width: pixels } = picture
    if (!isVector) sizes.push({ ...place, src, pixels, width: box.width })
    return { address, box, ...(parted && { bands: parted.bands }) }
  }
  const placeAll = async (article: Article) => {
    const entries = article.pictures.map(async (reference) => {
      const picture = take(await inArticle(article, reference))
      return [wishKey(reference), picture && { ...picture, wished: isWished(reference) }] as const
    })
    return [article, new Map(await Promise.all(entries))] as const
  }
  const found = new Map(await Promise.all(articlesOf(issue).map(placeAll)))
  const front = cover && take(await find(wishFor(cover), () => sheet))
  const stamped = kind === 'document' ? seal : []
  const foundSeals = await Promise.all(stamped.map((one) => find(wishFor(one), sealBox)))
  const seals = foundSeals.flatMap((one) => take(one) ?? [])
  return {
    of: (article) => (reference) => found.get(article)?.get(wishKey(reference)),
    ...(front && { cover: front.address }),
    seals: seals.map(({ address, box }) => ({ picture: address, ...box })),
    sizes,
    diagnostics,
    scaled: heard(allOf(printed).then((scaled) => ({ ...scaled, spans: spans() }))),
  }
}

/** A promise of which the failure is not lost on whoever awaits it, and ends nothing when nobody does. */
function heard<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined)
  return promise
}

/** What one picture of an article has that another of the same file has not: all that decides its size. */
const wishKey = ({ at: _, ...wishes }: PictureReference): string =>
  JSON.stringify(Object.entries(wishes).toSorted())

async function allOf(
  printed: ReadonlyMap<string, Promise<Staged<PictureFile>>>,
): Promise<Omit<ScaledPictures, 'spans'>> {
  const entries = [...printed].map(async ([address, file]) => ({ address, ...(await file) }))
  const files = await Promise.all(entries)
  return {
    resources: new Map(files.flatMap(({ address, value }) => (value ? [[address, value]] : []))),
    diagnostics: files.flatMap(({ diagnostics }) => diagnostics),
  }
}

const articlesOf = ({ sections }: Issue): Article[] =>
  sections.flatMap(({ articles, briefs }) => [
    ...articles,
    ...new Set(briefs.map(({ article }) => article)),
  ])
