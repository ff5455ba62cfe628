import type { Statistics, Tally } from '../../model/statistics.js'
import { escapeHtml } from '../escape-html.js'
import { barChart } from './chart.js'

/** The most units that a chart shows; the table contains all. */
const mostBars = 20

/** Returns the statistics as one self-contained page with charts and tables. */
export function statisticsHtml(title: string, statistics: Statistics): string {
  const { issues, articles, briefs, characters, units, sections, months } = statistics
  const chart = (heading: string, tallies: readonly Tally[], value: (one: Tally) => number) =>
    tallies.length === 0
      ? ''
      : `<section><h2>${heading}</h2>${barChart(
          heading,
          tallies.slice(0, mostBars).map((one) => ({ label: one.name, value: value(one) })),
        )}</section>`
  const count = ({ articles, briefs }: Tally) => articles + briefs
  const heading = escapeHtml(title)
  return `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${heading}</title><style>${css}</style></head><body><main><h1>${heading}</h1>
<p>共 ${issues} 期：文章 ${articles} 篇，简讯 ${briefs} 条，${characters} 字。</p>
${chart('各单位得分', units, ({ points }) => points)}
${unitsTable(units)}
${chart('各栏目', sections, count)}
${chart('各月', months, count)}
</main></body></html>
`
}

function unitsTable(units: readonly Tally[]): string {
  const grouped = units.some(({ group }) => group !== undefined)
  const groupHead = grouped ? ['组'] : []
  const heads = ['名次', '单位', ...groupHead, '文章', '简讯', '其他', '字数', '图片', '得分']
  const rows = units.map((one) =>
    [
      one.rank,
      one.name,
      ...(grouped ? [one.group ?? ''] : []),
      one.articles,
      one.briefs,
      one.records,
      one.characters,
      one.pictures,
      one.points,
    ]
      .map((cell) =>
        typeof cell === 'string' ? `<td class="text">${escapeHtml(cell)}</td>` : `<td>${cell}</td>`,
      )
      .join(''),
  )
  const head = heads
    .map((text) => `<th scope="col"${/^[单组]/.test(text) ? ' class="text"' : ''}>${text}</th>`)
    .join('')
  return `<section><h2>各单位用稿</h2><div class="wide"><table><thead><tr>${head}</tr></thead><tbody>${rows.map((row) => `<tr>${row}</tr>`).join('')}</tbody></table></div></section>`
}

const css = `:root{color-scheme:light dark}body{font:16px/1.6 system-ui,sans-serif;margin:0;padding:1.5rem}
main{max-width:52rem;margin:auto}h1{font-size:1.5rem}h2{font-size:1.1rem;margin-top:2rem}
.wide{overflow-x:auto}table{border-collapse:collapse;width:100%}th,td{padding:.3rem .6rem;border-bottom:1px solid #8886;text-align:right;white-space:nowrap}
.text{text-align:left}
svg{max-width:100%;height:auto;font-size:12px}svg text{fill:currentColor}.label{text-anchor:end}.tick{text-anchor:middle;font-size:10px}
.grid{stroke:#8884}.bar{fill:#b03a2e}@media print{body{padding:0}}`
