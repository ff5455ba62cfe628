import type { Root as Hast } from 'hast'
import type { Root as Mdast } from 'mdast'
import type { Point } from './place.js'
import type { Day } from './settings.js'

/** The front-matter of an article (authoring format, 3). Keys that are not given are undefined. */
export interface Fields {
  title?: string | false
  subtitle?: string
  byline?: string
  section?: string
  /** Empty when there is none; a string in the source becomes one entry. */
  unit?: string[]
  author?: string[]
  date?: Day
  order?: number
  note?: string
  tocTitle?: string | false
  attachment?: boolean | string
  draft?: boolean
}

/** The size that an article requests for a picture, and what limits the space available to it. */
export interface PictureWishes {
  /** Requested width as a share of the type area, 0–1, when the article gives one. */
  width?: number
  /** Requested width and height in mm, when the article gives a length. */
  widthMm?: number
  heightMm?: number
  /** The number of pictures side by side in its row. */
  abreast: number
  /**
   * For a picture in a table: the width of its cell as a share of the type area, 0–1, computed from
   * the number of columns alone.
   */
  cell?: number
  /** Whether the picture continues on the next pages when one page is too short for it. */
  split?: true
}

/**
 * A picture that an article refers to by path. Its `img` element carries the same object. The path
 * and the requested size together determine the printed size.
 */
export interface PictureReference extends PictureWishes {
  /** The path as written, percent-decoded. */
  src: string
  at: Point
}

/** One Markdown file of an issue. */
export interface Article {
  path: string
  absolute: string
  text: string
  fields: Fields
  /**
   * The position of each front-matter key. A title taken from the body's `# ` heading has its
   * position there.
   */
  where: Partial<Record<keyof Fields, Point>>
  /** The body with its original line numbers and without the title heading. Input of the checks. */
  body: Mdast
  /** The body as printed: sanitised, every construct resolved. Input of the render stage. */
  content: Hast
  /** The reference marks of the footnotes in the title. */
  titleMarks?: Hast
  /** `fields.note` as printed. */
  note?: Hast
  pictures: PictureReference[]
}

declare module 'hast' {
  interface ElementData {
    /** The picture, when this `img` refers to a picture of the issue. */
    picture?: PictureReference
  }
}
