import type { Diagnostic } from '../diagnostic.js'
import type { Article, SourceFile } from '../model.js'
import type { PlacedSettings } from '../parse/index.js'
import { missingFields, parseArticle } from '../parse/index.js'
import type { Looked } from './look.js'
import { look } from './look.js'

export interface ExamineOptions {
  settings: PlacedSettings
  /** One article given by its file, without the rest of its issue. */
  single: boolean
  /** Suggestions (class C) too. */
  all: boolean
}

/** What can be known of one source by itself. Plain data: it may come from another thread. */
export interface Examined {
  /** Without what is large; undefined when the front-matter is broken. */
  value?: { article: Omit<Article, 'body' | 'content'>; looked: Looked }
  diagnostics: Diagnostic[]
  /** What it must have in this issue and has not. */
  missing: Diagnostic[]
}

/** Parses a source and shows it to the rules that look at one article. */
export function examine(file: SourceFile, options: ExamineOptions): Examined {
  const { settings, all } = options
  const { value, diagnostics } = parseArticle(file, parseOptions(options))
  if (!value) return { diagnostics, missing: [] }
  const { path, absolute, text, fields, where, note, pictures } = value
  const article = { path, absolute, text, fields, where, pictures, ...(note && { note }) }
  return {
    value: { article, looked: look(value, { settings, all }) },
    diagnostics,
    missing: missingFields(value, settings, diagnostics),
  }
}

/** An examined article with its trees, which are made again when somebody asks: few do. */
export function wholeArticle(
  bare: Omit<Article, 'body' | 'content'>,
  file: SourceFile,
  options: ExamineOptions,
): Article {
  let parsed: Article | undefined
  const whole = (): Article => {
    parsed ??= parseArticle(file, parseOptions(options)).value
    if (parsed === undefined) throw new Error(`${file.path} cannot be parsed a second time`)
    return parsed
  }
  return {
    ...bare,
    get body() {
      return whole().body
    },
    get content() {
      return whole().content
    },
  }
}

const parseOptions = ({ settings: { numbering }, single }: ExamineOptions) => ({
  // Nothing is printed: no two articles share a page.
  idPrefix: 'a1',
  single,
  ...(numbering && { numbering }),
})
