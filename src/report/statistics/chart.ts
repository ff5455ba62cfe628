import { scaleLinear } from 'd3-scale'
import { columnsOf } from '../../text/terminal-width.js'
import { escapeHtml } from '../escape-html.js'

/** One bar of a chart. */
export interface Bar {
  label: string
  value: number
}

/** Sizes in px, for text of 12 px: on a telephone a chart has about its own size. */
const [rowHeight, barHeight, chartWidth, valueWidth] = [24, 14, 240, 40] as const
/** Width of half a Han character. */
const column = 6
/** How much larger a chart is drawn where there is room for it. */
const usualScale = 1.3

/**
 * Returns a horizontal bar chart as SVG. The scale ends at a round number; the labels have the width
 * of the longest. `title` is the label for screen readers.
 */
export function barChart(title: string, bars: readonly Bar[]): string {
  const longest = Math.max(0, ...bars.map(({ label }) => columnsOf(label)))
  const labelWidth = column * longest + 12
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
  return `<svg viewBox="0 0 ${width} ${height}" width="${Math.round(usualScale * width)}" role="img" aria-label="${escapeHtml(title)}" xmlns="http://www.w3.org/2000/svg">${grid.join('')}${rows.join('')}</svg>`
}
