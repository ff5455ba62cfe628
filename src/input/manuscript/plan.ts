import type { Block, Paragraph, WordNote } from '../docx/model.js'
import type { Heading } from './headings.js'
import type { BodyLook } from './look.js'
import type { OfficialParts } from './official.js'
import type { RedHead } from './red-head.js'

/** The front-matter of an article, as it is written. */
export interface HeadFields {
  title?: string
  subtitle?: string
  byline?: string
  section?: string
  unit?: string
  author?: string
  date?: string
}

/** A Word document as an article: what goes into the front-matter, and the body with its headings. */
export interface Plan {
  fields: HeadFields
  /** Ids of the paragraphs that keys were taken from. */
  origins: Map<keyof HeadFields, number>
  blocks: Block[]
  headings: Map<Paragraph, Heading>
  body: BodyLook
  redHead?: RedHead & OfficialParts
  said: WordNote[]
}
