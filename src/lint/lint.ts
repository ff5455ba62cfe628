import type { Diagnostic } from '../model/diagnostic.js'
import { checkGlyphs } from './glyphs.js'
import { lintArticle } from './lint-article.js'
import { OBJECT } from './mask.js'
import type { Found } from './overlaps.js'
import { withoutOverlaps } from './overlaps.js'
import type { CheckRequest, Finding, Rule, RuleContext } from './rule.js'
import { rules as allRules } from './rules/index.js'
import { checkSettingGlyphs } from './setting-glyphs.js'
import { severityOf, unknownRules } from './severity.js'

/** Findings listed for one rule in one article; an article with more is not usable as text. */
const mostOfRule = 5000

/**
 * Checks the articles of an issue and returns the diagnostics for the editor: unknown rules in the
 * settings, missing glyphs, findings of the rules. Pure.
 */
export function check(request: CheckRequest): Diagnostic[] {
  const { articles, hasGlyph, settings = {}, rules = allRules } = request
  const perArticle = articles.map((article) => lintArticle(article, request))
  const found = rules.flatMap((rule): Found[] => {
    const severity = severityOf(rule, settings.check, request.all ?? false)
    if (severity === 'off') return []
    const toFound = (file: string, finding: Finding): Found => {
      const { fix, ...words } = finding
      const mends = rule.class === 'fixable' && fix
      return {
        rule,
        diagnostic: {
          ...withoutPlaceholders(words),
          file,
          rule: rule.id,
          severity,
          ...(mends && { fix }),
        },
      }
    }
    if ('check' in rule) {
      return articles.flatMap(({ path }, index) =>
        bounded(perArticle[index]?.findings.get(rule.id) ?? [], rule).map((finding) =>
          toFound(path, finding),
        ),
      )
    }
    const compared = articles.map(({ path, fields, where }, index) => ({
      path,
      fields,
      where,
      collected: perArticle[index]?.collected.get(rule.id),
    }))
    return rule
      .checkIssue({ ...contextOf(request), articles: compared })
      .map(({ file, ...finding }) => toFound(file, finding))
  })
  const glyphs = hasGlyph
    ? [
        ...articles.flatMap((article) => checkGlyphs(article, hasGlyph)),
        // In a single article, the front-matter keys are also settings and have been checked with
        // the article.
        ...(request.single ? [] : checkSettingGlyphs(settings, hasGlyph)),
      ]
    : []
  return [
    ...unknownRules(settings, rules),
    ...glyphs,
    ...withoutOverlaps(found).map(({ diagnostic }) => diagnostic),
  ]
}

/**
 * Returns the first findings; the message of the last one says how many are omitted. Rules that can
 * be fixed keep all findings, because `--fix` applies each of them.
 */
function bounded(findings: readonly Finding[], { class: kind }: Rule): readonly Finding[] {
  const last = findings[mostOfRule - 1]
  const left = findings.length - mostOfRule
  if (!last || left <= 0 || kind === 'fixable') return findings
  const more = `${last.message}（后面还有 ${left} 处，没有列出。）`
  return [...findings.slice(0, mostOfRule - 1), { ...last, message: more }]
}

/** Replaces the placeholders for pictures and links by … in the texts of a finding. */
const withoutPlaceholders = <Words extends { message: string; hint: string }>(
  words: Words,
): Words => ({
  ...words,
  message: words.message.replace(objects, '…'),
  hint: words.hint.replace(objects, '…'),
})

const objects = new RegExp(`${OBJECT}+`, 'g')

const contextOf = (request: CheckRequest): Omit<RuleContext, 'articles'> => ({
  settings: request.settings ?? {},
  neighbours: request.neighbours ?? [],
  pictures: request.pictures ?? [],
  name: request.name ?? '',
  single: request.single ?? false,
})
