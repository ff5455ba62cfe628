import { scaleLinear } from 'd3-scale'
import { escapeHtml } from '../escape-html.js'

/** One bar of a chart. */
export interface Bar {
  label: string
  value: number
}

/** Sizes in px. */
const [rowHeight, barHeight, labelWidth, chartWidth, valueWidth] = [24, 14, 210, 400, 60] as const

/**
 * Returns a horizontal bar chart as SVG. The scale ends at a round number. `title` is the label for
 * screen readers.
 */
export function barChart(title: string, bars: readonly Bar[]): string {
  const scale = scaleLinear()
    .domain([0, Math.max(1, ...bars.map(({ value }) => value))])
    .nice()
    .range([0, chartWidth])
  const height = bars.length * rowHeight + 24
  const width = labelWidth + chartWidth + valueWidth
  const grid = scale.ticks(5).map((tick) => {
    const x = (labelWidth + scale(tick)).toFixed(1)
    return `<line x1="${x}" x2="${x}" y1="0" y2="${height - 20}" class="grid"/><text x="${x}" y="${height - 4}" class="tick">${tick}</text>`
  })
  const rows = bars.map(({ label, value }, index) => {
    const y = index * rowHeight
    const length = Math.max(0, scale(value)).toFixed(1)
    return `<g><title>${escapeHtml(label)} ${value}</title><text x="${labelWidth - 8}" y="${y + 16}" class="label">${escapeHtml(label)}</text><rect x="${labelWidth}" y="${y + 5}" width="${length}" height="${barHeight}" class="bar"/><text x="${labelWidth + Number(length) + 6}" y="${y + 16}" class="value">${value}</text></g>`
  })
  return `<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${escapeHtml(title)}" xmlns="http://www.w3.org/2000/svg">${grid.join('')}${rows.join('')}</svg>`
}
