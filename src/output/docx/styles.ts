import type { Kind } from '../../model/issue.js'
import type { WordPage } from './page.js'
import type { ParagraphLook } from './paragraph.js'
import type { Look } from './run.js'
import type { Level, StyleId } from './style-ids.js'
import { levelsOf } from './style-ids.js'

/** A paragraph style. `name` is a built-in one of Word in English, otherwise ours in Chinese. */
export interface Style {
  id: StyleId
  name: string
  next?: StyleId
  basedOn?: StyleId
  paragraph?: Omit<ParagraphLook, 'style'>
  look?: Partial<Look>
  /** For the list of styles, which shows them by priority. */
  priority: number
}

/** Size of a title, of captions and tables, of page numbers, pt. */
export const sizes = { title: 22, small: 12, foot: 14 } as const

/** The size of letters and the line of a style: exact, unless the letters are too tall for it. */
export function lineFor(page: WordPage, size: number): NonNullable<ParagraphLook['line']> {
  return { height: page.line, rule: size * 20 > page.line ? 'atLeast' : 'exact' }
}

/** The paragraph styles of an issue besides Normal, which all are based on. */
export function styles(page: WordPage, kind: Kind): Style[] {
  const { line, size } = page
  const levels = levelsOf(kind)
  const oneLine = { before: line, after: line }
  const heading = (level: Level): Style => {
    const common = { id: `Heading${level}`, name: `heading ${level}`, priority: 9 } as const
    const kept = { keepNext: true, keepLines: true, outline: level - 1 }
    if (level === levels.title) {
      return {
        ...common,
        next: 'BodyText',
        paragraph: { ...kept, ...oneLine, line: lineFor(page, sizes.title), align: 'center' },
        look: { role: 'title', size: sizes.title },
      }
    }
    if (level === levels.section)
      return { ...common, next: 'BodyText', paragraph: kept, look: { role: 'hei' } }
    const looks = [{ role: 'hei' }, { role: 'kai' }, { bold: true }, {}] as const
    return {
      ...common,
      next: 'BodyText',
      paragraph: { ...kept, indent: { first: 200 } },
      look: looks[level - levels.body - 1] ?? {},
    }
  }
  const centred = { align: 'center' } as const
  const frame = { width: 6, colour: red, space: 8 }
  const autoLine = { height: 240, rule: 'auto' } as const
  return [
    { id: 'BodyText', name: 'Body Text', priority: 1, paragraph: { indent: { first: 200 } } },
    ...([1, 2, 3, 4, 5, 6] as const).map(heading),
    {
      id: 'Subtitle',
      name: 'Subtitle',
      priority: 11,
      paragraph: { ...centred, keepNext: true },
      look: { role: 'kai' },
    },
    { id: 'Byline', name: '署名行', priority: 12, paragraph: { ...centred, keepNext: true } },
    {
      id: 'Masthead',
      name: '刊名',
      priority: 8,
      paragraph: { ...centred, line: autoLine },
      look: { role: 'title', colour: red },
    },
    {
      id: 'EditorNote',
      name: '按语',
      priority: 13,
      paragraph: {
        indent: { left: 100, right: 100, first: 200 },
        borders: { top: frame, left: frame, bottom: frame, right: frame },
      },
      look: { role: 'kai' },
    },
    {
      id: 'Quote',
      name: 'Quote',
      priority: 29,
      paragraph: { indent: { left: 200, right: 200, first: 200 } },
      look: { role: 'kai' },
    },
    { id: 'ListParagraph', name: 'List Paragraph', priority: 34 },
    { id: 'Signature', name: 'Signature', priority: 14, paragraph: { align: 'right' } },
    {
      id: 'Picture',
      name: '图片',
      priority: 15,
      paragraph: { ...centred, line: autoLine },
    },
    {
      id: 'Caption',
      name: 'caption',
      priority: 35,
      paragraph: centred,
      look: { role: 'kai', size: sizes.small },
    },
    {
      id: 'TableText',
      name: '表格文字',
      priority: 16,
      paragraph: {
        align: 'left',
        line: { height: Math.round(line * 0.75), rule: 'atLeast' },
      },
      look: { size: sizes.small },
    },
    {
      id: 'Code',
      name: '代码',
      priority: 17,
      paragraph: { align: 'left', indent: { left: 200, right: 200 } },
      look: { size: sizes.small, isCode: true },
    },
    {
      id: 'TOCHeading',
      name: 'TOC Heading',
      priority: 39,
      paragraph:
        kind === 'newsletter' ? { ...centred, ...oneLine, line: lineFor(page, sizes.title) } : {},
      look: kind === 'newsletter' ? { role: 'title', size: sizes.title } : { role: 'hei' },
    },
    { id: 'TOC1', name: 'toc 1', priority: 39, paragraph: tocRow(page), look: { role: 'hei' } },
    {
      id: 'TOC2',
      name: 'toc 2',
      priority: 39,
      paragraph: tocRow(page),
      look: { role: kind === 'newsletter' ? 'song' : 'fangsong' },
    },
    {
      id: 'FootnoteText',
      name: 'footnote text',
      priority: 99,
      paragraph: {
        align: 'left',
        line: autoLine,
        indent: { left: 200, first: -200 },
      },
      look: { size: sizes.small },
    },
    {
      id: 'Footer',
      name: 'footer',
      priority: 99,
      paragraph: { line: { height: sizes.foot * 20, rule: 'exact' } },
      look: { role: 'song', size: sizes.foot },
    },
    {
      id: 'Colophon',
      name: '版权页',
      priority: 18,
      paragraph: {
        align: 'left',
        keepNext: true,
        line: { height: line, rule: 'atLeast' },
        indent: { left: 100, right: 100 },
      },
      look: { size: sizes.foot },
    },
  ].map(
    (style) =>
      ({
        ...style,
        paragraph: { cell: (style.look?.size ?? size) * 20, ...style.paragraph },
      }) as Style,
  )
}

/** Red of mastheads and rules (GB/T 9704—2012, 6.3). */
export const red = 'E60012'

/** A row of the contents: dots, and the page number at the right edge. */
const tocRow = ({ cell, chars }: WordPage): Style['paragraph'] => ({
  align: 'left',
  tabs: [{ kind: 'right', at: cell * chars, dots: true }],
})

/** The look of the letters of each style, which its runs name as well. */
export function looksOf(page: WordPage, kind: Kind): (style: StyleId) => Look {
  const normal: Look = { role: 'fangsong', size: page.size, spacing: page.spacing }
  const looks = new Map(
    styles(page, kind).map(({ id, look }) => {
      // Only letters of the body's size are fitted to its cells.
      const fitted = look?.size === undefined ? {} : { spacing: undefined }
      return [id, { ...normal, ...fitted, ...look }]
    }),
  )
  return (style) => looks.get(style) ?? normal
}
