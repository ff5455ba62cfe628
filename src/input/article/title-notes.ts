import type { Root } from 'mdast'
import type { Fields } from '../../model/article.js'
import type { Diagnostic } from '../../model/diagnostic.js'
import { warningAt } from '../../model/diagnostic.js'
import type { Place } from '../../model/place.js'
import { walk } from '../../text/markdown-tree.js'

const mark = /\[\^([^\]\s]+)\]/g
/** Pandoc's inline note, `^[…]`, which is not supported in a key. */
const inline = /\^\[[^[\]]+\]/g

/** A title without its footnote marks. */
export interface NotedTitle {
  title: string
  /** The labels of its footnotes in the body, in the order of the marks. */
  notes: string[]
  diagnostics: Diagnostic[]
}

/**
 * Removes footnote marks (`题目[^a]`) from a title; they are printed after the title. A mark
 * without a note in the body stays in the title and prints as typed, with a warning, except in a
 * heading, where parsing the body has already reported it.
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

/** Reports footnote marks in keys that do not support footnotes: they would print as typed. */
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
