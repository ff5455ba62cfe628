import { parseIssue, parseSettings } from '../input/parse-issue.js'
import { arrange } from '../issue/arrange.js'
import { fixArticle } from '../lint/fix-article.js'
import { check } from '../lint/lint.js'
import { neighboursFrom } from '../lint/neighbours.js'
import type { Diagnostic } from '../model/diagnostic.js'
import { errorAt, inReadingOrder } from '../model/diagnostic.js'
import { fileStart } from '../model/place.js'
import type { IssueSources, SourceFile } from '../model/source.js'
import { openPictures } from '../output/pdf/pictures.js'
import { chosenTemplate } from './template-choice.js'
import type { World } from './world.js'

/** What was found in an issue, and what its sources look like when they are mended. */
export interface CheckedIssue {
  diagnostics: Diagnostic[]
  changes: { source: SourceFile; text: string; count: number }[]
  /** Why a source that could be mended stays as it is; among the diagnostics too. */
  refused: Diagnostic[]
}

type CheckWorld = Pick<
  World,
  'readIssue' | 'readTemplate' | 'readPicture' | 'chooseFonts' | 'clock'
>

/** Reads, parses and checks an issue; with `mend`, what remains after mending is said. */
export async function checkIssue(
  target: string,
  { all, mend }: { all: boolean; mend: boolean },
  world: CheckWorld,
): Promise<CheckedIssue> {
  const sources = await world.readIssue(target)
  const wanted = mend ? changesOf(sources, all) : []
  const changes = wanted.filter(({ source }) => !source.legacy)
  const refused = wanted.filter(({ source }) => source.legacy).map(cannotMend)
  const texts = new Map(changes.map(({ source, text }) => [source.path, text]))
  const articles = sources.articles.map((one) => ({
    ...one,
    text: texts.get(one.path) ?? one.text,
  }))
  const looked = await lookAt({ ...sources, articles }, all, world)
  // What stops the mending says more than the warning about the encoding.
  const isSaid = (one: Diagnostic) =>
    one.rule === 'encoding' && refused.some(({ file }) => file === one.file)
  const diagnostics = [...looked.filter((one) => !isSaid(one)), ...refused]
  const order = inReadingOrder(articles.map(({ path }) => path))
  return { diagnostics: diagnostics.toSorted(order), changes, refused }
}

/** What `--fix` would write: the sources that it changes, with their new texts. */
function changesOf(sources: IssueSources, all: boolean): CheckedIssue['changes'] {
  const { single } = sources
  const { value: settings = { where: {} } } = parseSettings(sources)
  return sources.articles.flatMap((source) => {
    const { text, mended } = fixArticle(source, { settings, single, all })
    return text === source.text ? [] : [{ source, text, count: mended.length }]
  })
}

/** There is no way back into GB18030 that is sure to keep every byte. */
const cannotMend = ({ source, count }: CheckedIssue['changes'][number]): Diagnostic =>
  errorAt(
    { file: source.path, at: fileStart },
    {
      rule: 'encoding',
      message: `“${source.path}”不是 UTF-8 编码，能自动改的 ${count} 处没有改。`,
      fix: '用记事本打开，另存为时编码选 UTF-8，再运行一次。',
    },
  )

/** Everything that `build` would say of the sources, up to the print. */
async function lookAt(
  sources: IssueSources,
  all: boolean,
  world: CheckWorld,
): Promise<Diagnostic[]> {
  const { name, single } = sources
  const parsed = parseIssue(sources)
  const settings = chosenTemplate(parsed.settings, undefined)
  const template = await world.readTemplate(settings.template ?? 'newsletter')
  const fonts = await world.chooseFonts(settings.fonts, settings.where.fonts)
  const { articles } = parsed
  const kind = template.value?.kind
  const { issue, diagnostics } = arrange(settings, articles, { name, drafts: true, kind })
  const pictures = await openPictures(issue, sources.roots, {
    ...world,
    readPicture: (wish, options) => world.readPicture(wish, { ...options, sizeOnly: true }),
  }).place(issue)
  const { diagnostics: broken } = await pictures.scaled
  return [
    ...parsed.diagnostics,
    ...diagnostics,
    ...template.diagnostics,
    ...fonts.diagnostics,
    ...pictures.diagnostics,
    ...broken,
    ...check({
      articles,
      settings,
      all,
      name,
      single,
      neighbours: neighboursFrom(sources),
      pictures: pictures.sizes,
      hasGlyph: fonts.value.hasGlyph,
    }),
  ]
}
