import type { Root } from 'mdast'
import type { Fields } from '../../model/article.js'
import type { Diagnostic } from '../../model/diagnostic.js'
import { warningAt } from '../../model/diagnostic.js'
import type { Place } from '../../model/place.js'
import { walk } from '../../text/markdown-tree.js'

const mark = /\[\^([^\]\s]+)\]/g
/** A note within the text, which a key cannot have. */
const inline = /\^\[[^[\]]+\]/g

/** A title without the marks of its notes. */
export interface NotedTitle {
  title: string
  /** What the notes are called in the body, in the order of their marks. */
  notes: string[]
  diagnostics: Diagnostic[]
}

/**
 * Takes the marks of footnotes (`题目[^a]`) out of a title; they are set behind it. A mark whose note
 * is not in the body stays and prints as typed, with a warning; of a heading the body has said so.
 */
export function takeTitleNotes(
  title: string,
  body: Root,
  place: Place,
  isHeading: boolean,
): NotedTitle {
  const written = [...title.matchAll(mark)]
  const within = [...title.matchAll(inline)].map(([whole]) => warningAt(place, notHere(whole)))
  if (written.length === 0) return { title, notes: [], diagnostics: within }
  const known = new Set<string>()
  for (const node of walk(body)) if (node.type === 'footnoteDefinition') known.add(node.identifier)
  const isKnown = (label: string) => known.has(label.toLowerCase())
  const kept = title.replace(mark, (whole, label: string) => (isKnown(label) ? '' : whole))
  const diagnostics = written.flatMap(({ 0: whole, 1: label = '', index }) => {
    if (!isKnown(label)) return isHeading ? [] : [warningAt(place, undefinedNote(whole))]
    const isLast = title.slice(index).replace(mark, '').trim() === ''
    return isLast ? [] : [warningAt(place, moved(whole))]
  })
  const notes = written.map(([, label = '']) => label.toLowerCase()).filter(isKnown)
  return { title: kept.trim(), notes, diagnostics: [...within, ...diagnostics] }
}

const undefinedNote = (whole: string) => ({
  rule: 'footnote-undefined',
  message: `标题里有“${whole}”，但没有这条脚注。`,
  hint: `在文末另起一段写 ${whole}: 脚注的内容；不是脚注就从标题里删掉。`,
})

const moved = (whole: string) => ({
  rule: 'footnote-in-title',
  message: `“${whole}”在标题中间，注码排在了标题的末尾。`,
  hint: `把 ${whole} 移到标题的末尾。`,
})

const notHere = (whole: string) => ({
  rule: 'footnote-in-title',
  message: `标题里的“${whole}”会照原样印出来：这种注只能写在正文里。`,
  hint: '标题末尾写 [^a]，在文末另起一段写 [^a]: 脚注的内容。',
})

/** Says of marks in keys that have no notes: they would print as typed. */
export function notesInKeys(fields: Fields, placeOf: (key: keyof Fields) => Place): Diagnostic[] {
  const keys = { subtitle: '副标题', byline: '题下署名', tocTitle: '目录标题' } as const
  return (Object.keys(keys) as (keyof typeof keys)[]).flatMap((key) =>
    [...(fields[key] || '').matchAll(mark)].map(([whole]) =>
      warningAt(placeOf(key), {
        rule: 'footnote-in-key',
        message: `${keys[key]}里的“${whole}”会照原样印出来：脚注只能加在标题和正文里。`,
        hint: `把 ${whole} 移到标题的末尾或正文里。`,
      }),
    ),
  )
}
