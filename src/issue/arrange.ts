import { toNote } from '../input/article/key-markdown.js'
import type { PlacedSettings } from '../input/settings/issue-settings.js'
import type { Article } from '../model/article.js'
import type { Diagnostic } from '../model/diagnostic.js'
import type { Issue, Kind } from '../model/issue.js'
import type { Place } from '../model/place.js'
import { settingsStart } from '../model/place.js'
import type { Day, Settings } from '../model/settings.js'
import { sortedByPath } from '../text/natural-order.js'
import { compareDays } from '../text/numerals.js'
import { issuingAuthorityTitle } from './document/issuing-authority.js'
import { checkDocument } from './document/lint.js'
import { linkArticles } from './links.js'
import { issueLineOf, periodOf, totalOf } from './masthead.js'
import { nearSections } from './near-sections.js'
import { sectionsOf } from './sections.js'

/** Options of {@link arrange}. */
export interface ArrangeOptions {
  /**
   * Name of the issue's folder or single file, without `.md`: the default for the title, and for
   * the total number.
   */
  name: string
  /** Whether to include drafts. */
  drafts: boolean
  /** Whether only one file was read, so that links to others cannot be checked. */
  single?: boolean
  /** The built-in template that the template is or extends. Default: by the template's name. */
  kind?: Kind
}

/** An arranged issue with its diagnostics. */
export interface Arranged {
  issue: Issue
  diagnostics: Diagnostic[]
}

/** Arranges the articles of an issue in reading order and applies all defaults. Pure. */
export function arrange(
  settings: PlacedSettings,
  all: readonly Article[],
  { name, drafts, single = false, kind = kindOf(settings) }: ArrangeOptions,
): Arranged {
  const diagnostics: Diagnostic[] = []
  const markdown = (text: string | undefined, place: Place, idPrefix: string) => {
    const note = toNote(text, place, { idPrefix })
    diagnostics.push(...note.diagnostics)
    return note.content
  }
  const set = all.filter(({ fields }) => drafts || fields.draft !== true)
  const articles = sortedByPath(set, ({ path }) => path)
  const notes = new Map(
    (settings.sections ?? []).map(({ name, note, place }, index) => [
      name,
      markdown(note, place, `section${index}`),
    ]),
  )
  const date = settings.date ?? latest(articles.flatMap(({ fields }) => fields.date ?? []))
  const { issue, diagnostics: broken } = linkArticles(
    {
      kind,
      template: settings.template ?? 'newsletter',
      settings,
      title:
        settings.title ??
        (kind === 'document' ? issuingAuthorityTitle(settings) : undefined) ??
        name,
      issueLine: issueLineOf(settings, kind, totalOf(settings, name)),
      period: periodOf(settings, date),
      date,
      publisher: settings.publisher,
      note: markdown(settings.note, settings.where.note ?? settingsStart, 'issue'),
      sections: sectionsOf(settings, articles).map((section) => ({
        ...section,
        note: section.name === undefined ? undefined : notes.get(section.name),
      })),
      distribution: (settings.distribution ?? []).map(({ label, text, place }, index) => ({
        label,
        content: markdown(text, place, `distribution${index}`) ?? { type: 'root', children: [] },
      })),
    },
    { where: settings.where, all, single },
  )
  diagnostics.push(...broken)
  if (kind !== 'document') diagnostics.push(...nearSections(settings, articles))
  if (kind === 'document') diagnostics.push(...checkDocument(issue, settings.where))
  return { issue, diagnostics }
}

/** Returns the built-in template of that name; `newsletter` for any other name. */
export const kindOf = ({ template }: Pick<Settings, 'template'>): Kind =>
  template === 'briefing' || template === 'document' ? template : 'newsletter'

const latest = (days: readonly Day[]): Day | undefined => days.toSorted(compareDays).at(-1)
