import { stringify } from 'csv-stringify/sync'
import type { Contribution, Statistics } from '../../model/statistics.js'

/** Returns the units as CSV with a BOM, which Excel needs to detect UTF-8. */
export const unitsCsv = ({ units }: Statistics): string =>
  csv([
    ['名次', '组', '单位', '文章', '简讯', '其他', '字数', '图片', '得分'],
    ...units.map((one) => [
      one.rank,
      one.group ?? '',
      one.name,
      one.articles,
      one.briefs,
      one.records,
      one.characters,
      one.pictures,
      one.points,
    ]),
  ])

const kinds: Record<Contribution['kind'], string> = {
  article: '文章',
  brief: '简讯',
  record: '其他',
}

/** Returns every contribution as a row of CSV. */
export const contributionsCsv = (contributions: readonly Contribution[]): string =>
  csv([
    ['期', '年', '月', '栏目', '类', '题目', '单位', '作者', '字数', '图片', '文件'],
    ...contributions.map((one) => [
      one.issue,
      one.year ?? '',
      one.month ?? '',
      one.section ?? '',
      kinds[one.kind],
      one.title,
      one.units.join('、'),
      one.authors.join('、'),
      one.characters,
      one.pictures,
      one.file,
    ]),
  ])

/** Escapes cells that start like a formula, because Excel would evaluate them. */
const csv = (rows: readonly (readonly (string | number)[])[]): string =>
  stringify(
    rows.map((row) => [...row]),
    { bom: true, escape_formulas: true, record_delimiter: 'windows' },
  )
