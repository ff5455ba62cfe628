import type { Root } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { klona } from 'klona/json'
import type { Article } from '../model/article.js'
import { setFigures } from './figures.js'
import { setVerse } from './hard-break-lines.js'
import { partAtPictures } from './inline-pictures.js'
import { keepLeadInsWithNext } from './keep-with-next.js'
import { turnLandscape } from './landscape.js'
import { roomOf } from './page-geometry.js'
import type { PictureLookup } from './picture-size.js'
import { markSourceLines } from './source-lines.js'
import { setType } from './typography/typography.js'
import type { PageView } from './view-model.js'

export interface ContentOptions {
  /** Whether digits and Latin stand a quarter cell off Han characters. */
  gap: boolean
  page: PageView
  /** The pictures of an article. */
  picturesOf: (article: Article) => PictureLookup
}

/** What became of content that the build before in this process had as well: the very same object. */
const known = new WeakMap<Root, { given: string; html: string }>()

/** Content, with the pictures of the article that it is of, as it goes on the page. */
export function contentHtml(
  content: Root,
  article: Article | undefined,
  { gap, page, picturesOf }: ContentOptions,
): string {
  const look = article ? picturesOf(article) : () => undefined
  const given = JSON.stringify([gap, page, article?.pictures.map(look)])
  const before = known.get(content)
  if (before?.given === given) return before.html
  const whole = klona(content)
  partAtPictures(whole, look, roomOf(page))
  const set = setType(whole, { gap })
  setVerse(set)
  markSourceLines(set)
  keepLeadInsWithNext(set)
  turnLandscape(set)
  setFigures(set, look, roomOf(page))
  const html = toHtml(set, { allowDangerousHtml: false })
  known.set(content, { given, html })
  return html
}
