import type { Article } from '../../model/article.js'
import type { Diagnostic } from '../../model/diagnostic.js'
import { errorAt, warningAt } from '../../model/diagnostic.js'
import { fileStart } from '../../model/place.js'
import type { Settings } from '../../model/settings.js'
import { hasHan, inLanguageOf } from '../../text/language.js'

/** The sections that are set as briefs when `briefs` is not given. */
export const DEFAULT_BRIEFS = ['简讯', '工作简讯']

/**
 * Reports the fields that an article needs in this issue and does not have: title and section.
 * Skips a field whose key already has an error in `reported`, for example a misspelt one.
 */
export function missingFields(
  article: Article,
  settings: Settings,
  reported: readonly Diagnostic[],
): Diagnostic[] {
  // An empty file is already reported by `noBody`.
  if (article.text.trim() === '') return []
  const errors = reported.filter(({ severity }) => severity === 'error')
  const linesWithErrors = new Set(errors.map(({ at }) => at.line))
  const isUnreported = (key: 'title' | 'section') =>
    !linesWithErrors.has(article.where[key]?.line ?? 0)
  return [
    ...(isUnreported('title') ? withoutTitle(article, settings) : []),
    ...(isUnreported('section') ? withoutSection(article, settings) : []),
  ]
}

function withoutTitle(article: Article, { briefs = DEFAULT_BRIEFS }: Settings): Diagnostic[] {
  const { title, section, attachment } = article.fields
  if (title !== undefined && title !== false) return []
  if (section !== undefined && briefs.includes(section)) return []
  if (title === false && attachment !== undefined && attachment !== false) return []
  const language = languageOf(article)
  const sample = `${inLanguageOf(language, 'title', '标题')}: 城东区举办健康知识讲座`
  const attached = inLanguageOf(language, 'attachment: true', '附件: 是')
  const [message, hint] =
    title === false
      ? ['只有附件可以不印标题。', `写上标题，如 ${sample}；是附件就加上 ${attached}。`]
      : ['这篇稿件没有标题。', `${inHead(article)}写上标题，如 ${sample}。`]
  return [missing(article, 'title', { rule: 'title-missing', message, hint })]
}

/** In a newsletter, and in a custom template, every article belongs to a section. */
function withoutSection(article: Article, settings: Settings): Diagnostic[] {
  const { template, sections = [] } = settings
  if (article.fields.section !== undefined) return []
  if (template === 'briefing' || template === 'document') return []
  const key = inLanguageOf(languageOf(article), 'section', '栏目')
  const names = sections.map(({ name }) => name)
  const among = names.length === 0 ? '' : `；这期的栏目有：${names.join('、')}`
  const hint = `${inHead(article)}写上栏目，如 ${key}: ${names[0] ?? '工作交流'}${among}。`
  const message = '这篇稿件没有写属于哪个栏目。'
  return [missing(article, 'section', { rule: 'section-missing', message, hint })]
}

/** An error, or a warning for a draft: drafts are excluded from the issue unless requested. */
function missing(
  { path, where, fields }: Article,
  key: 'title' | 'section',
  problem: Pick<Diagnostic, 'rule' | 'message' | 'hint'>,
): Diagnostic {
  const place = { file: path, at: where[key] ?? fileStart }
  return (fields.draft ? warningAt : errorAt)(place, problem)
}

const hasHead = ({ text }: Article) => text.startsWith('---')

const inHead = (article: Article) =>
  hasHead(article)
    ? '在开头的 --- 区里'
    : hasBareHead(article)
      ? '在开头的几行里'
      : '在文件最上面加两行 ---，中间'

/** Whether the article's keys have no `---` lines around them. */
const hasBareHead = ({ text, fields }: Article) =>
  typeof fields.title === 'string' && /^\s*[^\s#:：]+[ \t]*[:：]/.test(text)

/** The language of the article's front-matter keys; Chinese when there are none. */
function languageOf(article: Article): string {
  const [head = ''] = hasHead(article) ? article.text.slice(3).split(/\n---/, 1) : []
  const keys = head.match(/^[^\s:#][^:\n]*(?=:)/gm) ?? []
  return keys.length === 0 || keys.some(hasHan) ? '中文' : 'English'
}
