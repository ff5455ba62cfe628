import type { Root as Hast } from 'hast'
import type { Root as Mdast } from 'mdast'
import type { Point } from './place.js'
import type { Day } from './settings.js'

/** The front-matter of an article. Keys that nobody gave are undefined. */
export interface Fields {
  title?: string | false
  subtitle?: string
  byline?: string
  section?: string
  /** Empty when none; a string in the source is one entry. */
  unit?: string[]
  author?: string[]
  date?: Day
  order?: number
  note?: string
  tocTitle?: string | false
  attachment?: boolean | string
  draft?: boolean
}

/** What an article wishes for a picture, and what it has to share its place with. */
export interface PictureWishes {
  /** Wished width as a share of the type area, 0–1, when the article gives one. */
  width?: number
  /** Wished width and height in mm, when the article gives a length. */
  widthMm?: number
  heightMm?: number
  /** How many pictures stand side by side in its row. */
  abreast: number
  /** In a table: its cell's share of the type area, 0–1, reckoned from the columns alone. */
  cell?: number
  /** Whether it goes on over the next pages where one is too short for it. */
  split?: true
}

/**
 * A picture that an article refers to by path. Its element carries it as well; with the path, the
 * wishes decide how large it prints.
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
  /** Where each front-matter key stands; a title from the body's `# ` points there. */
  where: Partial<Record<keyof Fields, Point>>
  /** The body with true line numbers; the title heading is taken out. For the checks. */
  body: Mdast
  /** The body as it goes on the page: sanitised, every construct resolved. For render. */
  content: Hast
  /** The marks of the footnotes that the title has. */
  titleMarks?: Hast
  /** `fields.note` as it goes on the page. */
  note?: Hast
  pictures: PictureReference[]
}

declare module 'hast' {
  interface ElementData {
    /** The picture of an `img` that stands for one of the issue. */
    picture?: PictureReference
  }
}
