import type { ColourMode } from '../../model/print.js'

/** Red, green and blue from 0 to 1. */
export type Rgb = readonly [red: number, green: number, blue: number]

/** Black: 0 is black and 1 is paper (DeviceGray). Red: 0 is paper and 1 is full ink. */
export interface Ink {
  name: 'black' | 'red'
  value: number
}

/** Largest difference between the parts of a colour without hue: less than a step of 8 bits. */
const NO_HUE = 0.0015

/** Returns the ink that replaces a colour; undefined if the colour stays as it is. */
export function inkOf(rgb: Rgb, mode: ColourMode): Ink | undefined {
  const [red, green, blue] = rgb
  if (Math.max(red, green, blue) - Math.min(red, green, blue) < NO_HUE)
    return { name: 'black', value: green }
  if (mode === 'full') return undefined
  if (mode === 'red' && isRed(rgb)) return { name: 'red', value: tintOf(rgb) }
  return { name: 'black', value: luminance(rgb) }
}

/** ISO 32000-1, 10.3.3: the gray of a colour. */
export const luminance = ([red, green, blue]: Rgb): number => 0.3 * red + 0.59 * green + 0.11 * blue

/**
 * Whether a colour is a red or a tint of it: red leads, and green and blue differ by at most a
 * third of the lead. That is a hue within 20° of red.
 */
export function isRed([red, green, blue]: Rgb): boolean {
  const lead = red - Math.min(green, blue)
  return lead >= NO_HUE && red >= Math.max(green, blue) && Math.abs(green - blue) <= lead / 3
}

/** The strength of the red ink: what the colour lacks of white, relative to its red. */
export const tintOf = ([red, green, blue]: Rgb): number => (red - Math.min(green, blue)) / red

/** Formats a number from 0 to 1 for a content stream. */
export const amount = (value: number): string =>
  String(Math.round(Math.min(1, Math.max(0, value)) * 10_000) / 10_000)
