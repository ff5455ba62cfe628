import type { Article, PictureReference } from '../../model/article.js'
import type { Point } from '../../model/place.js'
import type { ScreenPicture } from '../html/figures.js'

/** Something of an article that WeChat cannot hold, and what became of it. */
export interface Conversion {
  what: 'link' | 'table' | 'formula' | 'qr-code'
  line: number | undefined
}

/** A part of an article that the browser draws, because WeChat cannot. */
export interface Drawing {
  /** HTML of the part, in the classes of `templates/wechat/styles/drawn.css`. */
  html: string
  what: 'table' | 'formula' | 'inline-formula'
}

/** A drawing as a picture. */
export interface DrawnPicture {
  /** A data URI. */
  address: string
  /** Size on the page, px, and how far the picture goes below the line it stands on. */
  width: number
  height: number
  depth: number
  bytes: number
}

/** What the conversion of one article has found so far. */
export interface ArticleState {
  pictures: (reference: PictureReference) => ScreenPicture | undefined
  /** Finds the picture of a drawing; undefined in the first pass, which only collects drawings. */
  drawn: (drawing: Drawing) => DrawnPicture | undefined
  /** PNG of a code as data URI, by its SVG. */
  svg: (svg: string) => string | undefined
  conversions: Conversion[]
  links: { address: string; number: number }[]
  used: { bytes: number; at: Point | undefined; src: string }[]
  /** Adds an address to the list at the end; the same one once. Returns its number. */
  noteLink(address: string, line: number | undefined): number
}

export type StateParts = Pick<ArticleState, 'pictures' | 'drawn' | 'svg'>

export function articleState(parts: StateParts): ArticleState {
  const links: ArticleState['links'] = []
  const conversions: Conversion[] = []
  return {
    ...parts,
    conversions,
    links,
    used: [],
    noteLink(address, line) {
      conversions.push({ what: 'link', line })
      const known = links.find((one) => one.address === address)
      if (known) return known.number
      links.push({ address, number: links.length + 1 })
      return links.length
    },
  }
}

/** The states of the articles of an issue; content of no article has one of its own. */
export function articleStates(
  partsOf: (article: Article | undefined) => StateParts,
): (article: Article | undefined) => ArticleState {
  const states = new Map<Article | undefined, ArticleState>()
  return (article) => {
    const state = states.get(article) ?? articleState(partsOf(article))
    states.set(article, state)
    return state
  }
}
