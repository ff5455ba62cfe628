import { arrange } from '../arrange/index.js'
import type { ExamineOptions } from '../check/examine.js'
import { wholeArticle } from '../check/examine.js'
import type { CheckDiagnostic } from '../check/index.js'
import { check } from '../check/index.js'
import { neighboursFrom } from '../check/neighbours.js'
import type { Diagnostic } from '../diagnostic.js'
import { errorAt, inReadingOrder } from '../diagnostic.js'
import type { IssueSources, SourceFile } from '../model.js'
import { parseSettings } from '../parse/index.js'
import { openPictures } from '../pictures.js'
import { fileStart } from '../places.js'
import { chosenTemplate } from '../template-choice.js'
import type { Threads } from '../threads/index.js'
import type { World } from '../world.js'

/** What was found in an issue, and what its sources look like when they are mended. */
export interface CheckedIssue {
  diagnostics: CheckDiagnostic[]
  changes: { source: SourceFile; text: string; count: number }[]
  /** Why a source that could be mended stays as it is; among the diagnostics too. */
  refused: Diagnostic[]
}

interface Surroundings {
  world: Pick<World, 'readIssue' | 'readTemplate' | 'readPicture' | 'chooseFonts' | 'clock'>
  threads: Pick<Threads, 'each'>
}

/** Reads, parses and checks an issue; with `mend`, what remains after mending is said. */
export async function checkIssue(
  target: string,
  { all, mend }: { all: boolean; mend: boolean },
  { world, threads }: Surroundings,
): Promise<CheckedIssue> {
  const sources = await world.readIssue(target)
  const { single } = sources
  const { value: settings = { where: {} } } = parseSettings(sources)
  const mended = mend ? await threads.each('mend', jobs(sources, { settings, single, all })) : []
  const wanted = sources.articles.flatMap((source, index) => {
    const { text, count } = mended[index] ?? { text: source.text, count: 0 }
    return text === source.text ? [] : [{ source, text, count }]
  })
  const changes = wanted.filter(({ source }) => !source.legacy)
  const refused = wanted.filter(({ source }) => source.legacy).map(cannotMend)
  const texts = new Map(changes.map(({ source, text }) => [source.path, text]))
  const articles = sources.articles.map((one) => ({
    ...one,
    text: texts.get(one.path) ?? one.text,
  }))
  const looked = await lookAt({ ...sources, articles }, all, { world, threads })
  // What stops the mending says more than the warning about the encoding.
  const isSaid = (one: Diagnostic) =>
    one.rule === 'encoding' && refused.some(({ file }) => file === one.file)
  const diagnostics = [...looked.filter((one) => !isSaid(one)), ...refused]
  const order = inReadingOrder(articles.map(({ path }) => path))
  return { diagnostics: diagnostics.toSorted(order), changes, refused }
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
  { world, threads }: Surroundings,
): Promise<CheckDiagnostic[]> {
  const { name, single } = sources
  const parsed = parseSettings(sources)
  const options: ExamineOptions = { settings: parsed.value ?? { where: {} }, single, all }
  const settings = chosenTemplate(options.settings, undefined)
  const template = await world.readTemplate(settings.template ?? 'newsletter')
  const fonts = await world.chooseFonts(settings.fonts, settings.where.fonts)
  const examined = await threads.each('examine', jobs(sources, options))
  const known = sources.articles.flatMap((file, index) => {
    const { value } = examined[index] ?? {}
    if (!value) return []
    return [{ article: wholeArticle(value.article, file, options), looked: value.looked }]
  })
  const articles = known.map(({ article }) => article)
  const kind = template.value?.kind
  const { issue, diagnostics } = arrange(settings, articles, { name, drafts: true, kind })
  const pictures = await openPictures(issue, sources.roots, {
    ...world,
    readPicture: (wish, options) => world.readPicture(wish, { ...options, sizeOnly: true }),
  }).place(issue)
  const { diagnostics: broken } = await pictures.scaled
  return [
    ...sources.diagnostics,
    ...parsed.diagnostics,
    ...examined.flatMap((one) => one.diagnostics),
    ...examined.flatMap(({ missing }) => missing),
    ...diagnostics,
    ...template.diagnostics,
    ...fonts.diagnostics,
    ...pictures.diagnostics,
    ...broken,
    ...check({
      articles,
      looked: known.map(({ looked }) => looked),
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

const jobs = ({ articles }: IssueSources, options: ExamineOptions) =>
  articles.map((file) => ({ file, options }))
