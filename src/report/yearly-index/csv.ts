import { stringify } from 'csv-stringify/sync'
import { titleOf } from '../../issue/yearly-index/row-text.js'
import type { YearlyIndex } from '../../model/yearly-index.js'

/** Returns the rows as CSV with a BOM for Excel; cells that would be formulas are escaped. */
export const indexCsv = ({ groups, by }: YearlyIndex): string =>
  stringify(
    [
      ['栏目', '题目', '单位', '作者', '年', '期', '总期', '页', '文件'],
      ...groups.flatMap(({ parts }) =>
        parts.flatMap(({ rows }) =>
          rows.map((row) => [
            row.section ?? '',
            titleOf(row, by),
            row.units.join('、'),
            row.authors.join('、'),
            row.issue.date?.year ?? '',
            row.issue.number ?? row.issue.label,
            row.issue.total ?? '',
            row.page ?? '',
            row.file,
          ]),
        ),
      ),
    ],
    { bom: true, escape_formulas: true, record_delimiter: 'windows' },
  )
