import type { Rule } from './rule.js'

/** Rules told apart by one word of bits. */
const BITS = 32

/** The rules that a text may hold something for, one bit each. */
export type Wanted = readonly number[]

/** Tells which rules a text may hold something for, by the characters in it. */
export interface Prefilter {
  of(text: string): Wanted
  /** Whether a rule has something to look for in a text; one without `when` always has. */
  wants(rule: Rule, wanted: Wanted): boolean
}

/** The rules that any of some texts may hold something for. */
export const wantedByAny = (texts: readonly Wanted[]): Wanted =>
  texts.reduce((all, words) => words.map((word, index) => word | (all[index] ?? 0)), [])

const made = new WeakMap<readonly Rule[], Prefilter>()

/** The prefilter of a list of rules, made once. */
export function prefilterFor(rules: readonly Rule[]): Prefilter {
  const prefilter = made.get(rules) ?? makePrefilter(rules)
  made.set(rules, prefilter)
  return prefilter
}

/**
 * Most texts hold nothing for most rules. One look at every character of a text saves running each
 * rule's pattern over it.
 */
function makePrefilter(rules: readonly Rule[]): Prefilter {
  const selective = rules.filter(({ when }) => when !== undefined)
  const places = new Map(selective.map((rule, index) => [rule, index]))
  const tables = tablesOf(selective)
  return {
    of: (text) => tables.map((table) => wordOf(text, table)),
    wants(rule, wanted) {
      const place = places.get(rule)
      if (place === undefined) return true
      return (((wanted[Math.floor(place / BITS)] ?? 0) >>> (place % BITS)) & 1) === 1
    },
  }
}

/** For every UTF-16 unit the rules that want it, one bit each. */
function tablesOf(rules: readonly Rule[]): Uint32Array[] {
  const count = Math.ceil(rules.length / BITS)
  const tables = Array.from({ length: count }, () => new Uint32Array(0x10000))
  for (const [place, { when = '' }] of rules.entries()) {
    const table = tables[Math.floor(place / BITS)]
    for (let index = 0; table && index < when.length; index++) {
      const unit = when.charCodeAt(index)
      table[unit] = (table[unit] ?? 0) | (1 << (place % BITS))
    }
  }
  return tables
}

function wordOf(text: string, table: Uint32Array): number {
  let word = 0
  for (let index = 0; index < text.length; index++) word |= table[text.charCodeAt(index)] ?? 0
  return word
}
