import { existsSync, readFileSync } from 'node:fs'
import type { Rule } from '../../src/lint/rule.js'
import { checkCase } from '../../test/kit/check-case.js'

/** The number of seeded errors, how many a rule detects, and those it misses. */
export interface Caught {
  seeded: number
  caught: number
  missed: string[]
}

/**
 * Runs a rule on seed files: one text per line, `⏎` for a line break, the error between ⟦ and ⟧. A
 * seed counts as detected when a diagnostic points to that place; without brackets, when there is
 * any diagnostic.
 */
export function caughtIn(rule: Rule, paths: readonly string[]): Caught {
  const lines = paths.filter(existsSync).flatMap((path) => readFileSync(path, 'utf8').split('\n'))
  const seeds = lines.filter((line) => line.trim() !== '')
  const missed = seeds.filter((seed) => !isCaught(rule, seed.replaceAll('⏎', '\n')))
  return { seeded: seeds.length, caught: seeds.length - missed.length, missed }
}

function isCaught(rule: Rule, seed: string): boolean {
  const from = seed.indexOf('⟦')
  const to = seed.indexOf('⟧') - 1
  const text = seed.replace(/[⟦⟧]/g, '')
  const diagnostics = checkCase(rule, text)
  if (from < 0) return diagnostics.length > 0
  const part = text.lastIndexOf('§§', from)
  const start = part < 0 ? 0 : part + 2
  // The header line of a part is not part of the checked file, so it is not counted.
  const before = text
    .slice(start, from)
    .replace(/^(?:yaml|neighbour .*|picture .*)\n/, '')
    .split('\n')
  const line = before.length
  const column = (before.at(-1)?.length ?? 0) + 1
  return diagnostics.some(
    ({ at }) => at.line === line && at.column >= column - 1 && at.column <= column + (to - from),
  )
}

/** Returns the false positives per `unit` characters, with two decimals. */
export const alarmsPer = (unit: number, alarms: number, characters: number): string =>
  ((alarms * unit) / characters).toFixed(2)
