import { dirname, resolve } from 'node:path'
import type { Diagnostic } from './diagnostic.js'
import type { Article, Issue, PictureReference } from './model.js'
import type { Box, Picture } from './read/pictures.js'
import type { PictureLookup } from './render/figures.js'
import { pageOf, roomOf } from './render/page.js'
import { pictureSize } from './render/picture-size.js'
import type { World } from './world.js'

export interface IssuePictures {
  of: (article: Article) => PictureLookup
  /** `data:` URI of the cover. */
  cover?: string
  diagnostics: Diagnostic[]
}

/** A4 with its bleed: the room of a cover picture, mm. */
const sheet: Box = { width: 210, height: 297 }

/** Reads every picture of an issue at the size at which it prints. */
export async function picturesFor(
  issue: Issue,
  roots: readonly string[],
  world: Pick<World, 'readPicture'>,
): Promise<IssuePictures> {
  const { images = {}, cover } = issue.settings
  const options = { roots, dpi: images.dpi ?? 300, quality: images.quality ?? 85 }
  const room = roomOf(pageOf(issue.settings))
  const diagnostics: Diagnostic[] = []
  const found = new Map<Article, Map<string, { picture: Picture; box: Box }>>()

  const read = async (article: Article, reference: PictureReference) => {
    const boxFor = (pixels: { width: number; height: number }) =>
      pictureSize(pixels, reference, room)
    const wish = {
      src: reference.src,
      absolute: resolve(dirname(article.absolute), reference.src),
      place: { file: article.path, at: reference.at },
      boxFor,
    }
    const { value, diagnostics: said } = await world.readPicture(wish, options)
    diagnostics.push(...said)
    if (value) found.get(article)?.set(reference.src, { picture: value, box: boxFor(value) })
  }

  const articles = issue.sections.flatMap((section) => [
    ...section.articles,
    ...new Set(section.briefs.map(({ article }) => article)),
  ])
  for (const article of articles) found.set(article, new Map())
  await Promise.all(
    articles.flatMap((article) => article.pictures.map((reference) => read(article, reference))),
  )
  const picture = cover
    ? await world.readPicture(
        { src: cover.path, place: cover.place, boxFor: () => sheet, absolute: cover.absolute },
        options,
      )
    : undefined
  diagnostics.push(...(picture?.diagnostics ?? []))
  return {
    of: (article) => (src) => found.get(article)?.get(src),
    cover: picture?.value?.uri,
    diagnostics,
  }
}
