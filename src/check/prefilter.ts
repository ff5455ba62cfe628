import type { Rule } from './rule.js'

/** Rules told apart by one word of bits. */
const BITS = 32

/** Tells which rules a text may hold something for, by the characters in it. */
export type Prefilter = (text: string) => (rule: Rule) => boolean

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
  return (text) => {
    const words = tables.map((table) => wordOf(text, table))
    return (rule) => {
      const place = places.get(rule)
      if (place === undefined) return true
      return (((words[Math.floor(place / BITS)] ?? 0) >>> (place % BITS)) & 1) === 1
    }
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
