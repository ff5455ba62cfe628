import type { Diagnostic } from '../diagnostic.js'
import type { Article, IssueSources } from '../model.js'
import { parseArticle } from './article.js'
import type { PlacedSettings } from './issue-settings.js'
import { parseSettings } from './issue-settings.js'
import { missingFields } from './required.js'

export type { ArticleOptions } from './article.js'
export { parseArticle } from './article.js'
export type { PlacedSettings } from './issue-settings.js'
export { parseSettings } from './issue-settings.js'
export { toNote } from './note.js'
export { missingFields } from './required.js'

/** Everything that the sources of an issue say, with all that is wrong in any of them. */
export interface ParsedIssue {
  settings: PlacedSettings
  /** Drafts too; those whose front-matter is broken are left out. */
  articles: Article[]
  diagnostics: Diagnostic[]
}

/** Parses `bulletin.yaml`, then every article; `parse` may remember what it made of the same text before. */
export function parseIssue(
  sources: IssueSources,
  parse: typeof parseArticle = parseArticle,
): ParsedIssue {
  const { value: settings = { where: {} }, diagnostics } = parseSettings(sources)
  const { numbering } = settings
  const parsed = sources.articles.map((file, index) =>
    parse(file, {
      idPrefix: `a${index + 1}`,
      single: sources.single,
      ...(numbering ? { numbering } : {}),
    }),
  )
  const missing = parsed.flatMap(({ value, diagnostics: said }) =>
    value ? missingFields(value, settings, said) : [],
  )
  return {
    settings,
    articles: parsed.flatMap(({ value }) => value ?? []),
    diagnostics: [
      ...sources.diagnostics,
      ...diagnostics,
      ...parsed.flatMap((one) => one.diagnostics),
      ...missing,
    ],
  }
}
