import type { ImportNote } from '../../model/imported.js'
import { splitFrontMatter } from '../article/front-matter.js'
import { parseTree } from '../markdown/parser.js'
import { frontMatter } from './front-matter.js'
import type { HeadFields } from './plan.js'

/** An article that was Markdown already. */
export interface MarkdownArticle {
  text: string
  fields: HeadFields
  notes: ImportNote[]
}

/** A first line no longer than this, without a stop, is the title. */
const longestTitle = 60

/**
 * Gives a Markdown file the front-matter that it lacks: a title out of its first line, and a section. One
 * that has a front-matter keeps it, and gets a section where it names none. The body stays as it is.
 */
export function markdownArticle(text: string, section: string | undefined): MarkdownArticle {
  const file = { path: '', absolute: '', text }
  const { yaml, body, broken } = splitFrontMatter(file)
  if (text.startsWith('---') && !broken) {
    const isNamed = /^(?:section|栏目)\s*[:：]/m.test(yaml)
    const title = /^(?:title|标题)\s*[:：]\s*["']?(.*?)["']?\s*$/m.exec(yaml)?.[1]
    const fields = {
      ...(title !== undefined && title !== '' && { title }),
      ...(section !== undefined && { section }),
    }
    if (isNamed || section === undefined) return { text, fields, notes: [] }
    const row = frontMatter({ section }).text.split('\n')[1] ?? ''
    return { text: text.replace(/\n---/, `\n${row}\n---`), fields, notes: [] }
  }
  const [line = ''] = body.split('\n').filter((one) => one.trim() !== '')
  const hasHeading = parseTree(body).children.some(
    (node) => node.type === 'heading' && node.depth === 1,
  )
  const words = line.trim()
  const isTitle =
    /^[\p{L}\p{N}《“（]/u.test(words) && words.length <= longestTitle && !/[。；，：]$/u.test(words)
  const fields: HeadFields = {
    ...(!hasHeading && isTitle && { title: words }),
    ...(section !== undefined && { section }),
  }
  const heading = /^#[ \t]+(.*)$/m.exec(body)?.[1]
  const rest = fields.title === undefined ? body : body.replace(line, '')
  const head = Object.keys(fields).length === 0 ? '' : `${frontMatter(fields).text}\n\n`
  return {
    text: `${head}${rest.replace(/^\n+/, '')}`,
    fields: { ...fields, ...(hasHeading && heading !== undefined && { title: heading.trim() }) },
    notes: [],
  }
}
