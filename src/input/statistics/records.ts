import { parse } from 'csv-parse/sync'
import type { Diagnostic } from '../../model/diagnostic.js'
import { configurationErrorAt } from '../../model/diagnostic.js'
import type { SourceFile } from '../../model/source.js'
import type { Staged } from '../../model/staged.js'
import type { Contribution } from '../../model/statistics.js'
import { dayFrom } from '../../text/day.js'

/** The columns of the file, each with its accepted headings. */
const columns = {
  unit: ['单位', 'unit'],
  author: ['作者', 'author'],
  title: ['标题', '题目', 'title'],
  date: ['日期', '时间', 'date'],
  where: ['来源', '采用', '刊物', 'where'],
  points: ['分', '分值', '得分', 'points'],
} as const

type Column = keyof typeof columns

/**
 * Parses additional records from a CSV file with a heading row: articles that other publications
 * used, commendations, deductions. Every row needs a unit and points; points may be negative.
 */
export function parseRecords({ path, text }: SourceFile): Staged<Contribution[]> {
  const diagnostics: Diagnostic[] = []
  const report = (line: number, message: string, hint: string) =>
    void diagnostics.push(
      configurationErrorAt(
        { file: path, at: { line, column: 1 } },
        { rule: 'statistics-records', message, hint },
      ),
    )
  let rows: string[][]
  try {
    rows = parse(text, { bom: true, relax_column_count: true, skip_empty_lines: true, trim: true })
  } catch {
    report(1, '这个 CSV 文件读不懂。', '在 Excel 里另存为“CSV UTF-8”。')
    return { diagnostics }
  }
  const [headings = [], ...body] = rows
  const at = new Map<Column, number>()
  for (const [column, names] of Object.entries(columns) as [Column, readonly string[]][]) {
    const index = headings.findIndex((head) => names.includes(head.trim().toLowerCase()))
    if (index >= 0) at.set(column, index)
  }
  if (!at.has('unit') || !at.has('points')) {
    report(1, '第一行要有“单位”和“分”两栏。', '第一行写成 单位,标题,日期,来源,分。')
    return { diagnostics }
  }
  const value = body.flatMap((row, index): Contribution[] => {
    const cell = (column: Column) => row[at.get(column) ?? -1]?.trim() ?? ''
    const points = Number(cell('points'))
    if (cell('unit') === '' || cell('points') === '' || Number.isNaN(points)) {
      report(
        index + 2,
        `这一行的单位或分不对：“${row.join(',')}”。`,
        '单位写名称，分写数字，扣分写负数。',
      )
      return []
    }
    const date = dayFrom(cell('date').normalize('NFKC').replaceAll(/[./]/g, '-'))
    return [
      {
        kind: 'record',
        title: cell('title'),
        units: cell('unit').split(/[、;；]/),
        authors: cell('author') === '' ? [] : cell('author').split(/[、;；]/),
        issue: cell('where'),
        ...(date && { year: date.year, month: date.month }),
        characters: 0,
        pictures: 0,
        points,
        file: path,
      },
    ]
  })
  return { value, diagnostics }
}
