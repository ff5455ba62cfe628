import { openIssue } from '../input/parse-issue.js'
import { arrange, kindOf } from '../issue/arrange.js'
import { totalOf } from '../issue/masthead.js'
import { contributionsOf } from '../issue/statistics/contributions.js'
import type { IssueSources } from '../model/source.js'
import type { IssueContributions } from '../model/statistics.js'
import type { World } from './world.js'

/** Reads what statistics and yearly indexes need of an issue. */
export type ReadContributions = (target: string) => Promise<IssueContributions>

/** Returns the contributions of an issue from the cache, else makes them. */
export type KeepContributions = (
  sources: IssueSources,
  make: () => Promise<IssueContributions>,
) => Promise<IssueContributions>

/** `kept` recalls the contributions of issues that have not changed since an earlier run. */
export const contributionsReader =
  (
    world: Pick<World, 'readIssue' | 'parseArticles'>,
    kept: KeepContributions = (_, make) => make(),
  ): ReadContributions =>
  async (target) => {
    const sources = await world.readIssue(target)
    return kept(sources, () => contributionsIn(sources, world))
  }

async function contributionsIn(
  sources: IssueSources,
  { parseArticles }: Pick<World, 'parseArticles'>,
): Promise<IssueContributions> {
  const opened = openIssue(sources)
  const { settings } = opened
  const { articles, diagnostics } = opened.assemble(await parseArticles(opened.work))
  const { name } = sources
  const { issue } = arrange(settings, articles, { name, kind: kindOf(settings), drafts: false })
  const { title, publisher, issueLine, period, date } = issue
  const { number, fonts, numerals, page, template } = settings
  return {
    name,
    title,
    publisher,
    issueLine,
    period,
    date,
    number,
    total: totalOf(settings, name),
    sections: (settings.sections ?? []).map((section) => section.name),
    dress: { fonts, numerals, page, template },
    contributions: contributionsOf(issue, name),
    errors: diagnostics.filter(({ severity }) => severity === 'error'),
  }
}
