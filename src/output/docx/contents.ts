import type { ContentsRow, ContentsSection } from '../../typeset/view-model.js'
import type { WordContent } from './content.js'
import type { Draft } from './draft.js'
import { fieldEnd, fieldStart } from './fields.js'
import { paragraph } from './paragraph.js'
import type { StyleId } from './style-ids.js'
import type { Xml } from './xml.js'
import { w } from './xml.js'

/** A line of the contents; the name of a section has no target unless briefs follow it. */
interface Row {
  style: StyleId
  title: string
  target?: string
}

/** The bookmark of a title. */
export const bookmarkOf = (id: string): string => `_Toc_${id}`

/** The rows of a newsletter: each section's name, then its titles. */
export const newsletterRows = (contents: readonly ContentsSection<WordContent>[]): Row[] =>
  contents.flatMap(({ section, rows }) => {
    // Briefs have one title together, the name of their section.
    if (section !== undefined && rows.length === 1 && rows[0]?.title === '')
      return [{ style: 'TOC1', title: section, target: rows[0].target }]
    return [
      ...(section === undefined ? [] : [{ style: 'TOC1' as const, title: section }]),
      ...rows.map(rowOf),
    ]
  })

const rowOf = ({ title, target }: ContentsRow<WordContent>): Row => ({
  style: 'TOC2',
  title,
  target,
})

/**
 * The contents as the field of Word (ECMA-376, part 1, 17.16.5.68): it shows the titles of the print
 * and their proved pages, and can be updated (F9).
 * @param pages by the id of the title; undefined for contents without numbers.
 */
export function contentsField(
  rows: readonly Row[],
  pages: ReadonlyMap<string, number> | undefined,
  draft: Draft,
  sign?: string,
): Xml[] {
  const switches = pages ? '' : ' \\n'
  return rows.map(({ style, title, target }, index) => {
    const look = draft.lookOf(style)
    const page = target === undefined ? undefined : pages?.get(target)
    const number =
      page === undefined || target === undefined
        ? []
        : [
            draft.run(look, '\t'),
            ...fieldStart(draft, look, `PAGEREF ${bookmarkOf(target)} \\h`),
            draft.run(look, String(page)),
            fieldEnd(draft, look),
          ]
    const text = [
      ...(sign === undefined
        ? []
        : [draft.run({ ...look, role: 'song', size: look.size * 0.7 }, `${sign}\t`)]),
      draft.run(look, title),
      ...number,
    ]
    const linked =
      target === undefined
        ? text
        : [w('hyperlink', { anchor: bookmarkOf(target), history: 1 }, text)]
    return paragraph(
      {
        style,
        ...(target === undefined && { keepNext: true }),
        ...(sign !== undefined && { indent: { left: 200, first: -150 }, cell: look.size * 20 }),
      },
      index === 0 ? fieldStart(draft, look, `TOC \\o "1-2" \\h \\z${switches} \\u`) : [],
      linked,
      index === rows.length - 1 ? fieldEnd(draft, look) : [],
    )
  })
}
