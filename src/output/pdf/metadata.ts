import type { Element } from 'hast'
import { toString as textOf } from 'hast-util-to-string'
import { visit } from 'unist-util-visit'
import type { Article } from '../../model/article.js'
import type { Issue } from '../../model/issue.js'
import type { Finish } from '../../pdf/index.js'
import { packageVersion } from '../../system/package.js'

/**
 * Date of a PDF whose issue has none: the earliest that all tools can read. It is fixed, so that
 * two builds have the same bytes.
 */
const noDate = new Date(Date.UTC(1980, 0, 1))

/**
 * The metadata of the PDF. Dates come from the issue, never from the clock; `epoch`
 * (SOURCE_DATE_EPOCH, seconds since 1970) replaces them.
 */
export function metadataOf(issue: Issue, title: string, epoch: number | undefined): Finish {
  const { date, publisher, sections, settings } = issue
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
    outlineTitles: new Map(sections.flatMap(({ articles }) => articles.flatMap(titleSpellings))),
  }
}

/**
 * Pairs of the bookmark text of an article as the browser writes it and as it should be: without
 * line breaks and footnote marks.
 */
function titleSpellings({ fields, titleMarks, content }: Article): [string, string][] {
  const title = fields.title || ''
  const spellings: [string, string][] = [
    [title + (titleMarks ? textOf(titleMarks) : ''), title.replaceAll('\n', '')],
  ]
  visit(content, { tagName: 'h3' }, (heading: Element) => {
    const bare = heading.children.filter((child) => child.type !== 'element' || !isNoteMark(child))
    if (bare.length === heading.children.length) return
    spellings.push([textOf(heading), textOf({ ...heading, children: bare })])
  })
  return spellings
}

const isNoteMark = ({ properties: { className } }: Element): boolean =>
  Array.isArray(className) && className.includes('footnote-mark')
