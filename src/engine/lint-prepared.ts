import type { Diagnostic } from '../model/diagnostic.js'
import type { PreparedIssue } from './prepare.js'

/**
 * Runs the lint rules on a prepared issue and returns their diagnostics. `all` includes
 * suggestions.
 */
export async function lintPrepared(
  { sources, settings, articles, fonts, pictures }: PreparedIssue,
  { all = false }: { all?: boolean } = {},
): Promise<Diagnostic[]> {
  // Imported late: only this step needs the rules and their word lists.
  const [{ check }, { neighboursFrom }] = await Promise.all([
    import('../lint/lint.js'),
    import('../lint/neighbours.js'),
  ])
  const { name, single } = sources
  return check({
    articles,
    settings,
    all,
    name,
    single,
    neighbours: neighboursFrom(sources),
    pictures: pictures.sizes,
    hasGlyph: fonts.hasGlyph,
  })
}
