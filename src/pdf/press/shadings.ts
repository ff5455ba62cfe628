import type { ColourMode } from '../../model/print.js'
import type { Rgb } from '../content/inks.js'
import { amount, inkOf, luminance } from '../content/inks.js'
import { dictionaryAt, objectAt, type Pdf } from '../document.js'
import type { Changes } from '../rewrite.js'
import { compressedText, contentAt } from '../streams.js'
import {
  arrayFrom,
  type Dictionary,
  dictionaryFrom,
  dictionaryOf,
  referenceFrom,
} from '../syntax.js'

/**
 * Replaces the colours of a shading pattern. A gradient keeps its colours in mode `full` unless
 * all of them are gray; in mode `red` it becomes red ink only if all of them are red or white.
 * Returns the pattern's new body; undefined if it stays as it is. A program that computes the
 * colours (PostScript calculator) is changed in `changes`.
 */
export function recolouredShading(
  pdf: Pdf,
  pattern: Dictionary,
  mode: ColourMode,
  { red, changes }: { red: string; changes: Changes },
): string | undefined {
  const shading = dictionaryFrom(pattern.get('Shading') ?? '')
  const program = shading.get('Function')
  if (shading.get('ColorSpace') !== '/DeviceRGB' || program === undefined) return undefined
  const stops = stopsOf(pdf, program)
  const ink = inkOfStops(stops, mode)
  if (!ink) return undefined
  const amountIn = (rgb: Rgb) => {
    if (ink === 'black') return luminance(rgb)
    const one = inkOf(rgb, 'red')
    return one?.name === 'red' ? one.value : 0
  }
  shading.set('ColorSpace', ink === 'black' ? '/DeviceGray' : red)
  shading.set('Function', oneValued(pdf, program, amountIn, changes))
  return dictionaryOf(pattern.set('Shading', dictionaryOf(shading)))
}

/** `computed` if a program computes the colours. */
type Stops = Rgb[] | 'computed'

function inkOfStops(stops: Stops, mode: ColourMode): 'black' | 'red' | undefined {
  if (stops === 'computed') return mode === 'full' ? undefined : 'black'
  const inks = stops.map((stop) => inkOf(stop, mode))
  if (inks.includes(undefined)) return undefined
  const isRed = inks.every((ink) => ink?.name === 'red' || ink?.value === 1)
  return isRed && inks.some((ink) => ink?.name === 'red') ? 'red' : 'black'
}

/** The colours at the ends of the parts of a gradient (ISO 32000-1, 7.10.3, 7.10.4). */
function stopsOf(pdf: Pdf, source: string): Stops {
  const entries = functionAt(pdf, source)
  if (entries.get('FunctionType') === '2')
    return [entries.get('C0') ?? '[0]', entries.get('C1') ?? '[1]'].map(
      (stop) => arrayFrom(stop).map(Number) as unknown as Rgb,
    )
  if (entries.get('FunctionType') !== '3') return 'computed'
  const parts = arrayFrom(entries.get('Functions') ?? '[]').map((part) => stopsOf(pdf, part))
  return parts.includes('computed') ? 'computed' : parts.flatMap((part) => part as Rgb[])
}

const functionAt = (pdf: Pdf, source: string): Dictionary =>
  source.endsWith(' R') ? dictionaryAt(pdf, referenceFrom(source)) : dictionaryFrom(source)

/** Returns the function with one value instead of three. */
function oneValued(
  pdf: Pdf,
  source: string,
  amountIn: (rgb: Rgb) => number,
  changes: Changes,
): string {
  const entries = functionAt(pdf, source)
  switch (entries.get('FunctionType')) {
    case '2':
      for (const key of ['C0', 'C1'])
        entries.set(
          key,
          `[${amount(amountIn(arrayFrom(entries.get(key) ?? '').map(Number) as unknown as Rgb))}]`,
        )
      entries.delete('Range')
      return dictionaryOf(entries)
    case '3': {
      const parts = arrayFrom(entries.get('Functions') ?? '[]')
      const changed = parts.map((part) => oneValued(pdf, part, amountIn, changes))
      entries.delete('Range')
      return dictionaryOf(entries.set('Functions', `[${changed.join(' ')}]`))
    }
    case '4': {
      // Only black ink: the program's three results are added up to one.
      const number = referenceFrom(source)
      const program = contentAt(pdf, number).trim().replace(/\}$/, ` ${toGray}}`)
      const { Length: _, ...rest } = Object.fromEntries(entries)
      const kept = new Map(Object.entries(rest)).set('Range', '[0 1]')
      changes.changed.set(number, compressedText(kept, program))
      return source
    }
    default:
      return objectAt(pdf, referenceFrom(source))
  }
}

/** red green blue → gray, see {@link luminance}. */
const toGray = '.11 mul exch .59 mul add exch .3 mul add'
