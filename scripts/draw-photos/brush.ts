/** Yields numbers from 0 up to 1. */
export type Random = () => number

/** Mulberry32: small, and the same numbers on every machine. */
export function seeded(seed: number): Random {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Strings of the same kind, one after the other. */
export const times = (count: number, make: (index: number) => string) =>
  Array.from({ length: count }, (_, i) => make(i)).join('')
/** A rectangle; `more` is further attributes. */
export const rect = (x: number, y: number, w: number, h: number, fill: string, more = '') =>
  `<rect x="${x}" y="${y}" width="${w}" height="${h}" fill="${fill}" ${more}/>`
/** A circle. */
export const disc = (x: number, y: number, r: number, fill: string, more = '') =>
  `<circle cx="${x}" cy="${y}" r="${r}" fill="${fill}" ${more}/>`
/** Any outline, in SVG path language. */
export const shape = (d: string, fill: string, more = '') =>
  `<path d="${d}" fill="${fill}" ${more}/>`
/** A gradient from top to bottom, used as `url(#id)`. */
export const fade = (id: string, ...stops: string[]) =>
  `<linearGradient id="${id}" x2="0" y2="1">${stops.map((c, i) => `<stop offset="${i / (stops.length - 1)}" stop-color="${c}"/>`).join('')}</linearGradient>`
/** Out of focus: 1 a little, 2 very. */
export const blurred = (level: number, content: string) =>
  `<g filter="url(#blur${level})">${content}</g>`
/** One of the colours. */
export const pick = (random: Random, colours: string[]) =>
  colours[Math.floor(random() * colours.length)] ?? '#888'
