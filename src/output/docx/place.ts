import type { ElementContent, RootContent } from 'hast'
import type { Draft } from './draft.js'
import type { Indent, ParagraphLook } from './paragraph.js'
import type { Look } from './run.js'
import type { StyleId } from './style-ids.js'
import type { Xml } from './xml.js'

/** Where blocks stand. */
export interface Place {
  /** The style of their paragraphs. */
  style: StyleId
  /** What their letters have that those of the style have not. */
  look?: Partial<Look>
  align?: ParagraphLook['align']
  indent?: Indent
  strongIsHei?: boolean
  /** Width of the place in cells. */
  chars: number
}

/** Where inline content stands. */
export interface InlinePlace {
  look: Look
  /** In notes, bold is 黑体 (docs/design/newsletter.md, Furniture). */
  strongIsHei?: boolean
  part: 'document' | 'footnotes'
}

type Nodes = readonly (ElementContent | RootContent)[]

/** Sets blocks; given to what they contain and what may contain blocks again. */
export type SetBlocks = (nodes: Nodes, place: Place, draft: Draft) => Xml[]

/** Sets inline content; given to the footnotes that its marks bring along. */
export type SetInline = (nodes: Nodes, place: InlinePlace, draft: Draft) => Xml[]
