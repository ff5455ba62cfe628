import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { displayPath } from '../../input/files/source.js'
import { markdownArticle } from '../../input/manuscript/markdown-file.js'
import type { HeadFields } from '../../input/manuscript/plan.js'
import type { WordStyles } from '../../input/manuscript/word-styles.js'
import { briefSections } from '../../issue/sections.js'
import { exitCodes } from '../../model/exit-codes.js'
import type { ImportedFile, ImportNote, ImportReport } from '../../model/imported.js'
import { type OpenFolder, readFolder } from '../scaffold/read.js'
import { articleOf } from './article.js'
import { commit, type NewFile } from './commit.js'
import type { Manuscript } from './manuscripts.js'
import { type ArticleNames, articleNames, titleOfFile } from './names.js'
import { readManuscript } from './read.js'
import { type Masthead, settingsText } from './settings-file.js'

export interface ImportOptions {
  cwd: string
  /** Absolute folder of the issue; it need not exist. */
  folder: string
  /** Value of PATH, where LibreOffice is searched. */
  path: string | undefined
  changes: 'accept' | 'reject'
  /** Section of all manuscripts that name none. */
  section?: string
  /** Overwrites existing articles. */
  force: boolean
  /** Writes nothing. */
  dryRun: boolean
  /** Asks for the section of an article; undefined when the session is not interactive. */
  askSection?: (title: string, names: readonly string[]) => Promise<string | undefined>
  /** Called for each manuscript before it is read. */
  onFile?: (path: string, done: number, total: number) => void
}

/** The files and state of one run. */
interface Batch {
  options: ImportOptions
  files: NewFile[]
  names: ArticleNames
  sections: readonly string[]
  briefs: ReadonlySet<string>
  styles: WordStyles
  /**
   * True when there is no `bulletin.yaml`, so that one may be made from a manuscript's masthead.
   */
  wantsSettings: boolean
  redHead?: Masthead
}

/**
 * Converts manuscripts to articles, in the given order. A manuscript that cannot be read does not
 * prevent the others. All files are written atomically.
 */
export async function importFiles(
  manuscripts: readonly Manuscript[],
  options: ImportOptions,
): Promise<ImportReport> {
  const { folder, cwd, dryRun } = options
  const isFile = (path: string) =>
    readFile(path).then(
      () => true,
      () => false,
    )
  const opened = await readFolder(folder, cwd).catch(
    (): OpenFolder => ({ settings: {}, files: [] }),
  )
  const briefs = briefSections(opened.settings)
  const batch: Batch = {
    options,
    files: [],
    names: articleNames(
      opened.files,
      ({ section }) => section !== undefined && briefs.has(section),
    ),
    sections: (opened.settings.sections ?? []).map(({ name }) => name),
    briefs,
    styles: opened.settings.wordStyles ?? {},
    wantsSettings: !(await isFile(join(folder, 'bulletin.yaml'))),
  }
  const imported: ImportedFile[] = []
  for (const [index, manuscript] of manuscripts.entries()) {
    options.onFile?.(manuscript.path, index, manuscripts.length)
    imported.push(await importOne(manuscript, batch))
  }
  const settings = batch.redHead && batch.wantsSettings ? join(folder, 'bulletin.yaml') : undefined
  if (settings !== undefined && batch.redHead) {
    batch.files.push({ path: 'bulletin.yaml', bytes: Buffer.from(settingsText(batch.redHead)) })
  }
  if (!dryRun) await commit(folder, batch.files)
  return {
    folder: displayPath(folder, cwd),
    files: imported,
    ...(settings !== undefined && { settings: displayPath(settings, cwd) }),
    dryRun,
    exitCode: imported.every(isWhole) ? exitCodes.built : exitCodes.content,
  }
}

/**
 * Returns whether the article contains everything in the manuscript except what was omitted on
 * purpose.
 */
const isWhole = ({ trouble, notes, letters }: ImportedFile): boolean =>
  trouble === undefined &&
  !notes.some(({ kind }) => kind === 'lost') &&
  (letters === undefined || letters.missing + letters.extra === '')

async function importOne(manuscript: Manuscript, batch: Batch): Promise<ImportedFile> {
  const { options, styles } = batch
  const keepsHead = batch.wantsSettings && batch.redHead === undefined
  const read = await readManuscript(manuscript, { ...options, keepsHead, styles })
  const nothing = { source: manuscript.path, pictures: [], notes: [], changes: [], comments: [] }
  if (read.kind === 'trouble') return { ...nothing, trouble: read.trouble }
  const own = read.kind === 'word' ? read.plan.fields.section : undefined
  const given =
    read.kind === 'word'
      ? read.plan.fields.title
      : markdownArticle(read.text, undefined).fields.title
  const title = given?.replaceAll('<br>', '') ?? titleOfFile(manuscript.path)
  const section = await sectionOf({ manuscript, title, own }, batch)
  const isBrief = section !== undefined && batch.briefs.has(section)
  const { name, exists } = batch.names.nameFor(title, isBrief)
  const article = displayPath(join(options.folder, name), options.cwd)
  if (exists && !options.force) {
    const reason = `“${article}”已经有了，没有动它`
    const hint = '要换成新的，加 --force；只想改动过的段落，用 --update；不是同一篇，先给它改名。'
    return { ...nothing, title, trouble: { reason, hint } }
  }
  const redHead = read.kind === 'word' ? read.plan.redHead : undefined
  const isMasthead = redHead !== undefined && keepsHead
  if (isMasthead && read.kind === 'word') batch.redHead = mastheadOf(redHead, read.plan.fields)
  const made = await articleOf(read, {
    section,
    name,
    keepsHead: isMasthead,
    path: options.path,
    from: dirname(manuscript.absolute),
    to: options.folder,
  })
  batch.files.push({ path: name, bytes: Buffer.from(made.text) }, ...made.pictures)
  const notes = [...made.file.notes, ...lacks({ title: given, section, isBrief }, batch)]
  const pictures = made.pictures.map(({ path }) => path)
  const placed = section === undefined ? {} : { section }
  return { ...nothing, ...made.file, article, title, ...placed, pictures, notes }
}

/** Returns a masthead; for an official document, with its signed name and date. */
function mastheadOf(head: Masthead, { unit, date }: HeadFields): Masthead {
  if (head.template !== 'document') return head
  return {
    ...head,
    ...(unit !== undefined && { signedBy: unit }),
    ...(date !== undefined && head.date === undefined && { date }),
  }
}

/**
 * Returns the section: from the option, the manuscript, the folder name, or an answer of the user.
 */
async function sectionOf(
  { manuscript, title, own }: { manuscript: Manuscript; title: string; own: string | undefined },
  { options, sections, briefs }: Batch,
): Promise<string | undefined> {
  const { section, askSection } = options
  if (section !== undefined || own !== undefined) return section ?? own
  // The folder name may start with a number: 03-工作交流.
  const named = manuscript.folder.replace(/^\d+[-_. 、]?/, '')
  if (sections.includes(named) || briefs.has(named)) return named
  return askSection?.(title, sections)
}

/** Returns what the editor has to add. */
function lacks(
  {
    title,
    section,
    isBrief,
  }: { title: string | undefined; section: string | undefined; isBrief: boolean },
  { sections }: Batch,
): ImportNote[] {
  const note = (about: string, reason: string): ImportNote => ({
    kind: 'doubtful',
    about,
    reason,
    place: '全文',
    at: { line: 1, column: 1 },
  })
  const names = sections.length === 0 ? '' : `（${sections.join('、')}）`
  return [
    ...(title === undefined && !isBrief
      ? [note('title', '没有认出标题，在开头的 --- 区里补上')]
      : []),
    ...(section === undefined
      ? [note('section', `不知道是哪个栏目${names}，在开头的 --- 区里补上，或用 --section`)]
      : []),
  ]
}
