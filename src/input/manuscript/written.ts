import { lettersIn } from '../docx/census.js'
import type { Inline, Paragraph, WordNote, WordPicture } from '../docx/model.js'
import { wordsOf } from '../docx/reading.js'
import { escaped } from './escape.js'
import type { Heading } from './headings.js'
import { type InlineStyle, inlineMarkdown } from './inline.js'
import { type BodyLook, lookOf } from './look.js'
import { lettersOfMarkdown } from './read-back.js'

/** A piece of the Markdown, and the ids of what it was made of. */
export interface Chunk {
  text: string
  ids: number[]
  /** An item of a list: the next follows without a blank line. */
  item?: boolean
}

export interface BodyOptions {
  body: BodyLook
  headings: ReadonlyMap<Paragraph, Heading>
  /** The label of a note; undefined when there is no such note. */
  noteLabel(id: string): string | undefined
  /** The path of a picture; undefined when it could not be brought over, which has been said. */
  pathOf(picture: WordPicture): string | undefined
  /** Width between the margins, in points. */
  measure: number
  said: WordNote[]
}

/** Points: a picture no higher stands in its line like a character. */
const lineHigh = 26

/** The inlines of a paragraph with the number before them, which looks as what it stands before. */
export function numbered(paragraph: Paragraph): Inline[] {
  const { number, inlines } = paragraph
  if (!number || number.text === '') return inlines
  const [first] = inlines.filter((one) => one.type === 'text')
  const gap = /[A-Za-z0-9一-龥○〇]$/u.test(number.text) ? ' ' : ''
  const { raised: _, underline: __, ...face } = first?.face ?? {}
  return [{ type: 'text', text: number.text.trim() + gap, face }, ...inlines]
}

/** Whether a picture is a sign in its line rather than a figure. */
export const staysInLine = ({ inLine, height = Number.POSITIVE_INFINITY }: WordPicture): boolean =>
  inLine && height <= lineHigh

/**
 * Inlines as Markdown that our parser reads back letter by letter: what a few marks cannot say is
 * written with tags and every mark escaped.
 */
export function written(
  inlines: readonly Inline[],
  options: BodyOptions,
  more: Partial<InlineStyle> = {},
): string {
  const wanted = lettersIn(wordsOf(inlines))
  for (const careful of [false, true]) {
    const text = inlineMarkdown(inlines, { ...styleOf(options), ...more, careful })
    const lead = more.plain ? '## ' : ''
    if (careful || lettersOfMarkdown(lead + text, labelsIn(inlines, options)) === wanted)
      return text
  }
  return ''
}

/** The labels of the notes that are mentioned. */
export const labelsIn = (inlines: readonly Inline[], { noteLabel }: BodyOptions): string[] =>
  inlines.flatMap((one) => (one.type === 'note' ? (noteLabel(one.id) ?? []) : []))

/** How the inlines of a body are written. */
export const styleOf = ({ body, noteLabel, pathOf }: BodyOptions): InlineStyle => ({
  body,
  noteMark: (id) => {
    const label = noteLabel(id)
    return label === undefined ? '' : `[^${label}]`
  },
  picture: (picture) => {
    const path = pathOf(picture)
    return path === undefined ? '' : `![](${path})`
  },
})

/**
 * One picture, or two or three beside each other, with the caption under the last. A comment stands for
 * a picture that could not be brought over.
 */
export function figure(
  pictures: readonly WordPicture[],
  caption: Paragraph | undefined,
  { pathOf, measure }: BodyOptions,
): string {
  const paths = pictures.flatMap((picture) => {
    const path = pathOf(picture)
    return path === undefined ? [] : [{ path, picture }]
  })
  const alt = caption ? escaped(lookOf(caption).text).replace(/[[\]](?<!\\.)/g, '\\$&') : ''
  const shown = paths.map(({ path, picture }, index) => {
    const share = picture.width === undefined ? 100 : Math.round((picture.width / measure) * 100)
    const width = paths.length === 1 && share < 90 ? ` "width=${Math.max(share, 10)}%"` : ''
    return `![${index === paths.length - 1 ? alt : ''}](${path}${width})`
  })
  const lost = pictures
    .filter((picture) => pathOf(picture) === undefined)
    .map(({ part }) => `<!-- 这里少一张图片：${nameOf(part)} -->`)
  return [shown.join('\n'), ...lost].filter((text) => text !== '').join('\n\n')
}

/** The name of a part, without what would end a comment. */
const nameOf = (part: string): string =>
  (part.split('/').at(-1) ?? '').replace(/[^\p{L}\p{N}._]/gu, '')
