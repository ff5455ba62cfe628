import type { ImportedChange, ImportedComment, ImportNote } from '../../model/imported.js'
import type { WordStyle } from '../../model/settings.js'

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
  /** What the settings say that its style means. */
  use?: WordStyle
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

/** A note before the article is written: `near` is the id of the paragraph that it is in or next to. */
export type WordNote = Omit<ImportNote, 'at'> & { near: number }
export type Change = Omit<ImportedChange, 'at'> & { near: number }
export type Comment = Omit<ImportedComment, 'at'> & { near: number }

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
