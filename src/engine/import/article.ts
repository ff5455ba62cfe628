import type { Block, WordDocument, WordNote, WordPicture } from '../../input/docx/model.js'
import { compose } from '../../input/manuscript/compose.js'
import { markdownArticle } from '../../input/manuscript/markdown-file.js'
import { fixArticle } from '../../lint/fix-article.js'
import type { ImportedFile, ImportNote } from '../../model/imported.js'
import type { NewFile } from './commit.js'
import { withLocalPictures } from './local-pictures.js'
import { pictureFile } from './pictures.js'
import type { ReadManuscript } from './read.js'

/** An article to be written, with its pictures and the notes about its conversion. */
export interface MadeArticle {
  text: string
  file: Pick<ImportedFile, 'notes' | 'changes' | 'comments' | 'letters'>
  pictures: NewFile[]
}

export interface ArticleWish {
  section: string | undefined
  /** The file name. */
  name: string
  /** Whether its masthead is written to `bulletin.yaml`. */
  keepsHead: boolean
  /** Value of PATH, where LibreOffice is searched for drawings. */
  path: string | undefined
  /** Absolute folder of the manuscript, and of the issue. */
  from: string
  to: string
}

/** Converts a manuscript that was read to an article. */
export async function articleOf(
  read: Exclude<ReadManuscript, { kind: 'trouble' }>,
  { section, name, keepsHead, path, from, to }: ArticleWish,
): Promise<MadeArticle> {
  if (read.kind === 'markdown') {
    const made = markdownArticle(read.text, section)
    const stem = pictureStem(name)
    const added = made.text.split('\n').length - read.text.split('\n').length
    const taken = await withLocalPictures(made.text, { from, to, stem, path, added })
    const { text, files, notes } = taken
    const file = { notes: [...made.notes, ...notes], changes: [], comments: [] }
    return { text, file, pictures: files }
  }
  const { document, plan, pasted } = read
  const { paths, files, said } = await picturesOf(document, plan.blocks, { name, path })
  const { text, changes, comments, letters, ...composed } = compose(document, plan, {
    ...(section !== undefined && { section }),
    pathOf: (picture) => paths.get(picture),
    said,
  })
  const notes = composed.said.map((note) =>
    note.about === 'red-head' && !keepsHead
      ? { ...note, reason: '报头；已经有了 bulletin.yaml，没有改它' }
      : note,
  )
  const file = { changes, comments, letters }
  if (!pasted) return { text, file: { ...file, notes }, pictures: files }
  const mended = punctuated(text, name)
  return {
    text: mended.text,
    file: { ...file, notes: [...notes, ...mended.notes] },
    pictures: files,
  }
}

/**
 * Returns the beginning of the names of an article's pictures: its own name without characters that
 * mean something in a Markdown link or a URL.
 */
const pictureStem = (name: string): string =>
  name.replace(/\.md$/, '').replace(/[\s()[\]<>"'%#?&\\*_`]+/g, '')

/** Returns the pictures of a document as files of the issue. */
async function picturesOf(
  { notes }: WordDocument,
  blocks: readonly Block[],
  { name, path: searched }: Pick<ArticleWish, 'name' | 'path'>,
): Promise<{ paths: Map<WordPicture, string>; files: NewFile[]; said: WordNote[] }> {
  const paths = new Map<WordPicture, string>()
  const files: NewFile[] = []
  const said: WordNote[] = []
  const known = new Map<string, string>()
  const stem = pictureStem(name)
  for (const { picture, block } of [...blocks, ...[...notes.values()].flat()].flatMap(picturesIn)) {
    const { part, crop, turn, mirrored } = picture
    const key = JSON.stringify([part, crop, turn, mirrored])
    const before = known.get(key)
    if (before !== undefined) {
      paths.set(picture, before)
      continue
    }
    const file = await pictureFile(picture, searched)
    const about = { about: 'picture', place: block.place, near: block.id }
    if (file.reason !== undefined) {
      said.push({ kind: 'lost', reason: file.reason, ...about })
      continue
    }
    if (file.isDrawn) {
      const reason = 'EMF/WMF 矢量图用 LibreOffice 画成了 PNG，和 Word 里对一对'
      said.push({ kind: 'doubtful', reason, ...about })
    }
    const path = `images/${stem}-${files.length + 1}.${file.ending}`
    files.push({ path, bytes: file.bytes })
    known.set(key, path)
    paths.set(picture, path)
  }
  return { paths, files, said }
}

function picturesIn(block: Block): { picture: WordPicture; block: Block }[] {
  if (block.type === 'box') return block.blocks.flatMap(picturesIn)
  if (block.type === 'table') {
    return block.rows.flatMap(({ cells }) =>
      cells.flatMap((cell) => cell.blocks.flatMap(picturesIn)),
    )
  }
  return block.inlines.flatMap((one) => (one.type === 'picture' ? [{ picture: one, block }] : []))
}

/** Corrects the punctuation of a pasted text: half-width marks, straight quotes and similar. */
function punctuated(text: string, name: string): { text: string; notes: ImportNote[] } {
  const fixed = fixArticle({ path: name, absolute: name, text }, { settings: {}, all: false })
  const notes = fixed.mended.map(({ message, at, rule }): ImportNote => {
    const reason = message.replace(/。$/, '')
    return { kind: 'changed', about: rule, reason, place: '全文', at }
  })
  return { text: fixed.text, notes }
}
