import type { Root } from 'hast'
import { klona } from 'klona/json'
import type { Article } from '../model/article.js'
import { setFigures } from './figures.js'
import { splitAtPictures } from './inline-pictures.js'
import { keepLeadInsWithNext } from './keep-with-next.js'
import { turnLandscape } from './landscape.js'
import type { PictureLookup, PictureRoom } from './picture-size.js'
import { setText } from './typography/set-text.js'

/**
 * Content for formats that break their lines themselves: the text as printed, every picture with its
 * address (`src`) and its printed size (`style`, mm), landscape parts in boxes. The content itself is
 * not changed.
 */
export function contentTree(
  content: Root,
  {
    article,
    picturesOf,
    room,
  }: {
    article?: Article | undefined
    picturesOf: (article: Article) => PictureLookup
    room: PictureRoom
  },
): Root {
  const lookup = article ? picturesOf(article) : () => undefined
  const copy = klona(content)
  splitAtPictures(copy, lookup, room)
  keepLeadInsWithNext(copy)
  const set = setText(copy)
  turnLandscape(set)
  setFigures(set, lookup, room)
  return set
}
