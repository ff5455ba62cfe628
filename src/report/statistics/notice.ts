import { stringify } from 'yaml'
import { escaped } from '../../input/manuscript/escape.js'
import type { Statistics, Tally } from '../../model/statistics.js'

/** The data of a notice (通报) other than the statistics. */
export interface Notice {
  /** The publication's title. */
  title: string
  publisher: string
  year?: number
  /** As in `bulletin.yaml`: `2021-12-31`. */
  date: string
  /** The groups of units, in order. */
  groups: readonly string[]
}

/** Names of the files of a 通报, relative to its folder. */
export const noticeNames = { settings: 'bulletin.yaml', article: '01-通报.md' } as const

/** Returns the files of a 通报 for the `document` template: path relative to its folder → text. */
export function noticeFiles(statistics: Statistics, notice: Notice): Map<string, string> {
  const { title, publisher, date, year } = notice
  const settings = {
    模板: '公文',
    刊名: `${publisher}文件`,
    主办: publisher,
    发文字号: `某发〔${date.slice(0, 4)}〕1号`,
    日期: date,
    主送: '各供稿单位',
  }
  const triggers = year === undefined ? '' : `${year}年`
  return new Map([
    [
      noticeNames.settings,
      `# 发文字号改成自己的；印发机关、抄送等自己补上。\n${stringify(settings, oneLine)}`,
    ],
    [
      noticeNames.article,
      `---\n标题: ${stringify(`关于${triggers}《${title}》用稿情况的通报`, oneLine).trimEnd()}\n---\n\n${body(statistics, notice)}\n`,
    ],
  ])
}

/** A text of several lines is not taken for a value of the front-matter. */
const oneLine = { lineWidth: 0 }

function body(statistics: Statistics, { title, year, groups }: Notice): string {
  const { issues, articles, briefs, units, sections } = statistics
  const triggers = year === undefined ? '' : `${year}年，`
  const used = units.filter((unit) => printed(unit) > 0)
  const without = units.filter((unit) => printed(unit) === 0)
  const parts = [
    `${triggers}《${escaped(title)}》共编发${issues}期，刊用文章${articles}篇、简讯${briefs}条。现将各单位用稿情况通报如下：`,
    '## 一、各单位用稿数量',
    sentence(used),
    ...(without.length > 0
      ? [`没有稿件刊用的单位：${without.map(({ name }) => escaped(name)).join('、')}。`]
      : []),
    '## 二、各单位得分',
    bestSentence(used),
    ...tables(units, groups),
    '## 三、各栏目用稿',
    `${sections.map(({ name, articles, briefs }) => `${escaped(name)}${articles + briefs}篇`).join('，')}。`,
    '望各单位继续做好供稿工作，多写反映基层实际、有情况有办法的稿件。',
  ]
  return parts.join('\n\n')
}

const printed = ({ articles, briefs, records }: Tally) => articles + briefs + records

/** Returns a sentence such as 甲馆12篇，乙馆8篇，丙馆、丁馆各4篇。 */
export function sentence(units: readonly Tally[]): string {
  const counts = new Map<number, string[]>()
  for (const unit of units.toSorted((a, b) => printed(b) - printed(a))) {
    counts.set(printed(unit), [...(counts.get(printed(unit)) ?? []), escaped(unit.name)])
  }
  const groups = [...counts].map(([count, names]) =>
    names.length === 1 ? `${names[0]}${count}篇` : `${names.join('、')}各${count}篇`,
  )
  return groups.length === 0 ? '没有稿件刊用。' : `${groups.join('，')}。`
}

function bestSentence(units: readonly Tally[]): string {
  const best = units.filter(({ rank }) => rank <= 3)
  if (best.length === 0) return '各单位都没有得分。'
  return `得分列前三名的是：${best.map(({ name, points }) => `${escaped(name)}（${points}分）`).join('、')}。`
}

/**
 * Returns one table per group in the order of the rules file; units without a group come last.
 * Ranks are computed within each table.
 */
function tables(units: readonly Tally[], groups: readonly string[]): string[] {
  const others = units.filter(({ group }) => group === undefined)
  const listed = groups.map((name) => ({
    caption: `${name}用稿统计表`,
    own: units.filter(({ group }) => group === name),
  }))
  const caption = groups.length > 0 ? '其他单位用稿统计表' : '各单位用稿统计表'
  return [...listed, { caption, own: others }]
    .filter(({ own }) => own.length > 0)
    .map(({ caption, own }) => `**${escaped(caption)}**\n\n${table(own)}`)
}

function table(units: readonly Tally[]): string {
  const rows = units.map(({ name, articles, briefs, records, points }) => {
    const rank = units.findIndex((one) => one.points === points) + 1
    return `| ${rank} | ${cell(name)} | ${articles} | ${briefs} | ${records} | ${points} |`
  })
  return `| 名次 | 单位 | 文章 | 简讯 | 其他 | 得分 |\n| ---: | --- | ---: | ---: | ---: | ---: |\n${rows.join('\n')}`
}

const cell = (text: string) => escaped(text).replaceAll('|', '\\|')
