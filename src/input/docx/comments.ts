import type { Inline } from './model.js'
import type { Reading } from './reading.js'
import { below, children, textIn, type XmlElement } from './xml.js'

/** The beginning or the end of what a comment is about; it is listed at its end. */
export function commentMark(reading: Reading, mark: XmlElement, begins: boolean): Inline[] {
  const id = mark.attributes['w:id'] ?? ''
  if (begins) reading.commented.set(id, '')
  else if (!reading.comments.some((one) => one.id === id)) list(reading, id)
  if (!begins) reading.commented.delete(id)
  return []
}

function list(reading: Reading, id: string): void {
  const [part = ''] = reading.opened.related(reading.opened.main, 'comments')
  const comment = children(reading.opened.xml(part), 'w:comment').find(
    ({ attributes }) => attributes['w:id'] === id,
  )
  if (!comment) return
  const paragraphs = [...below(comment)].filter(({ name }) => name === 'w:p')
  const text = paragraphs
    .map((paragraph) =>
      [...below(paragraph)]
        .filter(({ name }) => name === 'w:t')
        .map(textIn)
        .join(''),
    )
    .filter((line) => line.trim() !== '')
    .join(' ')
  reading.comments.push({
    id,
    author: comment.attributes['w:author'] ?? '',
    date: (comment.attributes['w:date'] ?? '').slice(0, 10),
    text,
    on: reading.commented.get(id) ?? '',
    place: reading.place,
    near: reading.near,
  })
}
