import type { Diagnostic } from '../diagnostic.js'
import type { Article, Point } from '../model.js'
import type { CheckedArticle } from './checked.js'
import { checkedArticle } from './checked.js'
import type { Edit } from './edit.js'
import type { HasGlyph } from './glyphs.js'
import { checkGlyphs } from './glyphs.js'
import type { Context, Finding, Rule } from './rule.js'
import { rules as allRules } from './rules/index.js'
import { severityOf, unknownRules } from './severity.js'

/** A diagnostic of a rule, with what mends it. */
export interface CheckDiagnostic extends Diagnostic {
  end?: Point
  /** Only of class A: what `--fix` does. */
  edit?: Edit
}

export interface CheckRequest extends Partial<Omit<Context, 'articles'>> {
  articles: readonly Article[]
  /** Without it, characters that no font has are not looked for. */
  hasGlyph?: HasGlyph
  /** Suggestions (class C) too. */
  all?: boolean
  rules?: readonly Rule[]
}

/** What an editor should know of the articles before they are printed. Pure. */
export function check(request: CheckRequest): CheckDiagnostic[] {
  const { articles, hasGlyph, all = false, rules = allRules, settings = {} } = request
  const checked = articles.map(checkedArticle)
  const context: Context = {
    articles: checked,
    settings,
    neighbours: request.neighbours ?? [],
    pictures: request.pictures ?? [],
    name: request.name ?? '',
    single: request.single ?? false,
  }
  const active = rules.flatMap((rule) => {
    const severity = severityOf(rule, settings.check, all)
    return severity === 'off' ? [] : [{ rule, severity }]
  })
  const found = active.flatMap(({ rule, severity }) => {
    const say = (file: string, finding: Finding): CheckDiagnostic => {
      const { edit, ...said } = finding
      return { ...said, file, rule: rule.id, severity, ...(rule.class === 'A' && edit && { edit }) }
    }
    if ('checkIssue' in rule) {
      return rule.checkIssue(context).map(({ file, ...finding }) => say(file, finding))
    }
    return checked.flatMap((article) =>
      rule
        .check(heard(article, rule.id), context)
        .map((finding) => say(article.article.path, finding)),
    )
  })
  const glyphs = hasGlyph ? articles.flatMap((article) => checkGlyphs(article, hasGlyph)) : []
  return [...unknownRules(settings, rules), ...glyphs, ...found]
}

/** An article without the paragraphs that a comment keeps from a rule. */
function heard(article: CheckedArticle, rule: string): CheckedArticle {
  if (!article.ignores) return article
  const blocks = article.blocks.filter(({ ignored }) => !ignored.has(rule) && !ignored.has('*'))
  return { ...article, blocks }
}
