import { parseSettings } from '../input/parse-issue.js'
import { fixArticle } from '../lint/fix-article.js'
import type { Diagnostic } from '../model/diagnostic.js'
import { errorAt, inReadingOrder } from '../model/diagnostic.js'
import { fileStart } from '../model/place.js'
import type { IssueSources, SourceFile } from '../model/source.js'
import { lintPrepared } from './lint-prepared.js'
import { prepare } from './prepare.js'
import { stopwatch } from './timings.js'
import type { World } from './world.js'

/** The diagnostics of an issue, and the corrected texts of its sources. */
export interface CheckedIssue {
  diagnostics: Diagnostic[]
  changes: { source: SourceFile; text: string; count: number }[]
  /**
   * Errors for sources that could be corrected but are not rewritten; also contained in
   * `diagnostics`.
   */
  refused: Diagnostic[]
}

/**
 * Reads, parses and checks an issue. With `mend`, computes the corrections and reports only the
 * diagnostics that remain after them. `all` includes suggestions.
 */
export async function checkIssue(
  target: string,
  { all, mend }: { all: boolean; mend: boolean },
  world: World,
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
  const options = { drafts: true, measureOnly: true }
  const prepared = await prepare({ ...sources, articles }, options, world, stopwatch(world))
  const { diagnostics: broken } = await prepared.pictures.scaled
  const found = [...prepared.diagnostics, ...broken, ...(await lintPrepared(prepared, { all }))]
  // The error about the correction replaces the warning about the encoding.
  const isReplaced = (one: Diagnostic) =>
    one.rule === 'encoding' && refused.some(({ file }) => file === one.file)
  const diagnostics = [...found.filter((one) => !isReplaced(one)), ...refused]
  const order = inReadingOrder(articles.map(({ path }) => path))
  return { diagnostics: diagnostics.toSorted(order), changes, refused }
}

/** Returns what `--fix` would write: the sources that it changes, with their new texts. */
function changesOf(sources: IssueSources, all: boolean): CheckedIssue['changes'] {
  const { single } = sources
  const { value: settings = { where: {} } } = parseSettings(sources)
  return sources.articles.flatMap((source) => {
    const { text, mended } = fixArticle(source, { settings, single, all })
    return text === source.text ? [] : [{ source, text, count: mended.length }]
  })
}

/** Re-encoding as GB18030 might not reproduce every byte, so such sources are not rewritten. */
const cannotMend = ({ source, count }: CheckedIssue['changes'][number]): Diagnostic =>
  errorAt(
    { file: source.path, at: fileStart },
    {
      rule: 'encoding',
      message: `“${source.path}”不是 UTF-8 编码，能自动改的 ${count} 处没有改。`,
      hint: '用记事本打开，另存为时编码选 UTF-8，再运行一次。',
    },
  )
