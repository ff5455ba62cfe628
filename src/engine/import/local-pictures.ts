import { resolve } from 'node:path'
import { localPictures } from '../../input/remote-pictures/index.js'
import { applyEdits } from '../../lint/edit.js'
import type { Edit } from '../../model/diagnostic.js'
import type { ImportNote } from '../../model/imported.js'
import { pictureBeside } from './beside.js'
import type { NewFile } from './commit.js'
import { pictureFile } from './pictures.js'

export interface LocalPicturesOptions {
  /** Absolute folder of the manuscript, and of the issue. */
  from: string
  to: string
  /** Beginning of the names of the pictures. */
  stem: string
  /** Value of PATH, where LibreOffice is searched for drawings. */
  path: string | undefined
  /** Number of lines that the text has more than the manuscript, all of them above its body. */
  added: number
}

const placeOf = (line: number): string => `第${line}行`

/** Takes the pictures of a Markdown manuscript along, and lets its links lead to them. */
export async function withLocalPictures(
  text: string,
  { from, to, stem, path, added }: LocalPicturesOptions,
): Promise<{ text: string; files: NewFile[]; notes: ImportNote[] }> {
  const files: NewFile[] = []
  const notes: ImportNote[] = []
  const edits: Edit[] = []
  const known = new Map<string, string>()
  for (const { url, at, range } of localPictures({ path: '', absolute: '', text })) {
    const lost = (reason: string) =>
      notes.push({ kind: 'lost', about: 'picture', reason, place: placeOf(at.line - added), at })
    const found = await pictureBeside(url, from)
    if (found.reason !== undefined) {
      lost(found.reason)
      continue
    }
    // Manuscript and article are in the same folder.
    if (found.file === resolve(to, url)) continue
    let target = known.get(found.file)
    if (target === undefined) {
      const picture = { type: 'picture', part: url, turn: 0, inLine: false } as const
      const made = await pictureFile({ ...picture, bytes: found.bytes }, path)
      if (made.reason !== undefined) {
        lost(made.reason)
        continue
      }
      target = `images/${stem}-${files.length + 1}.${made.ending}`
      files.push({ path: target, bytes: made.bytes })
      known.set(found.file, target)
    }
    if (range) edits.push({ ...range, text: target })
    else lost(`链接的写法改不了：把这里的“${url}”改成 ${target}`)
  }
  return { text: applyEdits(text, edits), files, notes }
}
