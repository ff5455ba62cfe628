import type { Article } from '../../model/article.js'
import type { Diagnostic } from '../../model/diagnostic.js'
import { warningAt } from '../../model/diagnostic.js'
import type { Issue } from '../../model/issue.js'
import type { Point } from '../../model/place.js'
import type { Day } from '../../model/settings.js'
import { dayFrom, isoDay } from '../../text/day.js'
import { plainText, pointOf } from '../../text/markdown-tree.js'

/**
 * Number of lines at the end of a body that may be its typed signature: the signed names, then the
 * date.
 */
const mostSigned = 6

/**
 * Returns warnings for parts that the template sets and that are also typed in the body, so that
 * they would print twice: 主送, 附件说明, 署名 and 成文日期 (GB/T 9704—2012, 7.3.2, 7.3.4, 7.3.5).
 */
export function typedTwice(issue: Issue, articles: readonly Article[]): Diagnostic[] {
  const { settings, date, publisher } = issue
  const { recipients, signedBy = publisher === undefined ? [] : [publisher] } = settings
  const isAttached = articles.some(({ fields }) => fields.attachment)
  return articles.flatMap((article) => {
    if (article.fields.attachment) return []
    const lines = linesOf(article)
    const warn = ({ text, at }: Line, part: string): Diagnostic =>
      warningAt(
        { file: article.path, at },
        {
          rule: 'document-typed-twice',
          message: `${part}“${text.trim()}”在正文里又写了一遍，会印两遍。`,
          hint: `删掉这一行：${part}由程序按设置排。`,
        },
      )
    const [first] = lines
    const addressed =
      first && recipients !== undefined && bare(first.text) === bare(recipients)
        ? [warn(first, '主送')]
        : []
    const list = lines.find(({ text }) =>
      /^[\s\u3000]*附件[\s\u3000]*[：:][\s\u3000]*\S/.test(text),
    )
    const listed = list && isAttached ? [warn(list, '附件说明')] : []
    const signed = lines
      .slice(1)
      .slice(-mostSigned)
      .flatMap((line) => {
        if (signedBy.some((name) => bare(name) === bare(line.text))) return [warn(line, '署名')]
        return date && isDay(line.text, date) ? [warn(line, '日期')] : []
      })
    return [...addressed, ...listed, ...signed]
  })
}

interface Line {
  text: string
  at: Point
}

/** Returns the lines of top-level paragraphs, without those in lists, quotations and tables. */
const linesOf = ({ body }: Article): Line[] =>
  body.children.flatMap((node) => {
    if (node.type !== 'paragraph') return []
    const { line, column } = pointOf(node)
    return plainText(node)
      .split('\n')
      .map((text, index) => ({
        text,
        at: { line: line + index, column: index === 0 ? column : 1 },
      }))
      .filter(({ text }) => bare(text) !== '')
  })

/** Removes spaces and the final colon of 主送. */
const bare = (text: string): string => text.replace(/[\s\u3000]/g, '').replace(/[：:]$/, '')

function isDay(text: string, date: Day): boolean {
  const day = dayFrom(bare(text))
  return day?.day !== undefined && isoDay(day) === isoDay(date)
}
