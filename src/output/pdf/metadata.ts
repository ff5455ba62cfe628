import type { Issue } from '../../model/issue.js'
import type { Finish } from '../../pdf/index.js'
import { packageVersion } from '../../system/package.js'

/** The date of a PDF whose issue has none, so that two builds stay the same: the first that all tools can read. */
const noDate = new Date(Date.UTC(1980, 0, 1))

/**
 * What the PDF says about itself. Dates come from the issue, never from the clock; `epoch`
 * (SOURCE_DATE_EPOCH, seconds since 1970) stands in for them.
 */
export function metadataOf(issue: Issue, title: string, epoch: number | undefined): Finish {
  const { date, publisher, sections, settings } = issue
  const titles = sections.flatMap(({ articles }) =>
    articles.map(({ fields }) => fields.title || ''),
  )
  return {
    title,
    ...(publisher === undefined ? {} : { author: publisher }),
    ...(issue.period === undefined ? {} : { subject: `${issue.title} ${issue.period}` }),
    keywords: sections.flatMap(({ name }) => name ?? []),
    date:
      epoch !== undefined
        ? new Date(epoch * 1000)
        : date
          ? new Date(Date.UTC(date.year, date.month - 1, date.day ?? 1))
          : noDate,
    creator: `bulletin ${packageVersion()}`,
    lang: 'zh-CN',
    ...(issue.kind !== 'newsletter' || settings.cover === false
      ? {}
      : {
          pageLabels: [
            { from: 1, style: 'none', prefix: '封面' },
            { from: 2, style: 'decimal', start: 2 },
          ],
        }),
    outlineTitles: new Map(titles.map((one) => [one, one.replaceAll('\n', '')])),
  }
}
