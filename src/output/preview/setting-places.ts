import type { Issue } from '../../model/issue.js'
import type { Place } from '../../model/place.js'
import type { Entry, Settings } from '../../model/settings.js'
import { compareDays } from '../../text/numerals.js'

/**
 * Returns a function that says where a printed line of settings is written: the first of its
 * settings that is written at all, and in it the row with the label, when the line is one of rows. A
 * date that no setting gives is that of an article.
 *
 * @param where where the settings are written.
 */
export function settingPlaces(
  issue: Pick<Issue, 'settings' | 'sections' | 'date'>,
  where: Partial<Record<string, Place>>,
): (names: string | undefined, label: string | undefined) => Place | undefined {
  const places: typeof where = { date: datePlace(issue), ...where }
  const { staff, distribution, contact }: Settings = issue.settings
  const rows: Partial<Record<string, Entry[]>> = { staff, distribution, contact }
  return (names = '', label) => {
    const name = names.split(' ').find((one) => places[one] !== undefined)
    if (name === undefined) return undefined
    return rows[name]?.find((row) => row.label === label)?.place ?? places[name]
  }
}

/** Where the article that the issue has its date from says it. */
function datePlace({ sections, date }: Pick<Issue, 'sections' | 'date'>): Place | undefined {
  if (date === undefined) return undefined
  const articles = sections.flatMap((section) => [
    ...section.articles,
    ...section.briefs.map(({ article }) => article),
  ])
  const dated = articles.find(
    ({ fields, where }) => where.date && fields.date && compareDays(fields.date, date) === 0,
  )
  return dated?.where.date && { file: dated.path, at: dated.where.date }
}
