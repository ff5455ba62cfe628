import type { SourceFile } from '../../model/source.js'
import { splitFrontMatter } from '../article/front-matter.js'
import { parseMarkdown } from '../markdown/markdown.js'
import { picturesInHtml } from './html.js'
import { picturesInMarkdown } from './markdown.js'
import type { RemotePicture } from './remote-picture.js'
import { picturesInYaml } from './yaml.js'

/**
 * The remote pictures that an article shows, in reading order: Markdown pictures, inline and by
 * reference, `<img>`, and the front-matter keys that name a picture or hold Markdown.
 */
export function remotePictures(file: SourceFile): RemotePicture[] {
  const { yaml, body: text } = splitFrontMatter(file)
  const { body } = parseMarkdown(text, { file: file.path })
  // The body is the end of the file, with blank lines in place of the front-matter, so offsets in
  // it differ from those in the file by a constant.
  const moved = file.text.length - text.length
  const inBody = [...picturesInMarkdown(body, text), ...picturesInHtml(body, text)].map((one) => ({
    ...one,
    ...(one.range && { range: { from: one.range.from + moved, to: one.range.to + moved } }),
  }))
  return inOrder([...picturesInYaml(file, yaml, false), ...inBody])
}

/** The remote pictures of a `bulletin.yaml`. */
export const remotePicturesOfSettings = (file: SourceFile): RemotePicture[] =>
  inOrder(picturesInYaml(file, file.text, true))

/** Sorts by position, and keeps one entry for a definition that several pictures share. */
function inOrder(found: readonly RemotePicture[]): RemotePicture[] {
  const spelt = new Set<number>()
  return found
    .toSorted((a, b) => a.at.line - b.at.line || a.at.column - b.at.column)
    .filter(({ range }) => {
      const again = range !== undefined && spelt.has(range.from)
      if (range) spelt.add(range.from)
      return !again
    })
}
