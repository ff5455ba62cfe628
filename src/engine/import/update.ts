import { basename, dirname, resolve } from 'node:path'
import { displayPath, readSource } from '../../input/files/source.js'
import { updateArticle } from '../../input/manuscript/update.js'
import type { WordStyles } from '../../input/manuscript/word-styles.js'
import { exitCodes } from '../../model/exit-codes.js'
import { Fault } from '../../model/fault.js'
import type { ImportReport } from '../../model/imported.js'
import { rewriteSource } from '../../system/rewrite-source.js'
import { readFolder } from '../scaffold/read.js'
import { articleOf } from './article.js'
import { commit } from './commit.js'
import { findManuscripts } from './manuscripts.js'
import { type ReadOptions, readManuscript } from './read.js'

export interface UpdateOptions extends Omit<ReadOptions, 'keepsHead' | 'styles'> {
  cwd: string
  /** Nothing is written. */
  dryRun: boolean
}

/**
 * Applies the changes of an edited Word file to the article that it was made from. Only blocks that were
 * changed are changed; pictures that were added get files of their own.
 *
 * @throws Fault `usage` when there is no such article, or somebody has saved it meanwhile.
 */
export async function updateFromWord(
  [word = '', article = '']: readonly string[],
  options: UpdateOptions,
): Promise<ImportReport> {
  const { cwd, dryRun } = options
  const absolute = resolve(cwd, article)
  const folder = dirname(absolute)
  const [manuscript] = await findManuscripts([word], cwd)
  const { value: source } = await readSource(absolute, { cwd, configuration: false })
  if (!manuscript || !source || source.legacy) throw notAnArticle(article)
  const nothing = { source: manuscript.path, pictures: [], notes: [], changes: [], comments: [] }
  const report = { folder: displayPath(folder, cwd), dryRun }
  const read = await readManuscript(manuscript, {
    ...options,
    keepsHead: true,
    styles: await stylesIn(folder, cwd),
  })
  if (read.kind !== 'word') {
    const trouble =
      read.kind === 'trouble'
        ? read.trouble
        : { reason: '不是 Word 文件', hint: '--update 后面先写改过的 .docx，再写稿件 .md。' }
    return { ...report, files: [{ ...nothing, trouble }], exitCode: exitCodes.content }
  }
  const name = `${basename(absolute, '.md')}-改.md`
  const made = await articleOf(read, {
    section: undefined,
    name,
    keepsHead: false,
    path: options.path,
    from: dirname(manuscript.absolute),
    to: folder,
  })
  const updated = updateArticle(source.text, { text: made.text, fields: read.plan.fields })
  const pictures = made.pictures.filter(({ path }) => updated.text.includes(path))
  if (!dryRun && updated.text !== source.text) {
    await commit(folder, pictures)
    await rewriteSource(source, updated.text)
  }
  const lost = made.file.notes.filter(({ kind }) => kind === 'lost')
  const file = {
    ...nothing,
    ...made.file,
    letters: undefined,
    article: source.path,
    pictures: pictures.map(({ path }) => path),
    notes: [...lost, ...updated.notes],
  }
  const exitCode = lost.length > 0 ? exitCodes.content : exitCodes.built
  return { ...report, files: [file], exitCode }
}

/** What styles of Word mean in the issue of an article. */
const stylesIn = (folder: string, cwd: string): Promise<WordStyles> =>
  readFolder(folder, cwd).then(
    ({ settings }) => settings.wordStyles ?? {},
    () => ({}),
  )

const notAnArticle = (article: string) =>
  new Fault(
    'usage',
    `“${article}”不是 UTF-8 的稿件。`,
    '写成 bulletin import --update 修改稿.docx 稿件.md；GBK 编码的先用记事本另存为 UTF-8。',
  )
