import type { Element, ElementContent, Root } from 'hast'
import { SKIP, visit } from 'unist-util-visit'
import { classesOf } from '../../typeset/inline-pictures.js'

/** How often each note was referred to so far, by the id of the note. */
export type NoteReferences = Map<string, number>

/**
 * Gives every reference to a note an id, and every note links back to its references. The notes of an
 * article must be set after its text. Changes the tree in place.
 */
export function linkFootnotes(root: Root, references: NoteReferences): void {
  const notes: Element[] = []
  visit(root, 'element', (element) => {
    if (isMark(element)) {
      setReference(element, references)
      return SKIP
    }
    if (isNotes(element)) {
      element.tagName = 'div'
      element.properties.role = 'doc-endnotes'
      element.properties.ariaLabel = '注释'
    }
    if (element.tagName === 'li' && element.properties.id !== undefined) notes.push(element)
    return undefined
  })
  for (const note of notes) addBacklinks(note, references)
}

const isMark = (element: Element) => classesOf(element).includes('footnote-mark')
const isNotes = (element: Element) => classesOf(element).includes('footnotes')

const referenceId = (note: string, count: number) => `${note}-ref${count > 1 ? count : ''}`

function setReference(mark: Element, references: NoteReferences): void {
  const [link] = mark.children
  if (link?.type !== 'element') return
  const note = String(link.properties.href).slice(1)
  const count = (references.get(note) ?? 0) + 1
  references.set(note, count)
  link.properties.id = referenceId(note, count)
  link.properties.role = 'doc-noteref'
}

function addBacklinks(note: Element, references: NoteReferences): void {
  const id = String(note.properties.id)
  const count = references.get(id) ?? 0
  const paragraph = note.children.findLast(
    (child): child is Element => child.type === 'element' && child.tagName === 'p',
  )
  for (let one = 1; one <= count; one++)
    (paragraph ?? note).children.push(backlink(`#${referenceId(id, one)}`, count > 1 ? one : 0))
}

const backlink = (href: string, number: number): ElementContent => ({
  type: 'element',
  tagName: 'a',
  properties: {
    href,
    className: ['back-link'],
    role: 'doc-backlink',
    ariaLabel: number === 0 ? '回到正文' : `回到正文第${number}处`,
  },
  children: [{ type: 'text', value: number === 0 ? '↩' : `↩${number}` }],
})
