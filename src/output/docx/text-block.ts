import type { ElementContent, RootContent } from 'hast'
import type { Draft } from './draft.js'
import { inline } from './inline.js'
import type { ParagraphLook } from './paragraph.js'
import { paragraph } from './paragraph.js'
import type { InlinePlace, Place } from './place.js'
import type { Look } from './run.js'
import type { Xml } from './xml.js'

/** Paragraphs of inline content: each line of verse is one of its own, as editors type it. */
export function textBlock(
  content: readonly (ElementContent | RootContent)[],
  place: Place,
  { letters, ...own }: ParagraphLook & { letters?: Partial<Look> },
  draft: Draft,
  before: readonly Xml[] = [],
): Xml[] {
  const style = own.style ?? place.style
  const look: Look = {
    ...draft.lookOf(style),
    ...(own.style === undefined ? place.look : {}),
    ...letters,
  }
  const where: InlinePlace = { look, part: 'document', strongIsHei: place.strongIsHei ?? false }
  const hasPicture = content.some(
    (node) => node.type === 'element' && (node.tagName === 'img' || node.tagName === 'math'),
  )
  const paragraphLook: ParagraphLook = {
    ...(place.align && { align: place.align }),
    ...(place.indent && { indent: place.indent }),
    // A picture in a line of exact height would be cut.
    ...(hasPicture && { line: { height: draft.page.line, rule: 'atLeast' } }),
    ...own,
    style,
    cell: look.size * 20,
  }
  const lines: (ElementContent | RootContent)[][] = [[]]
  for (const node of content) {
    if (node.type === 'element' && node.tagName === 'br') lines.push([])
    else lines.at(-1)?.push(node)
  }
  return lines.map((line, index) =>
    paragraph(paragraphLook, index === 0 ? before : [], inline(withoutEnd(line), where, draft)),
  )
}

/** The end of a line without the blanks that part it from the block after it. */
function withoutEnd(
  line: readonly (ElementContent | RootContent)[],
): readonly (ElementContent | RootContent)[] {
  const last = line.at(-1)
  if (last?.type !== 'text') return line
  return [...line.slice(0, -1), { ...last, value: last.value.replace(/[ \t\n]+$/, '') }]
}
