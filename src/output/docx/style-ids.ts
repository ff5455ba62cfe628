import type { Kind } from '../../model/issue.js'

/** Levels of headings, from the section or the title down to the fourth within an article. */
export type Level = 1 | 2 | 3 | 4 | 5 | 6

/** Ids of paragraph styles. Word and WPS know the built-in ones by these ids and their names. */
export type StyleId =
  | 'Normal'
  | 'BodyText'
  | `Heading${Level}`
  | 'Subtitle'
  | 'Byline'
  | 'Masthead'
  | 'EditorNote'
  | 'Quote'
  | 'ListParagraph'
  | 'Signature'
  | 'Picture'
  | 'Caption'
  | 'TableText'
  | 'Code'
  | 'TOCHeading'
  | 'TOC1'
  | 'TOC2'
  | 'FootnoteText'
  | 'Footer'
  | 'Colophon'

/** The levels of an issue's headings. A document has no sections over its title. */
export function levelsOf(kind: Kind): { section: Level; title: Level; body: number } {
  return kind === 'document' ? { section: 1, title: 1, body: 1 } : { section: 1, title: 2, body: 2 }
}
