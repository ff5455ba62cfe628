import { disc, rect, times } from './brush.js'

/** Monthly events by kind; without letters, because a machine may have no font to draw them with. */
export function chart(): string {
  const months = [
    [38, 22],
    [30, 18],
    [52, 30],
    [64, 41],
    [88, 60],
    [76, 55],
  ]
  return `${rect(0, 0, 1500, 900, '#fff')}${times(5, (i) => rect(110, 120 + i * 150, 1290, 2, '#d5d8dc'))}
    ${months.map(([a = 0, b = 0], i) => rect(165 + i * 208, 720 - a * 6.4, 66, a * 6.4, '#a5312b') + rect(239 + i * 208, 720 - b * 6.4, 66, b * 6.4, '#d9a441')).join('')}
    ${rect(110, 718, 1290, 5, '#333')}${rect(107, 90, 5, 632, '#333')}${times(6, (i) => rect(233 + i * 208, 722, 4, 18, '#333'))}
    ${times(6, (i) => times(i + 1, (j) => disc(235 + i * 208 - i * 9 + j * 18, 766, 6, '#555')))}`
}
