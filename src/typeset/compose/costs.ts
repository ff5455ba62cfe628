import type { Units } from './item.js'
import { em } from './item.js'

/*
 * How lines are judged, in whole thousandths: lower is better, 0 is a line that fits as it is. The
 * two constants were set by 309 lines of a printing house (test/typeset/compose-printed.test.ts).
 * `pull` from 400 to 500 with `pullPerEm` from 50 to 200 changes little or nothing there, and the
 * number of lines is right in every paragraph from 250 on: neither is fitted to single lines.
 */

/**
 * Taking marks in shows, however little is taken, and so costs at once; taking more costs little more.
 * Against the square of the spread this means: a line of 28 cells is spread by up to 0.67 em rather
 * than squeezed, and squeezed rather than spread further.
 */
const pull = 450
/** For each em taken in: of two lines that can be squeezed the fuller one loses. */
const pullPerEm = 100

/** The gaps of a line of 28 cells, the line for which a spread of one em costs 1000. */
const usualGaps = 27

/** The most that a gap may be spread to have one line more or fewer: beyond it, it shows. */
export const loosestOnRequest: Units = (6 * em) / 100
/** The same to have no 孤字: in a narrow column one character is much. */
export const loosestForRunt: Units = em / 5

/** What a break costs that is allowed but not liked. */
export interface BreakCosts {
  /** Between a number and its unit: the printed originals part them, so it only settles near ties. */
  readonly unit: number
  /** At a joint of an address. */
  readonly address: number
  /** Within a run that is kept together, and within a part of an address or a word: as much as a spread of 0.06 em. */
  readonly part: number
  readonly letter: number
}

export const breakCosts: BreakCosts = { unit: 50, address: 100, part: 2700, letter: 2700 }

/** What a line costs of which `taken` units are squeezed out; more than 0 is meant. */
export const costOfPull = (taken: Units): number => pull + Math.floor((pullPerEm * taken) / em)

/** What a line costs that is short by `slack` units and has so many gaps to spread. */
export function costOfSpread(slack: Units, gaps: number): number {
  const ofUsualLine = Math.floor((slack * usualGaps) / Math.max(gaps, 1))
  return Math.floor((ofUsualLine * ofUsualLine) / em)
}
