import { placeOf, signatureOf, titleOf } from '../../issue/yearly-index/row-text.js'
import type { IndexedName, YearlyIndex } from '../../model/yearly-index.js'
import { inColumns } from '../columns.js'

/** Returns the index for the terminal. */
export function indexText({
  title,
  heading,
  range,
  by,
  groups,
  authors,
  units,
}: YearlyIndex): string {
  const rows = groups.flatMap(({ heading, parts }) => [
    ...(heading === undefined ? [] : [['', `【${heading}】`, '']]),
    ...parts.flatMap(({ rows }) =>
      rows.map((row) => [placeOf(row), titleOf(row, by), signatureOf(row)]),
    ),
  ])
  return [
    [`${title} ${heading}`, range].filter(Boolean).join('，'),
    inColumns(rows, [1, 2]).join('\n'),
    ...list('作者索引', authors),
    ...list('单位索引', units),
  ].join('\n\n')
}

const list = (heading: string, names: readonly IndexedName[]): string[] =>
  names.length === 0
    ? []
    : [
        `【${heading}】\n${inColumns(
          names.map(({ letter, name, places }) => [letter, name, places.join('，')]),
          [0, 1, 2],
        ).join('\n')}`,
      ]
