import type { Statistics, Tally } from '../../model/statistics.js'
import { inColumns } from '../columns.js'

/** Returns the statistics for the terminal: units by rank, then sections, months and issues. */
export function statisticsText(statistics: Statistics): string {
  const { issues, articles, briefs, characters, pictures, unsigned, unlisted } = statistics
  const parts = [
    `共 ${issues} 期：文章 ${articles} 篇，简讯 ${briefs} 条，${characters} 字，图片 ${pictures} 张。`,
    unitsTable(statistics.units),
    ...(
      [
        ['栏目', statistics.sections],
        ['月份', statistics.months],
        ['期', statistics.byIssue],
      ] as const
    ).map(([head, tallies]) => countsTable(head, tallies)),
  ].filter((part) => part !== '')
  if (unsigned.length > 0)
    parts.push(`没有写单位和作者的 ${unsigned.length} 篇：\n${indented(unsigned)}`)
  if (unlisted.length > 0) parts.push(`名单里没有的单位：${unlisted.join('、')}`)
  return parts.join('\n\n')
}

const unitsTable = (units: readonly Tally[]): string => {
  if (units.length === 0) return ''
  const grouped = units.some(({ group }) => group !== undefined)
  const rows = units.map(
    ({ rank, name, group = '', articles, briefs, records, characters, points }) => [
      String(rank),
      name,
      ...(grouped ? [group] : []),
      ...[articles, briefs, records, characters].map(String),
      String(points),
    ],
  )
  const heads = ['名次', '单位', ...(grouped ? ['组'] : []), '文章', '简讯', '其他', '字数', '得分']
  return inColumns([heads, ...rows], grouped ? [1, 2] : [1]).join('\n')
}

const countsTable = (head: string, tallies: readonly Tally[]): string =>
  tallies.length === 0
    ? ''
    : inColumns([
        [head, '文章', '简讯', '字数'],
        ...tallies.map(({ name, articles, briefs, characters }) => [
          name,
          String(articles),
          String(briefs),
          String(characters),
        ]),
      ]).join('\n')

const indented = (lines: readonly string[]) => lines.map((line) => `  ${line}`).join('\n')
