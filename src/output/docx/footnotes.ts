import type { Element, ElementContent, Root } from 'hast'
import { toString as textOf } from 'hast-util-to-string'
import { visit } from 'unist-util-visit'
import { classesOf } from '../../typeset/inline-pictures.js'
import type { Draft } from './draft.js'
import { paragraph } from './paragraph.js'
import type { InlinePlace, SetInline } from './place.js'
import { runProperties } from './run.js'
import type { Xml } from './xml.js'
import { namespaces, w } from './xml.js'

/** Makes the notes of an article known to the marks in its text. */
export function rememberNotes(content: Root | undefined, draft: Draft): boolean {
  let found = false
  if (!content) return found
  visit(content, 'element', (node) => {
    if (node.tagName !== 'li' || typeof node.properties.id !== 'string') return
    draft.notes.set(node.properties.id, node)
    found = true
  })
  return found
}

/**
 * The mark of a note: the first one in the text brings the note along as a footnote of Word, which
 * numbers it. Another mark of the same note, and one within a note (Word has no note of a note),
 * shows its number as text.
 */
export function footnoteMark(
  mark: Element,
  place: InlinePlace,
  draft: Draft,
  setInline: SetInline,
): Xml[] {
  const id = noteIdOf(mark)
  const note = id === undefined ? undefined : draft.notes.get(id)
  if (!id || !note || place.part === 'footnotes' || draft.placedNotes.has(id))
    return [draft.run({ ...place.look, raised: 'superscript' }, textOf(mark))]
  draft.placedNotes.add(id)
  const number = draft.footnotes.length + 1
  // The place is taken before the text of the note is set.
  draft.footnotes.push(w('footnote', { id: number }))
  draft.footnotes[number - 1] = w(
    'footnote',
    { id: number },
    noteParagraphs(note, draft, setInline),
  )
  return [
    w(
      'r',
      {},
      runProperties(draft.faces, {
        ...place.look,
        style: 'FootnoteReference',
        raised: 'superscript',
      }),
      w('footnoteReference', { id: number }),
    ),
  ]
}

const noteIdOf = ({ children: [link] }: Element): string | undefined =>
  link?.type === 'element' ? String(link.properties.href ?? '').slice(1) : undefined

/**
 * The paragraphs of a note. A note that only this one refers to follows it, so that nothing is lost.
 */
function noteParagraphs(note: Element, draft: Draft, setInline: SetInline): Xml[] {
  const look = draft.lookOf('FootnoteText')
  const place: InlinePlace = { look, part: 'footnotes' }
  const blocks = note.children.filter((node) => node.type === 'element')
  const own = blocks.map((block, index) => {
    const mark =
      index === 0 ? [draft.runOf({ ...look, style: 'FootnoteReference' }, w('footnoteRef'))] : []
    const tab = index === 0 ? [draft.run(look, '\t')] : []
    return paragraph(
      { style: 'FootnoteText' },
      mark,
      tab,
      setInline(withoutNumber(block.children), place, draft),
    )
  })
  const inner: Xml[] = []
  visit(note, 'element', (node) => {
    const id = classesOf(node).includes('footnote-mark') ? noteIdOf(node) : undefined
    const found = id === undefined ? undefined : draft.notes.get(id)
    if (!id || !found || draft.placedNotes.has(id)) return
    draft.placedNotes.add(id)
    inner.push(
      paragraph(
        { style: 'FootnoteText' },
        setInline(found.children.flatMap(contentOf), place, draft),
      ),
    )
  })
  return [...own, ...inner]
}

const contentOf = (node: ElementContent): ElementContent[] =>
  node.type === 'element' && node.tagName === 'p' ? node.children : [node]

/** Word prints the number itself. */
const withoutNumber = (children: readonly ElementContent[]): ElementContent[] =>
  children.filter((node) => node.type !== 'element' || !classesOf(node).includes('footnote-number'))

/** `word/footnotes.xml`: the line over the notes, and the notes. */
export const footnotesPart = (draft: Draft): Xml =>
  w(
    'footnotes',
    namespaces,
    (['separator', 'continuationSeparator'] as const).map((type, index) =>
      w(
        'footnote',
        { type, id: index - 1 },
        paragraph(
          { style: 'FootnoteText', indent: { left: 0, first: 0 } },
          draft.runOf(draft.lookOf('FootnoteText'), w(type)),
        ),
      ),
    ),
    draft.footnotes,
  )
