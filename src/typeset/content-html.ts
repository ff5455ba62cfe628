import type { Root } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { klona } from 'klona/json'
import type { Article } from '../model/article.js'
import { setFigures } from './figures.js'
import { indentHardBreakLines } from './hard-break-lines.js'
import { splitAtPictures } from './inline-pictures.js'
import { keepLeadInsWithNext } from './keep-with-next.js'
import { turnLandscape } from './landscape.js'
import { roomOf } from './page-geometry.js'
import type { PictureLookup } from './picture-size.js'
import { markSourceLines } from './source-lines.js'
import { setType } from './typography/typography.js'
import type { PageView } from './view-model.js'

export interface ContentOptions {
  /** Whether to put a quarter-cell gap between Han characters and digits or Latin letters. */
  gap: boolean
  page: PageView
  /** Returns the picture lookup of an article. */
  picturesOf: (article: Article) => PictureLookup
}

/**
 * HTML of content that was already typeset in this process, by identity: a build reuses the objects
 * of the one before.
 */
const htmlOf = new WeakMap<Root, { inputs: string; html: string }>()

/**
 * Typesets content (hast) and returns its HTML. `article` is the one that the content's pictures
 * belong to. The content itself is not changed.
 */
export function contentHtml(
  content: Root,
  article: Article | undefined,
  { gap, page, picturesOf }: ContentOptions,
): string {
  const lookup = article ? picturesOf(article) : () => undefined
  const given = JSON.stringify([gap, page, article?.pictures.map(lookup)])
  const before = htmlOf.get(content)
  if (before?.inputs === given) return before.html
  const copy = klona(content)
  splitAtPictures(copy, lookup, roomOf(page))
  const set = setType(copy, { gap })
  indentHardBreakLines(set)
  markSourceLines(set)
  keepLeadInsWithNext(set)
  turnLandscape(set)
  setFigures(set, lookup, roomOf(page))
  const html = toHtml(set, { allowDangerousHtml: false })
  htmlOf.set(content, { inputs: given, html })
  return html
}
