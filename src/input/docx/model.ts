/** How some text looks, as far as anything of it is kept or tells what the text is. */
export interface Face {
  bold?: boolean
  italic?: boolean
  /** The East Asian typeface. */
  typeface?: string
  /** Points. */
  size?: number
  /** RRGGBB. */
  color?: string
  underline?: boolean
  struck?: boolean
  marked?: boolean
  /** 着重号. */
  dotted?: boolean
  raised?: 'super' | 'sub'
  hidden?: boolean
}

export interface WordText {
  type: 'text'
  text: string
  face: Face
  /** Where a link leads, outside of the document. */
  href?: string
}

export interface WordPicture {
  type: 'picture'
  /** Name of the part. */
  part: string
  bytes: Uint8Array
  /** Parts of each side that are cut off, 0–1. */
  crop?: { left: number; top: number; right: number; bottom: number }
  /** Degrees, clockwise. */
  turn: number
  mirrored?: 'horizontally' | 'vertically' | 'both'
  /** Points on the page; undefined when not said. */
  width?: number
  height?: number
  /** Stands in the line like a character, rather than beside the text. */
  inLine: boolean
}

export type Inline =
  | WordText
  | WordPicture
  | { type: 'break' }
  | { type: 'ruby'; base: string; over: string }
  | { type: 'note'; id: string }

/** Where something stands in the Word file, in words that help to find it: 第12段, 表2第3行第1格. */
export type WordPlace = string

interface Placed {
  /** Counted through the whole file; what is said of a paragraph refers to it. */
  id: number
  place: WordPlace
}

export interface Paragraph extends Placed {
  type: 'paragraph'
  /** Name of the style, in lower case as Word's own are: `heading 1`, `title`. */
  style: string
  /** 0–8; undefined for body text. */
  outline?: number
  /** The number that Word shows before it. */
  number?: { text: string; level: number; bullet: boolean }
  align: 'left' | 'center' | 'right'
  /** It, or what it says, is inside a frame or has a rule under it. */
  ruled: boolean
  inlines: Inline[]
}

export interface Cell {
  /** The first column that it takes, from 0, and how many. */
  column: number
  columns: number
  /** Goes on with the cell above. */
  continues: boolean
  blocks: Block[]
}

export interface Row {
  header: boolean
  cells: Cell[]
}

export interface WordTable extends Placed {
  type: 'table'
  columns: number
  rows: Row[]
}

/** A text box or a shape with text. */
export interface TextBox extends Placed {
  type: 'box'
  blocks: Block[]
}

export type Block = Paragraph | WordTable | TextBox

/**
 * Something that is not as it was in the Word file. `removed`: left out on purpose; `changed`: other
 * characters stand for it; `added`: was not written in the file; `doubtful`: kept, but to be looked
 * at; `lost`: could not be brought over.
 */
export interface WordNote {
  kind: 'removed' | 'changed' | 'added' | 'doubtful' | 'lost'
  /** Stable name of what it is about: `contents`, `page-number`, `picture`. */
  about: string
  /** Characters of the file that are not in the article. */
  text?: string
  /** Characters of the article that are not in the file. */
  instead?: string
  /** One Chinese sentence, without a full stop. */
  reason: string
  place: WordPlace
  /** Id of the paragraph that it is in or next to. */
  near: number
}

/** A tracked change, and what has become of it. */
export interface Change {
  what: 'inserted' | 'deleted' | 'moved'
  /** Whether its text is in the article. */
  kept: boolean
  author: string
  /** `2021-06-15`; empty when not said. */
  date: string
  text: string
  place: WordPlace
  near: number
}

export interface Comment {
  id: string
  author: string
  date: string
  text: string
  /** What it is about. */
  on: string
  place: WordPlace
  near: number
}

export interface WordDocument {
  blocks: Block[]
  /** Footnotes and endnotes by id, in the order of their first mention. */
  notes: Map<string, Block[]>
  /** Width between the margins, in points. */
  measure: number
  said: WordNote[]
  changes: Change[]
  comments: Comment[]
  /** Every character of the file's texts that is no blank, in the order of the XML. */
  letters: string
}
