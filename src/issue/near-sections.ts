import { distance } from 'fastest-levenshtein'
import type { Article } from '../model/article.js'
import type { Diagnostic } from '../model/diagnostic.js'
import { warningAt } from '../model/diagnostic.js'
import { fileStart } from '../model/place.js'
import type { Settings } from '../model/settings.js'

/**
 * Says of an article whose section `sections` does not list, but nearly: 要问 where there is 要闻. A
 * section of its own is silent: it differs by more, or several articles stand in it.
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

/** One character typed wrong, left out, doubled, or two in the wrong order; of 要闻 one at least is right. */
function isSlipOf(typed: string, name: string): boolean {
  const [a, b] = [plain(typed), plain(name)]
  if (a === b) return true
  if (Math.min(a.length, b.length) < 2) return false
  return distance(a, b) === 1 || (a.length === b.length && isSwapped(a, b))
}

/** Without what is not seen: width, case, blanks and marks. */
const plain = (name: string) =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s\p{P}]/gu, '')

function isSwapped(a: string, b: string): boolean {
  const at = [...a].findIndex((character, index) => character !== b[index])
  return a.slice(0, at) + a.charAt(at + 1) + a.charAt(at) + a.slice(at + 2) === b
}
