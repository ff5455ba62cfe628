import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { displayPath } from '../../input/files/source.js'
import { markdownArticle } from '../../input/manuscript/markdown-file.js'
import type { HeadFields } from '../../input/manuscript/plan.js'
import type { RedHead } from '../../input/manuscript/red-head.js'
import { briefSections } from '../../issue/sections.js'
import { exitCodes } from '../../model/exit-codes.js'
import type { ImportedFile, ImportNote, ImportReport } from '../../model/imported.js'
import { type OpenFolder, readFolder } from '../scaffold/read.js'
import { articleOf } from './article.js'
import { commit, type NewFile } from './commit.js'
import type { Manuscript } from './manuscripts.js'
import { type ArticleNames, articleNames, titleOfFile } from './names.js'
import { readManuscript } from './read.js'
import { settingsText } from './settings-file.js'

export interface ImportOptions {
  cwd: string
  /** Absolute folder of the issue; need not be there. */
  folder: string
  /** PATH, to look for LibreOffice on. */
  path: string | undefined
  changes: 'accept' | 'reject'
  /** Section of all that name none themselves. */
  section?: string
  /** An article that is there is written anew. */
  force: boolean
  /** Nothing is written. */
  dryRun: boolean
  /** Asks for the section of an article; undefined where nobody can be asked. */
  askSection?: (title: string, names: readonly string[]) => Promise<string | undefined>
  /** Told of each manuscript before it is read. */
  onFile?: (path: string, done: number, total: number) => void
}

/** What one run is about to write. */
interface Batch {
  options: ImportOptions
  files: NewFile[]
  names: ArticleNames
  sections: readonly string[]
  briefs: ReadonlySet<string>
  /** There is no `bulletin.yaml`: the masthead of a manuscript may become one. */
  wantsSettings: boolean
  redHead?: RedHead & { signedBy?: string }
}

/**
 * Makes articles of manuscripts, in the order in which they are given. A manuscript that cannot be read
 * keeps none of the others from being written; what is written is written as a whole.
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

/** Whether everything of a manuscript is in the article, but what was left out on purpose. */
const isWhole = ({ trouble, notes, letters }: ImportedFile): boolean =>
  trouble === undefined &&
  !notes.some(({ kind }) => kind === 'lost') &&
  (letters === undefined || letters.missing + letters.extra === '')

async function importOne(manuscript: Manuscript, batch: Batch): Promise<ImportedFile> {
  const { options } = batch
  const read = await readManuscript(manuscript, options)
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
    const hint = '要换成新的，加 --force；不是同一篇，先给它改名。'
    return { ...nothing, title, trouble: { reason, hint } }
  }
  const redHead = read.kind === 'word' ? read.plan.redHead : undefined
  const isMasthead = redHead !== undefined && batch.wantsSettings && batch.redHead === undefined
  if (isMasthead && read.kind === 'word') batch.redHead = mastheadOf(redHead, read.plan.fields)
  const made = await articleOf(read, { section, name, keepsHead: isMasthead })
  batch.files.push({ path: name, bytes: Buffer.from(made.text) }, ...made.pictures)
  const notes = [...made.file.notes, ...lacks({ title: given, section, isBrief }, batch)]
  const pictures = made.pictures.map(({ path }) => path)
  const placed = section === undefined ? {} : { section }
  return { ...nothing, ...made.file, article, title, ...placed, pictures, notes }
}

/** A masthead; of an official document also who signs it and when. */
function mastheadOf(head: RedHead, { unit, date }: HeadFields): Batch['redHead'] {
  if (head.template !== 'document') return head
  return {
    ...head,
    ...(unit !== undefined && { signedBy: unit }),
    ...(date !== undefined && head.date === undefined && { date }),
  }
}

/** The section: as told, as the manuscript says, as its folder is called, or as somebody answers. */
async function sectionOf(
  { manuscript, title, own }: { manuscript: Manuscript; title: string; own: string | undefined },
  { options, sections, briefs }: Batch,
): Promise<string | undefined> {
  const { section, askSection } = options
  if (section !== undefined || own !== undefined) return section ?? own
  // A folder may be numbered: 03-工作交流.
  const named = manuscript.folder.replace(/^\d+[-_. 、]?/, '')
  if (sections.includes(named) || briefs.has(named)) return named
  return askSection?.(title, sections)
}

/** What an editor has to add. */
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
