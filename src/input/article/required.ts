import type { Article } from '../../model/article.js'
import type { Diagnostic } from '../../model/diagnostic.js'
import { errorAt, warningAt } from '../../model/diagnostic.js'
import { fileStart } from '../../model/place.js'
import type { Settings } from '../../model/settings.js'
import { hasHan, inLanguageOf } from '../../text/language.js'

/** The sections that are set as briefs when `briefs` does not say. */
export const DEFAULT_BRIEFS = ['简讯', '工作简讯']

/**
 * What an article must have in this issue and has not: a title, a section. Nothing is said of a
 * key that `said` has an error for already, as when it is misspelt.
 */
export function missingFields(
  article: Article,
  settings: Settings,
  said: readonly Diagnostic[],
): Diagnostic[] {
  // Of an empty file enough is said.
  if (article.text.trim() === '') return []
  const errors = said.filter(({ severity }) => severity === 'error')
  const spoken = new Set(errors.map(({ at }) => at.line))
  const isOpen = (key: 'title' | 'section') => !spoken.has(article.where[key]?.line ?? 0)
  return [
    ...(isOpen('title') ? withoutTitle(article, settings) : []),
    ...(isOpen('section') ? withoutSection(article, settings) : []),
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

/** In a newsletter every article stands in a section; a template of the editor's own is one. */
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

/** A draft may still lack something: it is left out unless asked for. */
function missing(
  { path, where, fields }: Article,
  key: 'title' | 'section',
  said: Pick<Diagnostic, 'rule' | 'message' | 'hint'>,
): Diagnostic {
  const place = { file: path, at: where[key] ?? fileStart }
  return (fields.draft ? warningAt : errorAt)(place, said)
}

const hasHead = ({ text }: Article) => text.startsWith('---')

const inHead = (article: Article) =>
  hasHead(article)
    ? '在开头的 --- 区里'
    : hasBareHead(article)
      ? '在开头的几行里'
      : '在文件最上面加两行 ---，中间'

/** Whether the article's keys stand without lines of dashes. */
const hasBareHead = ({ text, fields }: Article) =>
  typeof fields.title === 'string' && /^\s*[^\s#:：]+[ \t]*[:：]/.test(text)

/** A word in the language of the keys of an article's front-matter; Chinese when it has none. */
function languageOf(article: Article): string {
  const [head = ''] = hasHead(article) ? article.text.slice(3).split(/\n---/, 1) : []
  const keys = head.match(/^[^\s:#][^:\n]*(?=:)/gm) ?? []
  return keys.length === 0 || keys.some(hasHan) ? '中文' : 'English'
}
