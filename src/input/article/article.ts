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

export interface ArticleOptions {
  /** ASCII, different for each article: ids in its content begin with it. */
  idPrefix: string
  numbering?: Settings['numbering']
  /** Whether the front-matter may hold the keys of `bulletin.yaml` as well. */
  single: boolean
}

/**
 * Parses one Markdown file. There is no value when its front-matter is too broken to know the
 * article by; the body is looked through all the same. Whether a title or a section must be there
 * hangs on the issue; see `required.ts`.
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
  const noted = takeTitleNotes(head.fields.title || '', body, placeOf('title'), isHeading)
  if (head.fields.title) head.fields.title = noted.title
  const wrong = implausibleTitle(noted.title, placeOf('title'), isHeading)
  const content = toContent(body, { file: file.path, ...options, titleNotes: noted.notes })
  const note = toNote(head.fields.note, placeOf('note'), options)
  // What is wrong with a body may be why nothing of it prints.
  const isSpoken = blocks([...parsed.diagnostics, ...content.diagnostics])
  const missing = isSpoken
    ? []
    : noBody(file, {
        body,
        content: content.content,
        draft: head.fields.draft === true,
      })
  const said = [
    diagnostics,
    head.diagnostics,
    wrong,
    noted.diagnostics,
    notesInKeys(head.fields, placeOf),
    parsed.diagnostics.map((one) => editing(one, file.text.length - text.length)),
    content.diagnostics,
    note.diagnostics,
  ].flat()
  if (broken || head.broken) return { diagnostics: said }
  said.push(...missing)
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
  return { value: article, diagnostics: said }
}

/** What is said of a body, with its edit as one of the file; both end at the same place. */
const editing = ({ fix, ...said }: Diagnostic, shift: number): Diagnostic =>
  fix ? { ...said, fix: { ...fix, from: fix.from + shift, to: fix.to + shift } } : said

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
  const said = decodeMapping<Fields>(map, { table: fields, origin, rule: 'field', vocabulary })
  return {
    fields: said.value,
    where: said.where,
    broken: false,
    diagnostics: [...diagnostics, ...said.diagnostics],
  }
}

/** The title from the body's only `# `, unless the front-matter gives another. */
function titled(body: Mdast, { title: given }: Fields) {
  const taken = takeTitle(body)
  if (taken.title === undefined) return { body }
  if (given === undefined) return taken
  // Given twice in the same words it is one title; in others, the heading stays in the body.
  const same = given !== false && unspaced(given) === unspaced(taken.title)
  return { body: same ? taken.body : body }
}

const unspaced = (text: string) => text.replace(/\s/g, '')
