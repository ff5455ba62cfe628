import type { Root as Mdast } from 'mdast'
import type { Article, Fields } from '../../model/article.js'
import type { Diagnostic } from '../../model/diagnostic.js'
import { blocks } from '../../model/diagnostic.js'
import { fileStart } from '../../model/place.js'
import type { Settings } from '../../model/settings.js'
import type { SourceFile } from '../../model/source.js'
import type { Staged } from '../../model/staged.js'
import { parseMarkdown, takeTitle, toContent } from '../markdown/markdown.js'
import { decodeMapping } from '../settings/schema.js'
import { settingNames } from '../settings/settings.js'
import { readYaml } from '../yaml/read.js'
import { fieldNames, fields } from './fields.js'
import { isForeignKey } from './foreign-keys.js'
import { splitFrontMatter } from './front-matter.js'
import { implausibleTitle } from './implausible-title.js'
import { toNote } from './key-markdown.js'
import { noBody } from './missing-body.js'
import { notesInKeys, takeTitleNotes } from './title-notes.js'
import { setTitleScripts } from './title-scripts.js'

export interface ArticleOptions {
  /** ASCII prefix of the ids in the article's content; unique per article. */
  idPrefix: string
  numbering?: Settings['numbering']
  /** Whether the front-matter may also hold keys of `bulletin.yaml` (a single-file issue). */
  single: boolean
}

/**
 * Parses one Markdown file. Returns no value when the front-matter is too broken to identify the
 * article; the body is still checked. Does not check that title and section are present, because
 * that depends on the issue; see `required.ts`.
 */
export function parseArticle(file: SourceFile, options: ArticleOptions): Staged<Article> {
  const { yaml, body: text, broken, diagnostics } = splitFrontMatter(file)
  const head = readFields(file, yaml, options.single)
  const parsed = parseMarkdown(text, { file: file.path })
  const { body, title, at } = titled(parsed.body, head.fields)
  if (title !== undefined) head.fields.title = title
  if (at !== undefined) head.where.title = at
  const placeOf = (key: keyof Fields) => ({ file: file.path, at: head.where[key] ?? fileStart })
  const isHeading = at !== undefined
  const scripts = setTitleScripts(head.fields, placeOf)
  const noted = takeTitleNotes(head.fields.title || '', body, placeOf('title'), isHeading)
  if (head.fields.title) head.fields.title = noted.title
  const implausible = implausibleTitle(noted.title, placeOf('title'), isHeading)
  const content = toContent(body, { file: file.path, ...options, titleNotes: noted.notes })
  const note = toNote(head.fields.note, placeOf('note'), options)
  // A blocking error in the body may be the reason why the body prints nothing, so "no body" is not
  // reported on top of it.
  const isBlocked = blocks([...parsed.diagnostics, ...content.diagnostics])
  const missing = isBlocked
    ? []
    : noBody(file, {
        body,
        content: content.content,
        draft: head.fields.draft === true,
      })
  const reported = [
    diagnostics,
    head.diagnostics,
    implausible,
    noted.diagnostics,
    scripts,
    notesInKeys(head.fields, placeOf),
    parsed.diagnostics.map((one) => shiftFix(one, file.text.length - text.length)),
    content.diagnostics,
    note.diagnostics,
  ].flat()
  if (broken || head.broken) return { diagnostics: reported }
  reported.push(...missing)
  const article: Article = {
    path: file.path,
    absolute: file.absolute,
    text: file.text,
    fields: head.fields,
    where: head.where,
    body,
    content: content.content,
    ...(content.titleMarks ? { titleMarks: content.titleMarks } : {}),
    ...(note.content ? { note: note.content } : {}),
    pictures: [...note.pictures, ...content.pictures],
  }
  return { value: article, diagnostics: reported }
}

/**
 * Shifts the fix of a diagnostic from offsets in the body to offsets in the file. Body and file end
 * at the same character, so one constant shift is enough.
 */
const shiftFix = ({ fix, ...diagnostic }: Diagnostic, shift: number): Diagnostic =>
  fix ? { ...diagnostic, fix: { ...fix, from: fix.from + shift, to: fix.to + shift } } : diagnostic

interface Head {
  fields: Fields
  where: Article['where']
  broken: boolean
  diagnostics: Diagnostic[]
}

function readFields(file: SourceFile, text: string, single: boolean): Head {
  const known = single ? [...fieldNames.keys(), ...settingNames.keys()] : [...fieldNames.keys()]
  const source = { file: file.path, absolute: file.absolute, text, configuration: false }
  const { map, origin, diagnostics } = readYaml(source, new Set(known))
  if (map === undefined)
    return { fields: {}, where: {}, broken: diagnostics.length > 0, diagnostics }
  const elsewhere = { names: new Set(settingNames.keys()), place: ' bulletin.yaml 里' }
  const passed = single ? settingNames : undefined
  const vocabulary = { known, elsewhere, passed, isForeign: isForeignKey }
  const decoded = decodeMapping<Fields>(map, { table: fields, origin, rule: 'field', vocabulary })
  return {
    fields: decoded.value,
    where: decoded.where,
    broken: false,
    diagnostics: [...diagnostics, ...decoded.diagnostics],
  }
}

/**
 * Takes the title from the body's only `# ` heading, unless the front-matter gives another title.
 */
function titled(body: Mdast, { title: given }: Fields) {
  const taken = takeTitle(body)
  if (taken.title === undefined) return { body }
  if (given === undefined) return taken
  // The same words in both places are one title. If they differ, the heading stays in the body.
  const same = given !== false && unspaced(given) === unspaced(taken.title)
  return { body: same ? taken.body : body }
}

const unspaced = (text: string) => text.replace(/\s/g, '')
