import { dirname, relative, sep } from 'node:path'
import pLimit from 'p-limit'
import { remotePictures, remotePicturesOfSettings } from '../../input/remote-pictures/index.js'
import type { LinkedPicture } from '../../input/remote-pictures/linked-picture.js'
import { applyEdits } from '../../lint/edit.js'
import { Fault } from '../../model/fault.js'
import type { Fetched, FetchedPicture, Trouble } from '../../model/fetched.js'
import type { Place } from '../../model/place.js'
import type { IssueSources, SourceFile } from '../../model/source.js'
import { rewriteSource } from '../../system/rewrite-source.js'
import type { Limits } from './download.js'
import { openDownloads } from './download.js'
import { fileStem } from './file-name.js'
import { pictureEnding } from './picture-type.js'
import { openPicturesFolder, picturesFolder } from './pictures-folder.js'
import { Unfetched } from './trouble.js'
import type { Resolve } from './web-address.js'
import { addressesOf, isAddress, webAddress } from './web-address.js'

export type { Limits } from './download.js'
export type { Resolve } from './web-address.js'

/** Pictures fetched concurrently. */
const fetchedAtOnce = 4

/** Options of `fetchPictures`. */
export interface FetchOptions {
  limits: Limits
  /** Allows addresses of this machine and of private networks. */
  allowPrivate: boolean
  /** Lists only: no network access, no file is written. */
  dryRun: boolean
  resolve: Resolve
  signal: AbortSignal
  /** Called for each picture when it is finished. */
  onPicture?: (picture: FetchedPicture, done: number, total: number) => void
}

interface Wanted {
  source: SourceFile
  pictures: LinkedPicture[]
}

/** @throws {Fault} when `images/` cannot be used or a file cannot be written. */
export async function fetchPictures(
  sources: Pick<IssueSources, 'folder' | 'articles' | 'settings' | 'parent'>,
  options: FetchOptions,
): Promise<Fetched> {
  const { folder } = sources
  const wanted = wantedIn(sources)
  const fetched: Fetched = { pictures: [], rewritten: [], untouched: [] }
  const rewritable = wanted.filter(({ source }) => {
    const obstacle = untouchable(source, sources)
    if (obstacle) fetched.untouched.push({ file: source.path, ...obstacle })
    return !obstacle
  })
  const places = placesByUrl(rewritable)
  const kept = await openPicturesFolder(folder)
  const downloads = openDownloads(options)
  const limit = pLimit(fetchedAtOnce)
  let done = 0

  const fileOf = async (written: string): Promise<Pick<FetchedPicture, 'file' | 'bytes'>> => {
    const url = webAddress(written)
    const stem = fileStem(url)
    if (options.dryRun) {
      if (isAddress(url.hostname))
        await addressesOf(url.hostname, options.resolve, options.allowPrivate)
      return { file: `${picturesFolder}/${stem}` }
    }
    const before = await kept.kept(stem)
    if (before !== undefined) return { file: `${picturesFolder}/${before}` }
    const bytes = await downloads.download(url)
    const name = `${stem}.${await pictureEnding(bytes)}`
    if (options.signal.aborted) throw new Unfetched('中途停止了', '再运行一次接着下载。')
    await kept.keep(name, bytes)
    return { file: `${picturesFolder}/${name}`, bytes: bytes.length }
  }

  const pictureOf = async (url: string, shown: Place[]): Promise<FetchedPicture> => {
    const found = await fileOf(url).catch((error: unknown) => ({ trouble: troubleOf(error) }))
    const picture = { url, places: shown, ...found }
    done += 1
    options.onPicture?.(picture, done, places.size)
    return picture
  }

  const pictures = new Map(
    [...places].map(([url, shown]) => [url, limit(() => pictureOf(url, shown))]),
  )
  // Prevents unhandled rejections; errors are thrown where the promises are awaited.
  for (const picture of pictures.values()) picture.catch(() => undefined)
  try {
    for (const { source, pictures: shown } of options.dryRun ? [] : rewritable) {
      const files = await Promise.all(shown.map(({ url }) => pictures.get(keyOf(url))))
      if (options.signal.aborted) break
      const edits = shown.flatMap(({ range }, index) => {
        const file = files[index]?.file
        return file && range ? [{ ...range, text: from(source, folder, file) }] : []
      })
      if (edits.length === 0) continue
      try {
        await rewriteSource(source, applyEdits(source.text, edits))
        fetched.rewritten.push(source.path)
      } catch (error) {
        if (!(error instanceof Fault) || error.kind !== 'usage') throw error
        fetched.untouched.push({ file: source.path, ...savedMeanwhile })
      }
    }
    fetched.pictures = await Promise.all(pictures.values())
  } finally {
    limit.clearQueue()
    downloads.close()
  }
  return { ...fetched, pictures: fetched.pictures.map(withUnlocatedLinks(rewritable)) }
}

/** Returns the sources with remote pictures in reading order: settings first, then articles. */
function wantedIn({
  settings,
  parent,
  articles,
}: Pick<IssueSources, 'articles' | 'settings' | 'parent'>): Wanted[] {
  const configuration = [parent, settings].flatMap((source) =>
    source ? [{ source, pictures: remotePicturesOfSettings(source) }] : [],
  )
  const texts = articles.map((source) => ({ source, pictures: remotePictures(source) }))
  return [...configuration, ...texts].filter(({ pictures }) => pictures.length > 0)
}

/** Returns why a source cannot be changed; undefined when it can. */
function untouchable(
  source: SourceFile,
  { parent }: Pick<IssueSources, 'parent'>,
): { reason: string; hint: string } | undefined {
  if (source === parent) {
    return {
      reason: '各期共用，里面网上的图片没有下载',
      hint: '把图片另存到它旁边，再改成文件名。',
    }
  }
  // Re-encoding as GB18030 might not reproduce every byte.
  return source.legacy
    ? {
        reason: '不是 UTF-8 编码，里面网上的图片没有下载',
        hint: '用记事本打开，另存为时编码选 UTF-8，再运行一次。',
      }
    : undefined
}

const savedMeanwhile = {
  reason: '刚刚又存过一次，没有改；图片已经在 images/ 里',
  hint: '不要在别的程序里同时改，再运行一次。',
}

/** Returns the normalised address: the same address may be written in several ways. */
const keyOf = (url: string): string => {
  try {
    return webAddress(url).href
  } catch {
    return url.trim()
  }
}

function placesByUrl(wanted: readonly Wanted[]): Map<string, Place[]> {
  const places = new Map<string, Place[]>()
  for (const { source, pictures } of wanted) {
    for (const { url, at } of pictures) {
      const before = places.get(keyOf(url)) ?? []
      places.set(keyOf(url), [...before, { file: source.path, at }])
    }
  }
  return places
}

/** Returns the relative path from a source to a file of the issue, with `/`. */
function from(source: SourceFile, folder: string, file: string): string {
  const up = relative(dirname(source.absolute), folder).split(sep).filter(Boolean)
  return [...up, file].join('/')
}

/**
 * Adds a problem to a picture that was fetched but whose link could not be located in the source,
 * so the user has to change it.
 */
const withUnlocatedLinks =
  (wanted: readonly Wanted[]) =>
  (picture: FetchedPicture): FetchedPicture => {
    const places = wanted.flatMap(({ source, pictures }) =>
      pictures
        .filter(({ url, range }) => range === undefined && keyOf(url) === picture.url)
        .map(({ at }) => ({ file: source.path, at })),
    )
    if (places.length === 0 || picture.file === undefined) return picture
    const trouble = {
      reason: '链接的写法改不了',
      hint: `把这里的网址改成 ${picture.file}。`,
    }
    return { ...picture, places, trouble }
  }

function troubleOf(error: unknown): Trouble {
  if (!(error instanceof Unfetched)) throw error
  const { reason, hint, unanswered } = error
  return { reason, hint, ...(unanswered && { unanswered: true }) }
}
