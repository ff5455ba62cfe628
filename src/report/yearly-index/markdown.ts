import { stringify } from 'yaml'
import { escaped } from '../../input/manuscript/escape.js'
import { placeOf, signatureOf, titleOf } from '../../issue/yearly-index/row-text.js'
import type { IndexedName, IndexRow, YearlyIndex } from '../../model/yearly-index.js'
import { isoDay } from '../../text/day.js'

/** Returns the index as an article, to be printed as an appendix of the last issue. */
export function indexMarkdown(index: YearlyIndex): string {
  const { heading, range, by, groups, authors, units } = index
  const date = index.issues.at(-1)?.date
  const fields = {
    标题: heading,
    栏目: '附录',
    ...(date?.day !== undefined && { 日期: isoDay(date) }),
  }
  const head = stringify(fields, { lineWidth: 0 })
  const parts = [
    ...(range === undefined ? [] : [`收${range}。数字是期号和页码。`]),
    ...groups.flatMap(({ heading, parts }) => [
      ...(heading === undefined ? [] : [`## ${escaped(heading)}`]),
      table(
        parts.flatMap(({ rows }) => rows),
        by,
      ),
    ]),
    ...list('作者索引', authors),
    ...list('单位索引', units),
  ]
  return `---\n${head}---\n\n${parts.join('\n\n')}\n`
}

const tableHead = '| 题目 | 单位、作者 | 期·页 |'

/** Whether an article is an index that was written before, which a new one may replace. */
export const isIndexMarkdown = (text: string): boolean => text.includes(`\n${tableHead}\n`)

const table = (rows: readonly IndexRow[], by: YearlyIndex['by']): string =>
  [
    tableHead,
    '| --- | --- | ---: |',
    ...rows.map(
      (row) => `| ${cell(titleOf(row, by))} | ${cell(signatureOf(row))} | ${placeOf(row)} |`,
    ),
  ].join('\n')

/** One paragraph a letter, which the letter begins. */
function list(heading: string, names: readonly IndexedName[]): string[] {
  if (names.length === 0) return []
  const letters = [...new Set(names.map(({ letter }) => letter))]
  return [
    `## ${heading}`,
    ...letters.map((letter) => {
      const own = names.filter((one) => one.letter === letter)
      const entries = own.map(({ name, places }) => `${escaped(name)} ${places.join('，')}`)
      return `**${letter === '#' ? '其他' : letter}**　${entries.join('；')}`
    }),
  ]
}

const cell = (text: string) => escaped(text).replaceAll('|', '\\|')
