import { isMap, isNode, isPair } from 'yaml'
import type { SourceFile } from '../../model/source.js'
import type { Staged } from '../../model/staged.js'
import type { StatisticsRules } from '../../model/statistics.js'
import { excerpt } from '../../text/excerpt.js'
import { decodeMapping, mapping, namesOf, type Table } from '../settings/schema.js'
import { type Decoder, invalid, pointOf, type ValueNode } from '../settings/value.js'
import { choice } from '../settings/values/choice.js'
import { entries } from '../settings/values/entries.js'
import { file } from '../settings/values/file.js'
import { texts } from '../settings/values/list.js'
import { decimal, integer } from '../settings/values/number.js'
import { asWritten, sourceOf } from '../settings/values/text.js'
import { readYaml } from '../yaml/read.js'

/** Points by section: `要闻: 8`. */
const sectionPoints: Decoder<Record<string, number>> = (given) => {
  const { value: rows = [], diagnostics } = entries('要闻: 8')(given)
  const numbers = rows.map(({ label, text }) => [label, Number(text)] as const)
  const invalidRow = numbers.find(([, points]) => Number.isNaN(points))
  if (invalidRow)
    return invalid(given, `“${invalidRow[0]}”的分值不是数字。`, `写成 ${invalidRow[0]}: 8。`)
  return { value: Object.fromEntries(numbers), diagnostics }
}

/** Groups of units, in order: `区县: [城东区文化馆, 城西区文化馆]`. */
const groups: Decoder<{ name: string; units: string[] }[]> = (given) => {
  const { node } = given
  if (!isMap(node)) {
    return invalid(
      given,
      `${given.label}应当一组一行，这里是“${excerpt(sourceOf(given))}”。`,
      '在下一行空两格，写成 区县: [城东区文化馆, 城西区文化馆]。',
    )
  }
  const read = node.items.filter(isPair).flatMap(({ key, value }) => {
    const name = isNode(key) ? asWritten(key)?.trim() : undefined
    if (!isNode(key) || name === undefined || !isNode(value)) return []
    const row: ValueNode = {
      ...given,
      key: name,
      label: name,
      node: value,
      at: pointOf(key, given),
    }
    const { value: units = [], diagnostics } = texts('城东区文化馆')(row)
    return [{ value: { name, units }, diagnostics }]
  })
  return {
    value: read.map(({ value }) => value),
    diagnostics: read.flatMap(({ diagnostics }) => diagnostics),
  }
}

const aliases: Decoder<Record<string, string>> = (given) => {
  const { value: rows = [], diagnostics } = entries('城东馆: 城东区文化馆')(given)
  return { value: Object.fromEntries(rows.map(({ label, text }) => [label, text])), diagnostics }
}

const pointKeys: Table<NonNullable<StatisticsRules['points']>> = {
  article: { alias: '文章', about: '一篇文章的分', otherwise: '5', decode: decimal },
  brief: { alias: '简讯', about: '一条简讯的分', otherwise: '1', decode: decimal },
  sections: { alias: '栏目', about: '分项：栏目 → 分，比上面两项优先', decode: sectionPoints },
}

const characterKeys: Table<NonNullable<StatisticsRules['characters']>> = {
  every: { alias: '每', about: '多少字', decode: integer({ min: 1, sample: 1000 }) },
  points: { alias: '分', about: '加几分', decode: decimal },
}

/** The keys of a rules file of `bulletin stats`. */
export const statisticsKeys: Table<StatisticsRules> = {
  points: {
    alias: '分值',
    about: '分项：`article`（文章）、`brief`（简讯）、`sections`（栏目：栏目 → 分）',
    otherwise: '文章 5，简讯 1',
    decode: mapping(pointKeys, { article: 5, brief: 1 }),
  },
  joint: {
    alias: '联合',
    about: '几个单位合写的：`each`（全记）、`split`（均分）或 `first`（第一单位）',
    otherwise: '`each`',
    decode: choice({
      each: ['全记', '各记'],
      split: ['均分', '平分'],
      first: ['第一', '第一单位'],
    }),
  },
  characters: {
    alias: '字数',
    about: '分项：`every`（每）多少字加 `points`（分）几分，不满的不算',
    otherwise: '不加',
    decode: mapping(characterKeys, { every: 1000, points: 1 }),
  },
  picture: { alias: '图片', about: '一张图片加几分', otherwise: '0', decode: decimal },
  monthlyCap: {
    alias: '月上限',
    about: '一个单位一个月最多几分',
    otherwise: '没有',
    decode: decimal,
  },
  reuse: {
    alias: '多处采用',
    about: '一篇（题目相同）在几处采用：`sum`（累计）或 `highest`（取高）',
    otherwise: '`sum`',
    decode: choice({ sum: ['累计'], highest: ['取高', '最高'] }),
  },
  records: {
    alias: '其他记录',
    about: '一个 CSV 文件：上级采用、批示、扣分等，见下面',
    otherwise: '没有',
    decode: file('其他记录.csv'),
  },
  groups: {
    alias: '单位',
    about: '分项：组名 → 单位的列表，按这个次序；没有稿件的也列出来',
    otherwise: '只列有稿件的',
    decode: groups,
  },
  aliases: {
    alias: '别名',
    about: '分项：另一种写法 → 单位的名称',
    otherwise: '没有',
    decode: aliases,
  },
}

/** Parses a rules file. Returns whatever could be read, with all its diagnostics. */
export function parseStatisticsRules(source: SourceFile): Staged<StatisticsRules> {
  const names = namesOf(statisticsKeys)
  const { path, absolute, text } = source
  const yaml = { file: path, absolute, text, configuration: true }
  const { map, origin, diagnostics } = readYaml(yaml, names.keys())
  if (map === undefined) return { value: {}, diagnostics }
  const read = decodeMapping<StatisticsRules>(map, {
    table: statisticsKeys,
    origin,
    rule: 'statistics',
    vocabulary: { known: [...names.keys()] },
  })
  return { value: read.value, diagnostics: [...diagnostics, ...read.diagnostics] }
}
