import type { Line } from './lines.js'
import { linesOf } from './lines.js'
import type { PdfPage, Tag } from './read-pdf.js'
import { allTags } from './read-pdf.js'

/** Tags of what is set as one paragraph. */
const roles: ReadonlySet<string> = new Set(['P', 'LBody', 'LI', 'H1', 'H2', 'H3', 'H4'])
/** Tags within a paragraph that are part of its text. */
const inline: ReadonlySet<string> = new Set(['NonStruct', 'Span', 'Link', 'Em', 'Strong', 'Code'])

/** The paragraphs of a page, each the lines of it that the page has, without raised signs. */
export function paragraphsIn({ tags, glyphs }: PdfPage): Line[][] {
  return allTags(tags)
    .filter(({ role }) => roles.has(role))
    .map((tag) => {
      const content = new Set(contentOf(tag))
      const own = glyphs.filter(
        (glyph) => glyph.content !== undefined && content.has(glyph.content),
      )
      const size = Math.max(...own.map((glyph) => glyph.size))
      return linesOf(own.filter((glyph) => glyph.size > size * 0.7))
    })
    .filter(({ length }) => length > 0)
}

const contentOf = ({ content, children }: Tag): number[] => [
  ...content,
  ...children.filter(({ role }) => inline.has(role)).flatMap(contentOf),
]
