import type { Block, Change, Comment, Face, Inline, TextBox, WordNote } from './model.js'
import type { Numbering } from './numbering.js'
import type { WordPackage } from './package.js'
import type { Styles } from './styles.js'
import type { XmlElement } from './xml.js'

/** A field whose end has not been met. */
export interface OpenField {
  instruction: string
  /** What follows is its result. */
  isResult: boolean
  /** Why its result is left out, and the result so far. */
  dropped?: { about: string; reason: string; text: string }
  /** Where its result leads. */
  href?: string
  /** The box of a form: ticked or not. */
  ticked?: boolean
}

/** What is known while a document is read, and what has been found so far. */
export interface Reading {
  opened: WordPackage
  styles: Styles
  numbering: Numbering
  /** What becomes of tracked changes. */
  changes: 'accept' | 'reject'
  /** The part that is being read: its relations are meant. */
  part: string
  /** Where we are, in words. */
  place: string
  /** Id of the paragraph that is being read, or was last. */
  near: number
  fields: OpenField[]
  /** Comments of which the end has not been met, with what they are about so far. */
  commented: Map<string, string>
  /** Text boxes of the paragraph that is being read. */
  boxes: TextBox[]
  /** Ids of the notes that are mentioned, in order. */
  mentioned: Set<string>
  said: WordNote[]
  tracked: Change[]
  /** Elements of tracked changes that go on with the one before. */
  goesOn: WeakSet<XmlElement>
  comments: Comment[]
  /** Tables met so far. */
  tables: number
  /** What a paragraph, table or box is counted by. */
  nextId(): number
  /** Reads what is in a paragraph, or in a part of one. */
  inlinesIn(parent: XmlElement, around: Around): Inline[]
  /** Reads the blocks in an element; here since boxes and cells hold blocks again. */
  blocksIn(parent: XmlElement): Block[]
}

/** What surrounds an inline. */
export interface Around {
  /** Id of the paragraph's style. */
  style: string | undefined
  href?: string
}

/** Says something of the place that is being read. */
export function say(reading: Reading, note: Omit<WordNote, 'place' | 'near'>): void {
  reading.said.push({ ...note, place: reading.place, near: reading.near })
}

/** Text as the fields around it let it through: none while a field says what it is, or is left out. */
export function textInlines(
  reading: Reading,
  text: string,
  { face, href }: { face: Face; href?: string },
): Inline[] {
  if (text === '') return []
  const dropping = reading.fields.find(({ dropped }) => dropped)?.dropped
  if (dropping) {
    dropping.text += text
    return []
  }
  if (reading.fields.some(({ isResult }) => !isResult)) {
    say(reading, { kind: 'removed', about: 'field', text, reason: '域的算式，不印出来' })
    return []
  }
  if (face.hidden) {
    say(reading, { kind: 'removed', about: 'hidden', text, reason: '隐藏文字，Word 里也不印' })
    return []
  }
  for (const [id, before] of reading.commented) reading.commented.set(id, before + text)
  const leads = href ?? reading.fields.findLast((field) => field.href)?.href
  return [{ type: 'text', text, face, ...(leads && { href: leads }) }]
}

/** The words of some inlines. */
export const wordsOf = (inlines: readonly Inline[]): string =>
  inlines
    .map((one) => (one.type === 'text' ? one.text : one.type === 'ruby' ? one.base + one.over : ''))
    .join('')

/** The words of blocks, those of their tables and boxes among them. */
export const wordsOfBlocks = (blocks: readonly Block[]): string =>
  blocks
    .map((block) =>
      block.type === 'paragraph'
        ? wordsOf(block.inlines)
        : block.type === 'box'
          ? wordsOfBlocks(block.blocks)
          : block.rows
              .flatMap(({ cells }) => cells.map(({ blocks: inner }) => wordsOfBlocks(inner)))
              .join(''),
    )
    .join('')
