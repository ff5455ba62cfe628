import { decodeString } from 'micromark-util-decode-string'
import type { FontSet } from '../fonts/font-set.js'
import { openIssue } from '../input/parse-issue.js'
import type { PlacedSettings } from '../input/settings/issue-settings.js'
import { arrange, kindOf } from '../issue/arrange.js'
import type { Article } from '../model/article.js'
import type { Diagnostic } from '../model/diagnostic.js'
import { errorAt } from '../model/diagnostic.js'
import type { Issue } from '../model/issue.js'
import { fileStart } from '../model/place.js'
import type { IssueSources } from '../model/source.js'
import type { TemplateFiles } from '../model/template.js'
import type { PlacedPictures } from '../output/pdf/pictures.js'
import { placePictures } from '../output/pdf/pictures.js'
import { checkTemplate } from '../typeset/template/check-template.js'
import { chosenTemplate, diagnosticsForKind } from './template-choice.js'
import type { Stopwatch } from './timings.js'
import type { World } from './world.js'

/** An issue in reading order with its template, fonts and pictures, and the diagnostics so far. */
export interface PreparedIssue {
  sources: IssueSources
  settings: PlacedSettings
  issue: Issue
  /** The selected articles in file order; drafts only when requested. */
  articles: Article[]
  /** Undefined when it cannot be read. */
  template?: TemplateFiles
  fonts: FontSet
  pictures: PlacedPictures
  diagnostics: Diagnostic[]
}

/** Options of `prepare`. */
export interface PrepareOptions {
  /** A built-in template or a folder; overrides `bulletin.yaml`. */
  template?: string
  drafts: boolean
  /** Measures the pictures and verifies that they are complete, but does not scale them. */
  measureOnly?: boolean
}

type PrepareWorld = Pick<
  World,
  'parseArticles' | 'readTemplate' | 'readPicture' | 'chooseFonts' | 'clock'
>

/**
 * Parses and arranges the sources of an issue and resolves its template, fonts and pictures. Shared
 * by build, check and doctor.
 */
export async function prepare(
  sources: IssueSources,
  { template: typed, drafts, measureOnly = false }: PrepareOptions,
  world: PrepareWorld,
  { begin }: Pick<Stopwatch, 'begin'>,
): Promise<PreparedIssue> {
  begin('parse')
  const opened = openIssue(sources)
  const settings = chosenTemplate(opened.settings, typed)
  const template = await world.readTemplate(settings.template ?? 'newsletter')
  const kind = template.value?.kind ?? kindOf(settings)
  const parsed = opened.assemble(await world.parseArticles(opened.work))
  const { name, single } = sources
  const { issue, diagnostics } = arrange(settings, parsed.articles, { name, kind, drafts, single })

  begin('check')
  const readPicture: World['readPicture'] = (request, options) =>
    world.readPicture(request, { ...options, sizeOnly: measureOnly })
  const [fonts, pictures] = await Promise.all([
    world
      .chooseFonts(settings.fonts, settings.where.fonts)
      .then(async ({ value, diagnostics }) => ({
        value: await value.completedFor(textsOf(settings, parsed.articles)),
        diagnostics,
      })),
    placePictures(issue, sources.roots, { readPicture, clock: world.clock }),
  ])
  return {
    sources,
    settings,
    issue,
    articles: parsed.articles.filter(({ fields }) => drafts || !fields.draft),
    ...(template.value && { template: template.value }),
    fonts: fonts.value,
    pictures,
    diagnostics: [
      ...diagnosticsForKind(parsed.diagnostics, issue.kind),
      ...(drafts ? [] : draftsAlone(parsed.articles)),
      ...diagnostics,
      ...template.diagnostics,
      ...fonts.diagnostics,
      ...pictures.diagnostics,
      // The project's tests check the built-in templates.
      ...(template.value && typeof issue.template !== 'string'
        ? checkTemplate(template.value)
        : []),
    ],
  }
}

/** Returns an error when every article is a draft: the PDF would consist of a cover only. */
function draftsAlone(articles: readonly Article[]): Diagnostic[] {
  const [first] = articles
  if (!first || articles.some(({ fields }) => !fields.draft)) return []
  const place = { file: first.path, at: first.where.draft ?? fileStart }
  return [
    errorAt(place, {
      rule: 'drafts-only',
      message: `${articles.length > 1 ? `${articles.length} 篇稿件都` : '唯一的一篇稿件'}是草稿，没有可以排的。`,
      hint: '写好的，删去“草稿”一项；要看草稿排出来的样子，加上 --drafts。',
    }),
  ]
}

/**
 * Returns all texts that may be printed, and some that are not; used to find fonts for their
 * characters.
 */
const textsOf = (settings: PlacedSettings, articles: readonly Article[]): string[] => [
  JSON.stringify(settings),
  ...articles.flatMap(({ text }) => (text.includes('&') ? [text, decodeString(text)] : text)),
]
