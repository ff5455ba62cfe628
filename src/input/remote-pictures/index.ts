import type { SourceFile } from '../../model/source.js'
import { splitFrontMatter } from '../article/front-matter.js'
import { parseMarkdown } from '../markdown/markdown.js'
import { pictureSource } from '../markdown/picture-source.js'
import { picturesInHtml } from './html.js'
import type { LinkedPicture } from './linked-picture.js'
import { isRemote, picturesInMarkdown } from './markdown.js'
import { picturesInYaml } from './yaml.js'

/**
 * The remote pictures that an article shows, in reading order: Markdown pictures, inline and by
 * reference, `<img>`, and the front-matter keys that name a picture or hold Markdown.
 */
export function remotePictures(file: SourceFile): LinkedPicture[] {
  const { yaml } = splitFrontMatter(file)
  return inOrder([...picturesInYaml(file, yaml, false), ...picturesInBody(file, isRemote)])
}

/** The pictures of the body of an article that are files, in reading order. */
export const localPictures = (file: SourceFile): LinkedPicture[] =>
  inOrder(picturesInBody(file, isLocal))

/** Whether an address is that of a file, in whatever way it is written. */
function isLocal(address: string): boolean {
  const source = pictureSource(address)
  if (!('rule' in source)) return source.kind === 'file'
  return source.rule === 'image-backslash' || source.rule === 'image-absolute'
}

function picturesInBody(file: SourceFile, isWanted: (address: string) => boolean): LinkedPicture[] {
  const { body: text } = splitFrontMatter(file)
  const { body } = parseMarkdown(text, { file: file.path })
  // The body is the end of the file, with blank lines in place of the front-matter, so offsets in
  // it differ from those in the file by a constant.
  const moved = file.text.length - text.length
  return [...picturesInMarkdown(body, text, isWanted), ...picturesInHtml(body, text, isWanted)].map(
    (one) => ({
      ...one,
      ...(one.range && { range: { from: one.range.from + moved, to: one.range.to + moved } }),
    }),
  )
}

/** The remote pictures of a `bulletin.yaml`. */
export const remotePicturesOfSettings = (file: SourceFile): LinkedPicture[] =>
  inOrder(picturesInYaml(file, file.text, true))

/** Sorts by position, and keeps one entry for a definition that several pictures share. */
function inOrder(found: readonly LinkedPicture[]): LinkedPicture[] {
  const spelt = new Set<number>()
  return found
    .toSorted((a, b) => a.at.line - b.at.line || a.at.column - b.at.column)
    .filter(({ range }) => {
      const again = range !== undefined && spelt.has(range.from)
      if (range) spelt.add(range.from)
      return !again
    })
}
