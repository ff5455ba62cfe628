import { disc, pick, type Random, rect, shape, times } from './brush.js'

const coats = [
  '#7d4f50',
  '#3f5f7a',
  '#c08a52',
  '#5c7a5e',
  '#86697f',
  '#b5b0a5',
  '#37485c',
  '#a8443c',
]

/** Somebody seen from behind, the shoulders cut off at `y`. */
export function sitter(random: Random, x: number, y: number, size: number): string {
  const coat = pick(random, coats)
  const hair = pick(random, ['#2b2422', '#3a2f2a', '#211d1f', '#6d665f'])
  return `${shape(`M${x - size} ${y}q0 ${-size * 1.05} ${size * 0.7} ${-size * 1.15}h${size * 0.6}q${size * 0.7} ${size * 0.1} ${size * 0.7} ${size * 1.15}z`, coat)}
    ${rect(x - size * 0.18, y - size * 1.4, size * 0.36, size * 0.4, '#d9b195')}
    <ellipse cx="${x}" cy="${y - size * 1.65}" rx="${size * 0.42}" ry="${size * 0.5}" fill="${hair}"/>
    ${shape(`M${x - size} ${y}q0 ${-size * 1.05} ${size * 0.7} ${-size * 1.15}q${-size * 0.3} ${size * 0.6} ${-size * 0.25} ${size * 1.15}z`, '#fff', 'opacity=".14"')}`
}

/** Somebody standing, feet at `y`. */
export function walker(random: Random, x: number, y: number, size: number): string {
  const coat = pick(random, coats)
  return `<ellipse cx="${x}" cy="${y}" rx="${size * 0.28}" ry="${size * 0.05}" fill="#000" opacity=".25"/>
    ${rect(x - size * 0.1, y - size * 0.45, size * 0.09, size * 0.45, '#343a46', 'rx="6"')}${rect(x + size * 0.01, y - size * 0.45, size * 0.09, size * 0.45, '#2c313c', 'rx="6"')}
    ${rect(x - size * 0.125, y - size * 0.82, size * 0.25, size * 0.44, coat, `rx="${size * 0.09}"`)}
    ${rect(x - size * 0.165, y - size * 0.79, size * 0.065, size * 0.38, coat, `rx="${size * 0.03}"`)}${rect(x + size * 0.1, y - size * 0.79, size * 0.065, size * 0.38, coat, `rx="${size * 0.04}"`)}
    ${disc(x, y - size * 0.92, size * 0.085, '#dcb698')}${shape(`M${x - size * 0.09} ${y - size * 0.92}a${size * 0.09} ${size * 0.095} 0 0 1 ${size * 0.18} 0z`, '#2a2422')}`
}

/** A tree standing at `x`, `y`, its crown of many leaves of light. */
export function tree(random: Random, x: number, y: number, size: number, greens: string[]): string {
  return (
    rect(x - size * 0.05, y - size * 0.6, size * 0.1, size * 0.6, '#5b4636') +
    times(46, () => {
      const angle = random() * 6.28
      const reach = Math.sqrt(random()) * size * 0.42
      return disc(
        x + Math.cos(angle) * reach,
        y - size * 0.92 + Math.sin(angle) * reach * 0.85,
        size * (0.07 + random() * 0.09),
        pick(random, greens),
        'opacity=".9"',
      )
    })
  )
}

/** A line of hills from edge to edge around the height `y`. */
export function ridge(
  random: Random,
  width: number,
  y: number,
  swing: number,
  bottom: number,
  fill: string,
): string {
  const phase = random() * 9
  const points = Array.from({ length: 61 }, (_, i) => {
    const t = i / 60
    const height =
      Math.sin(t * 7 + phase) * 0.55 +
      Math.sin(t * 17 + phase * 2) * 0.28 +
      Math.sin(t * 41 + phase * 3) * 0.08
    return `${Math.round(t * width)} ${Math.round(y - height * swing)}`
  })
  return shape(`M0 ${bottom}L${points.join('L')}L${width} ${bottom}z`, fill)
}

/** A white house with a dark roof, `size` wide. */
export function house(random: Random, x: number, y: number, size: number): string {
  return `${rect(x, y - size * 0.62, size, size * 0.62, pick(random, ['#f3efe4', '#e9e2d2', '#f7f3ea']))}${shape(`M${x - size * 0.1} ${y - size * 0.58}L${x + size * 0.14} ${y - size * 0.95}H${x + size * 0.86}L${x + size * 1.1} ${y - size * 0.58}z`, '#4a4c50')}
    ${rect(x + size * 0.42, y - size * 0.34, size * 0.17, size * 0.34, '#6b4a30')}${rect(x + size * 0.12, y - size * 0.4, size * 0.17, size * 0.15, '#6d8494')}${rect(x + size * 0.71, y - size * 0.4, size * 0.17, size * 0.15, '#6d8494')}`
}
