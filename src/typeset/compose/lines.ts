import { loosestForRunt, loosestOnRequest } from './costs.js'
import type { Measures } from './first-fit.js'
import { firstFit } from './first-fit.js'
import { fixedCount } from './fixed-count.js'
import type { Units } from './item.js'
import type { Measured } from './measured.js'
import { isRunt } from './runt.js'
import type { ComposeSettings } from './settings.js'

/**
 * The last items of the lines of a text: line by line, then anew as far back from the end as it
 * takes to have no 孤字 and, on request, one line fewer or more than that.
 */
export function linesOf(text: Measured, settings: ComposeSettings): number[] {
  const indent = settings.indent ?? 0
  const measures = { first: settings.measure - indent, rest: settings.measure }
  const lasts = withoutRunt(text, measures, firstFit(text, measures))
  const { looseness = 0 } = settings
  if (looseness === 0) return lasts
  return anew(text, measures, lasts, { more: looseness, loosest: loosestOnRequest }) ?? lasts
}

/** 先挤进，后推出: what is over is taken in if it can be, or else gets company. */
function withoutRunt(text: Measured, measures: Measures, lasts: number[]): number[] {
  if (lasts.length < 2 || !isRunt(text, startOf(lasts, lasts.length - 1))) return lasts
  const loosest = loosestForRunt
  return (
    anew(text, measures, lasts, { more: -1, loosest }) ??
    anew(text, measures, lasts, { more: 0, loosest }) ??
    lasts
  )
}

/** How many lines more, and how far these may be spread. */
interface Change {
  readonly more: -1 | 0 | 1
  readonly loosest: Units
}

/**
 * The lines with so many more than there are, those in front unchanged: of the ways to do it one
 * that begins late, looked for from twice as far back each time.
 */
function anew(
  text: Measured,
  measures: Measures,
  lasts: readonly number[],
  { more, loosest }: Change,
): number[] | undefined {
  for (let back = 2; ; back *= 2) {
    const kept = Math.max(0, lasts.length - back)
    const asked = { from: startOf(lasts, kept), lines: lasts.length - kept + more, loosest }
    const found = asked.lines < 1 ? undefined : fixedCount(text, measures, asked)
    if (found) return [...lasts.slice(0, kept), ...found]
    if (kept === 0) return undefined
  }
}

/** The first item of a line. */
const startOf = (lasts: readonly number[], line: number): number =>
  line === 0 ? 0 : (lasts[line - 1] ?? 0) + 1
