import type {
  ImportedChange,
  ImportedComment,
  ImportedFile,
  ImportNote,
  ImportReport,
  LetterCount,
} from '../model/imported.js'
import { excerpt } from '../text/excerpt.js'
import type { Paint } from './diagnostic-text.js'

/** The most characters quoted from a text. */
const quoted = 40

/** Returns the report of one manuscript; with `quiet`, only what could not be converted. */
export function importedText(
  file: ImportedFile,
  { quiet, paint }: { quiet: boolean; paint: Paint },
): string {
  const { source, article = '', trouble, letters } = file
  if (trouble) {
    return `${source}  ${paint.error('没有导入')}\n  ${trouble.reason}。\n  改法：${trouble.hint}`
  }
  const parts = sections(file, paint)
    .filter(({ isLoss }) => isLoss || !quiet)
    .flatMap(({ heading, lines }) => [`  ${heading}`, ...lines.map((line) => `    ${line}`)])
  const count = letters === undefined ? [] : countLines(letters, paint)
  const shown = quiet ? count.filter((_, index) => index > 0) : count
  if (quiet && parts.length === 0 && shown.length === 0) return ''
  return [`${source} → ${article}`, ...shown.map((line) => `  ${line}`), ...parts].join('\n')
}

/** Returns the character counts and whether they agree. */
function countLines(
  { read, added, written, left, missing, extra }: LetterCount,
  paint: Paint,
): string[] {
  const more = added > 0 ? `，另加 ${added} 字` : ''
  const less = left > 0 ? `，去掉 ${left} 字` : ''
  const first = `原文 ${read} 字${more}${less}，稿件 ${written} 字`
  if (missing + extra === '') return [`${first}：一个不差。`]
  const wrong = [
    missing && `少了“${excerpt(missing, quoted)}”`,
    extra && `多了“${excerpt(extra, quoted)}”`,
  ].filter(Boolean)
  return [`${first}。`, paint.error(`对不上：${wrong.join('，')}。这是程序的错，请对照原文。`)]
}

interface Section {
  heading: string
  lines: string[]
  isLoss: boolean
}

const kinds = [
  ['lost', '没有能带过来的'],
  ['doubtful', '请看一看'],
  ['changed', '换了写法的'],
  ['added', '加上的'],
  ['removed', '去掉的'],
] as const

function sections(file: ImportedFile, paint: Paint): Section[] {
  const { notes, changes, comments, article = '' } = file
  const name = article.split('/').at(-1) ?? article
  const all: Section[] = kinds.map(([kind, heading]) => ({
    heading: kind === 'lost' ? paint.error(heading) : heading,
    lines: noteLines(
      notes.filter((note) => note.kind === kind),
      name,
    ),
    isLoss: kind === 'lost',
  }))
  const tracked = changes.map((change) => changeLine(change, name))
  const asked = comments.map((comment) => commentLine(comment, name))
  all.push({ heading: `修订 ${changes.length} 处`, lines: tracked, isLoss: false })
  all.push({ heading: `批注 ${comments.length} 条`, lines: asked, isLoss: false })
  return all.filter(({ lines }) => lines.length > 0)
}

const where = ({ place, at }: Pick<ImportNote, 'place' | 'at'>, name: string): string =>
  `${place} → ${name}:${at.line}`

/** Groups the notes that have the same reason. */
function noteLines(notes: readonly ImportNote[], name: string): string[] {
  const groups = new Map<string, ImportNote[]>()
  for (const note of notes) {
    const key = `${note.about}\n${note.reason}`
    groups.set(key, [...(groups.get(key) ?? []), note])
  }
  return [...groups.values()].map((group) => {
    const [first] = group
    if (!first) return ''
    const said = group.length > 1 ? `等 ${group.length} 处` : ''
    const texts = group.flatMap(({ text = '' }) => (text === '' ? [] : [excerpt(text, quoted)]))
    const instead = group.flatMap(({ instead: made = '' }) => (made === '' ? [] : [made]))
    const shown = excerpt(texts.join('、'), quoted * 2)
    const made = excerpt(instead.join('、'), quoted * 2)
    const words = [shown && `“${shown}”`, made && `“${made}”`].filter(Boolean).join(' 改成 ')
    return `${where(first, name)}${said}  ${first.reason}${words && `：${words}`}`
  })
}

const whats = { inserted: '插入', deleted: '删除', moved: '移走' } as const

function changeLine(change: ImportedChange, name: string): string {
  const { what, kept, author, date, text } = change
  const by = [author, date].filter(Boolean).join(' ')
  const verdict = kept === (what === 'inserted') ? '照办' : '没有照办'
  return `${where(change, name)}  ${by} ${whats[what]}“${excerpt(text, quoted)}”（${verdict}）`
}

function commentLine(comment: ImportedComment, name: string): string {
  const { author, date, text, on } = comment
  const by = [author, date].filter(Boolean).join(' ')
  const about = on === '' ? '' : `对“${excerpt(on, quoted)}”`
  return `${where(comment, name)}  ${by} ${about}说：${text}`
}

/** Returns the last line of a run. */
export function importSummary({ files, folder, settings, dryRun }: ImportReport): string {
  const done = files.filter(({ trouble }) => trouble === undefined)
  const lost = done.filter(({ notes }) => notes.some(({ kind }) => kind === 'lost'))
  const failed = files.length - done.length
  const pictures = done.reduce((sum, file) => sum + file.pictures.length, 0)
  const withPictures = pictures > 0 ? `、${pictures} 张图片` : ''
  const parts = [
    dryRun
      ? `会写 ${done.length} 篇稿件${withPictures}到 ${folder}；去掉 --dry-run 就写`
      : `${done.length} 篇稿件${withPictures}写到了 ${folder}`,
    settings === undefined ? '' : `报头写进了 ${settings}`,
    lost.length > 0 ? `${lost.length} 篇有没带过来的东西` : '',
    failed > 0 ? `${failed} 个文件没有导入` : '',
  ]
  return `${parts.filter(Boolean).join('；')}。`
}

/** The last line of an update. */
export function updateSummary({ files: [file], dryRun }: ImportReport): string {
  if (!file || file.trouble) return '稿件没有动。'
  const changed = file.notes.filter(({ kind }) => /changed|added|removed/.test(kind)).length
  if (changed === 0) return `没有改动：${file.article}`
  return dryRun
    ? `会改 ${changed} 处：${file.article}；去掉 --dry-run 就改。`
    : `改了 ${changed} 处：${file.article}`
}
