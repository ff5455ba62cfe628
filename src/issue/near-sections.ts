import { distance } from 'fastest-levenshtein'
import type { Article } from '../model/article.js'
import type { Diagnostic } from '../model/diagnostic.js'
import { warningAt } from '../model/diagnostic.js'
import { fileStart } from '../model/place.js'
import type { Settings } from '../model/settings.js'

/**
 * Warns about an article whose section is not in `sections` but nearly equals one that is: 要问 for
 * 要闻. An unlisted section is taken as intended if it differs by more, or if several articles use
 * it.
 */
export function nearSections(
  { sections = [] }: Settings,
  articles: readonly Article[],
): Diagnostic[] {
  const listed = sections.map(({ name }) => name)
  if (listed.length === 0) return []
  return articles.flatMap((article) => {
    const { path, where, fields } = article
    const { section } = fields
    if (section === undefined || listed.includes(section)) return []
    if (articles.some((other) => other !== article && other.fields.section === section)) return []
    const meant = listed.find((name) => isSlipOf(section, name))
    if (meant === undefined) return []
    return warningAt(
      { file: path, at: where.section ?? fileStart },
      {
        rule: 'section-unlisted',
        message: `栏目“${section}”没有列在 bulletin.yaml 的 sections（栏目）里，那里有“${meant}”；这样会多出一个新栏目。`,
        hint: `改成“${meant}”；确是新栏目的，把“${section}”加到 sections（栏目）里。`,
      },
    )
  })
}

/**
 * Whether two names differ by one wrong, missing or additional character or by two swapped ones. At
 * least one character of a two-character name must match.
 */
function isSlipOf(typed: string, name: string): boolean {
  const [a, b] = [plain(typed), plain(name)]
  if (a === b) return true
  if (Math.min(a.length, b.length) < 2) return false
  return distance(a, b) === 1 || (a.length === b.length && isSwapped(a, b))
}

/** Removes differences in width and case, spaces and marks. */
const plain = (name: string) =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s\p{P}]/gu, '')

function isSwapped(a: string, b: string): boolean {
  const at = [...a].findIndex((character, index) => character !== b[index])
  return a.slice(0, at) + a.charAt(at + 1) + a.charAt(at) + a.slice(at + 2) === b
}
