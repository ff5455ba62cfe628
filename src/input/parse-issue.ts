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

/** The parsed sources of an issue, with the diagnostics of all of them. */
export interface ParsedIssue {
  settings: PlacedSettings
  /** Includes drafts; excludes articles whose front-matter is broken. */
  articles: Article[]
  diagnostics: Diagnostic[]
}

/** An issue whose `bulletin.yaml` is parsed but whose articles are not. */
export interface OpenIssue {
  settings: PlacedSettings
  /** The arguments for `parseArticle`, one entry per article, in reading order. */
  work: { file: SourceFile; options: ArticleOptions }[]
  /** Builds the result from the parsed articles, given in the order of `work`. */
  assemble(parsed: readonly Staged<Article>[]): ParsedIssue
}

/** Parses `bulletin.yaml`, then every article. */
export function parseIssue(sources: IssueSources): ParsedIssue {
  const { work, assemble } = openIssue(sources)
  return assemble(work.map(({ file, options }) => parseArticle(file, options)))
}

/**
 * Parses `bulletin.yaml` only. The caller parses the articles, for example in a worker or from a
 * cache, and passes them to `assemble`.
 */
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
    assemble: (parsed) => ({
      settings,
      articles: parsed.flatMap(({ value }) => value ?? []),
      diagnostics: [
        ...sources.diagnostics,
        ...diagnostics,
        ...parsed.flatMap((one) => one.diagnostics),
        ...parsed.flatMap(({ value, diagnostics: reported }) =>
          value ? missingFields(value, settings, reported) : [],
        ),
      ],
    }),
  }
}
