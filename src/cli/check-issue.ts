import { arrange } from '../arrange/index.js'
import { fixArticle } from '../check/fix-article.js'
import type { CheckDiagnostic } from '../check/index.js'
import { check } from '../check/index.js'
import { neighboursFrom } from '../check/neighbours.js'
import { inReadingOrder } from '../diagnostic.js'
import type { IssueSources, SourceFile } from '../model.js'
import { parseIssue } from '../parse/index.js'
import { picturesFor } from '../pictures.js'
import { chosenTemplate } from '../template-choice.js'
import type { World } from '../world.js'

/** What was found in an issue, and what its sources look like when they are mended. */
export interface CheckedIssue {
  diagnostics: CheckDiagnostic[]
  changes: { source: SourceFile; text: string; count: number }[]
}

type CheckWorld = Pick<World, 'readIssue' | 'readTemplate' | 'readPicture' | 'chooseFonts'>

/** Reads, parses and checks an issue; with `mend`, what remains after mending is said. */
export async function checkIssue(
  target: string,
  { all, mend }: { all: boolean; mend: boolean },
  world: CheckWorld,
): Promise<CheckedIssue> {
  const sources = await world.readIssue(target)
  const { name, single } = sources
  const { settings } = parseIssue({ ...sources, articles: single ? sources.articles : [] })
  const request = { settings, name, single, all, neighbours: neighboursFrom(sources) }
  const changes = mend
    ? sources.articles.flatMap((source) => {
        const { text, mended } = fixArticle(source, request)
        return text === source.text ? [] : [{ source, text, count: mended.length }]
      })
    : []
  const texts = new Map(changes.map(({ source, text }) => [source.path, text]))
  const articles = sources.articles.map((one) => ({
    ...one,
    text: texts.get(one.path) ?? one.text,
  }))
  const diagnostics = await lookAt({ ...sources, articles }, request, world)
  const order = inReadingOrder(articles.map(({ path }) => path))
  return { diagnostics: diagnostics.toSorted(order), changes }
}

/** Everything that `build` would say of the sources, up to the print. */
async function lookAt(
  sources: IssueSources,
  request: Omit<Parameters<typeof check>[0], 'articles'>,
  world: CheckWorld,
): Promise<CheckDiagnostic[]> {
  const parsed = parseIssue(sources)
  const settings = chosenTemplate(parsed.settings, undefined)
  const template = await world.readTemplate(settings.template ?? 'newsletter')
  const { issue, diagnostics } = arrange(settings, parsed.articles, {
    name: sources.name,
    drafts: true,
    kind: template.value?.kind,
  })
  const [fonts, pictures] = await Promise.all([
    world.chooseFonts(settings.fonts, settings.where.fonts),
    picturesFor(issue, sources.roots, world),
  ])
  const { hasGlyph } = fonts.value
  return [
    ...parsed.diagnostics,
    ...diagnostics,
    ...template.diagnostics,
    ...fonts.diagnostics,
    ...pictures.diagnostics,
    ...check({
      ...request,
      articles: parsed.articles,
      settings,
      pictures: pictures.sizes,
      hasGlyph,
    }),
  ]
}
