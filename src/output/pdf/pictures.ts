import { dirname, resolve } from 'node:path'
import pLimit from 'p-limit'
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
import { continuesOnNextPages, isWished, pictureSize } from '../../typeset/picture-size.js'
import type { SealPicture } from '../../typeset/view-model.js'
import type { FoundPicture } from './found-picture.js'
import type { PagePictures } from './page-pictures.js'
import { pagePictures } from './page-pictures.js'
import type { PlacedFile, ScaledPictures } from './scaled-pictures.js'
import { scaledPictures } from './scaled-pictures.js'
import { scalingQueue } from './scaling-queue.js'
import { bandsFrom, placedTall } from './tall-pictures.js'

export interface PlacedPictures {
  of: (article: Article) => PictureLookup
  /** URL of the cover picture. */
  cover?: string
  /** The seals of a document, in the order of its signed names. */
  seals: SealPicture[]
  /** Printed size of every bitmap picture, for the checks. */
  sizes: PrintedSize[]
  diagnostics: Diagnostic[]
  /** For printing; all pictures are in `scaled`. */
  forPage: () => Promise<PagePictures>
  scaled: Promise<ScaledPictures>
}

/** Reads pictures. `clock` returns ms. */
export interface PictureSource {
  readPicture(request: PictureRequest, options: PictureOptions): Promise<Staged<Picture>>
  clock(): number
}

/** Width of a seal, mm: that of organs at county level and their offices. */
const sealWidth = 42
/** Height of a signature stamp, mm. */
const stampHeight = 15

/** Room of a cover picture, mm: the A4 sheet. */
const sheet: Box = { width: 210, height: 297 }

/** Maximum number of files open at the same time. */
const readAtOnce = 6
type Pixels = Pick<Picture, 'width' | 'height'>

/**
 * Finds every picture of an arranged issue, computes its printed size and starts to scale it. A
 * picture used several times at one size is scaled and embedded once. `roots` are the folders that
 * pictures may be read from.
 */
export async function placePictures(
  issue: Issue,
  roots: readonly string[],
  source: PictureSource,
): Promise<PlacedPictures> {
  const { settings, kind } = issue
  const { images = {}, cover, seal = [] } = settings
  const options = {
    roots,
    dpi: images.dpi ?? 300,
    quality: images.quality ?? 85,
    lossless: images.lossless ?? false,
  }
  const room = roomOf(pageOf(issue))
  const reading = pLimit(readAtOnce)
  const scale = scalingQueue()
  const opened = new Map<string, Promise<Staged<Picture>>>()
  const files = new Map<string, Promise<Staged<PictureFile>>>()
  let began: number | undefined

  /**
   * A picture that could not be read is opened again at its next place, so that the diagnostics
   * name every place.
   */
  const open = async (request: PictureRequest): Promise<Staged<Picture>> => {
    began ??= source.clock()
    const before = opened.get(request.absolute)
    if (before && (await before).value) return before
    const picture = reading(() => source.readPicture(request, options))
    if (!before) opened.set(request.absolute, picture)
    return picture
  }

  /**
   * Opens a picture and starts to scale it. `boxFor` gives its printed size in mm. One that will be cut
   * across stays without loss until then.
   */
  const find = async (
    request: PictureRequest,
    boxFor: (pixels: Pixels) => Box,
    isCut: (box: Box) => boolean = () => false,
  ): Promise<FoundPicture> => {
    const { value, diagnostics } = await open(request)
    if (!value) return { request, diagnostics }
    const box = boxFor(value)
    // The URL contains everything that decides the file's content, so a page reused for the next
    // issue cannot show a stale picture.
    const lossless = options.lossless || isCut(box)
    const variant = [
      ...[box.width, box.height, options.dpi, options.quality],
      ...(lossless ? ['lossless'] : []),
    ].join('-')
    const address = `${virtualOrigin}/picture-${value.digest}-${variant}`
    if (!files.has(address)) files.set(address, withHandledRejection(scale(value, box, lossless)))
    return { request, value: { address, box, picture: value }, diagnostics }
  }

  const inArticle = async (
    article: Article,
    reference: PictureReference,
  ): Promise<FoundPicture> => {
    const { src, at } = reference
    const from = dirname(article.absolute)
    const request = { src, absolute: resolve(from, src), from, place: { file: article.path, at } }
    const found = await find(
      request,
      (pixels) => pictureSize(pixels, reference, room),
      (box) => continuesOnNextPages(box, reference, room),
    )
    return placedTall(found, reference, room)
  }

  const spans = (): Span[] =>
    began === undefined ? [] : [{ name: 'pictures', start: began, ms: source.clock() - began }]

  const isStamp = settings.form === 'order'
  const sealBox = ({ width, height }: Pixels): Box =>
    isStamp
      ? { width: (stampHeight * width) / height, height: stampHeight }
      : { width: sealWidth, height: (sealWidth * height) / width }
  const requestFor = ({ path, absolute, place, from }: FileReference): PictureRequest => ({
    src: path,
    absolute,
    place,
    from: from ?? dirname(absolute),
  })

  const diagnostics: Diagnostic[] = []
  const sizes: PrintedSize[] = []
  const printed = new Map<string, Promise<Staged<PictureFile>>>()
  const places: PlacedFile[] = []
  /** URL and size of a picture for the page; undefined when it could not be read. */
  const register = ({
    request: { src, place },
    value,
    diagnostics: pictureDiagnostics,
  }: FoundPicture) => {
    diagnostics.push(...pictureDiagnostics)
    if (value) places.push({ address: value.address, file: place.file, line: place.at.line, src })
    const file = value && files.get(value.address)
    if (!file) return undefined
    const { address, box, picture, bandEnds } = value
    const parted = bandEnds && bandsFrom({ address, box }, file, bandEnds)
    for (const [at, one] of parted?.files ?? [[address, file] as const])
      printed.set(at, withHandledRejection(one))
    // Vector pictures have no resolution to check.
    const { isVector, width: pixels } = picture
    if (!isVector) sizes.push({ ...place, src, pixels, width: box.width })
    return { address, box, ...(parted && { bands: parted.bands }) }
  }
  const figures: FoundPicture[] = []
  const placeAll = async (article: Article) => {
    const entries = article.pictures.map(async (reference) => {
      const figure = await inArticle(article, reference)
      figures.push(figure)
      const picture = register(figure)
      return [sizeKey(reference), picture && { ...picture, wished: isWished(reference) }] as const
    })
    return [article, new Map(await Promise.all(entries))] as const
  }
  const found = new Map(await Promise.all(articlesOf(issue).map(placeAll)))
  const front = cover && register(await find(requestFor(cover), () => sheet))
  const stamped = kind === 'document' ? seal : []
  const foundSeals = await Promise.all(stamped.map((one) => find(requestFor(one), sealBox)))
  const seals = foundSeals.flatMap((one) => register(one) ?? [])
  return {
    of: (article) => (reference) => found.get(article)?.get(sizeKey(reference)),
    ...(front && { cover: front.address }),
    seals: seals.map(({ address, box }) => ({ picture: address, ...box })),
    sizes,
    diagnostics,
    // Templates crop a cover and print a seal over text, for which the browser needs their pixels.
    forPage: () =>
      pagePictures(printed, figures, [...(front ? [front] : []), ...seals], options.dpi),
    scaled: withHandledRejection(
      scaledPictures(printed, places).then((scaled) => ({ ...scaled, spans: spans() })),
    ),
  }
}

/**
 * Marks a rejection as handled, so that it does not end the process when nobody awaits the promise.
 * The rejection still reaches everyone who does.
 */
function withHandledRejection<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined)
  return promise
}

/** Cache key of a picture reference within an article: everything that decides its size. */
const sizeKey = ({ at: _, ...wishes }: PictureReference): string =>
  JSON.stringify(Object.entries(wishes).toSorted())

const articlesOf = ({ sections }: Issue): Article[] =>
  sections.flatMap(({ articles, briefs }) => [
    ...articles,
    ...new Set(briefs.map(({ article }) => article)),
  ])
