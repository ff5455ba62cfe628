import type { Issue } from '../model/issue.js'
import type { AskedParagraph, IssueReport } from '../model/report.js'
import { placeOfParagraph } from '../typeset/copyfit/asks.js'
import type { Ask } from '../typeset/copyfit/plan.js'

/** The paragraphs that were asked for a line fewer or more, as the report has them. */
export const askedReport = (asked: readonly Ask[], issue: Issue): AskedParagraph[] =>
  asked.flatMap(({ key, lines, why: { kind, page } }) => {
    const place = placeOfParagraph(issue, key)
    return place ? [{ file: place.file, line: place.at.line, lines, why: kind, page }] : []
  })

const reasons: Record<AskedParagraph['why'], (page: number) => string> = {
  hole: (page) => `第 ${page} 页末空着几行`,
  uneven: (page) => `第 ${page - 1}、${page} 页的末行不齐`,
  'lone-first': (page) => `第 ${page} 页末只有一段的第一行`,
  'lone-last': (page) => `第 ${page} 页首只有一段的最后一行`,
  'short-end': (page) => `一篇的末页（第 ${page} 页）只有一两行`,
}

/** One line for each paragraph that was asked: where it is, what was done and what for. */
export const askedLines = ({ asked = [] }: IssueReport): string[] =>
  asked.map(
    ({ file, line, lines, why, page }) =>
      `增减行：${file}:${line} 这一段${lines < 0 ? '少' : '多'}一行，原来${reasons[why](page)}`,
  )
