import type { Article } from '../model/article.js'
import type { Diagnostic } from '../model/diagnostic.js'
import type { IssueSources, SourceFile } from '../model/source.js'
import type { Staged } from '../model/staged.js'
import type { ArticleOptions } from './article/article.js'
import { parseArticle } from './article/article.js'
import { missingFields } from './article/required.js'
import type { PlacedSettings } from './settings/issue-settings.js'
import { parseSettings } from './settings/issue-settings.js'

export type { ArticleOptions } from './article/article.js'
export { parseArticle } from './article/article.js'
export { toNote } from './article/key-markdown.js'
export { missingFields } from './article/required.js'
export type { PlacedSettings } from './settings/issue-settings.js'
export { parseSettings } from './settings/issue-settings.js'

/** Everything that the sources of an issue say, with all that is wrong in any of them. */
export interface ParsedIssue {
  settings: PlacedSettings
  /** Drafts too; those whose front-matter is broken are left out. */
  articles: Article[]
  diagnostics: Diagnostic[]
}

/** An issue of which `bulletin.yaml` is parsed, and its articles are still to be. */
export interface OpenIssue {
  settings: PlacedSettings
  /** What `parseArticle` is to be asked, in reading order. */
  work: { file: SourceFile; options: ArticleOptions }[]
  /** The issue, once its articles are parsed. */
  whole(parsed: readonly Staged<Article>[]): ParsedIssue
}

/** Parses `bulletin.yaml`, then every article. */
export function parseIssue(sources: IssueSources): ParsedIssue {
  const { work, whole } = openIssue(sources)
  return whole(work.map(({ file, options }) => parseArticle(file, options)))
}

/** The same in two steps, for articles that are parsed elsewhere, or were parsed before. */
export function openIssue(sources: IssueSources): OpenIssue {
  const { value: settings = { where: {} }, diagnostics } = parseSettings(sources)
  const { numbering } = settings
  const { single } = sources
  return {
    settings,
    work: sources.articles.map((file, index) => ({
      file,
      options: { idPrefix: `a${index + 1}`, single, ...(numbering ? { numbering } : {}) },
    })),
    whole: (parsed) => ({
      settings,
      articles: parsed.flatMap(({ value }) => value ?? []),
      diagnostics: [
        ...sources.diagnostics,
        ...diagnostics,
        ...parsed.flatMap((one) => one.diagnostics),
        ...parsed.flatMap(({ value, diagnostics: said }) =>
          value ? missingFields(value, settings, said) : [],
        ),
      ],
    }),
  }
}
