import type { Root } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { klona } from 'klona/json'
import type { Article } from '../model/article.js'
import type { ArticleAsks } from './copyfit/asks.js'
import { setFigures } from './figures.js'
import { indentHardBreakLines } from './hard-break-lines.js'
import { inText, splitAtPictures } from './inline-pictures.js'
import { keepLeadInsWithNext } from './keep-with-next.js'
import { turnLandscape } from './landscape.js'
import { type ComposerSettings, composerFor } from './lines/composer.js'
import type { Part } from './lines/places.js'
import { roomOf } from './page-geometry.js'
import type { PictureLookup } from './picture-size.js'
import { markSourceLines } from './source-lines.js'
import { markSourcePlaces } from './source-places.js'
import { setType } from './typography/typography.js'
import type { PageView } from './view-model.js'

export interface ContentOptions {
  /** Whether to put a quarter-cell gap between Han characters and digits or Latin letters. */
  gap: boolean
  page: PageView
  /** Returns the picture lookup of an article. */
  picturesOf: (article: Article) => PictureLookup
  /** How lines are composed; undefined when the browser breaks all. */
  lines: ComposerSettings | undefined
  /** Whether to write on every block where its source is. */
  places: boolean
  /** What the paragraphs of an article are asked for; undefined when none may be asked. */
  asksOf?: ((article: Article) => ArticleAsks) | undefined
  /** Where the HTML is kept for the next build, if it is. */
  keep?: KeepHtml | undefined
}

/**
 * Returns the HTML that was made of the same content with the same inputs and fonts; else makes it.
 * `inputs` are all that the HTML depends on besides, as JSON.
 */
export type KeepHtml = (content: Root, inputs: string, make: () => string) => string

/**
 * HTML of content that was already typeset in this process, by identity: a build reuses the objects
 * of the one before.
 */
const htmlOf = new WeakMap<
  Root,
  { inputs: string; widths: ComposerSettings['widths'] | undefined; html: string }
>()

/** Where content stands on the page, and what is asked of it there. */
interface Standing {
  article: Article | undefined
  part: Part | undefined
  lookup: PictureLookup
  asks: ArticleAsks | undefined
}

/**
 * Typesets content (hast) and returns its HTML. `article` is the one that the content's pictures
 * belong to. `part` is where the content stands; lines are composed only if it is given. The content
 * itself is not changed.
 */
export function contentHtml(
  content: Root,
  { article, part }: { article?: Article | undefined; part?: Part | undefined },
  options: ContentOptions,
): string {
  const { gap, page, picturesOf, lines, places, asksOf, keep } = options
  const lookup = article ? picturesOf(article) : () => undefined
  const widths = lines?.widths
  // Notes stand in front of the text, and their places are not those of the file.
  const asks = article && part !== 'note' ? asksOf?.(article) : undefined
  const inputs = JSON.stringify([
    gap,
    page,
    part,
    { ...lines, widths: undefined },
    asks,
    article?.pictures.map(lookup),
    places && article?.path,
  ])
  const before = htmlOf.get(content)
  const isSame = before?.inputs === inputs && before.widths === widths
  const make = () =>
    isSame ? before.html : typesetHtml(content, { article, part, lookup, asks }, options)
  const html = keep ? keep(content, inputs, make) : make()
  if (!isSame) htmlOf.set(content, { inputs, widths, html })
  return html
}

function typesetHtml(
  content: Root,
  { article, part, lookup, asks }: Standing,
  { gap, page, lines, places }: ContentOptions,
): string {
  const copy = klona(content)
  const room = roomOf(page)
  splitAtPictures(copy, lookup, room)
  const composer =
    lines &&
    part &&
    composerFor(part, lines, {
      asks,
      pictureWidth({ data }) {
        const found = data?.picture && lookup(data.picture)
        return found && inText(found.box, room).width
      },
    })
  // Before the lines are composed: a caption has its own face and stands in the middle.
  keepLeadInsWithNext(copy)
  // A line of a landscape page is as long as the browser says.
  turnLandscape(copy)
  const set = setType(copy, { gap }, composer)
  indentHardBreakLines(set)
  markSourceLines(set)
  if (places && article) markSourcePlaces(set, article.path)
  setFigures(set, lookup, room)
  return toHtml(set, { allowDangerousHtml: false })
}
