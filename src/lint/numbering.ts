import { hanValue } from '../text/numerals.js'
import type { ProseBlock } from './prose.js'

/**
 * A heading or paragraph that begins with a typed number of one of the four levels of GB/T 9704
 * (7.3.3).
 */
export interface Numbered {
  /** 1 一、 2 （一） 3 1. 4 （1） */
  level: 1 | 2 | 3 | 4
  value: number
  /** The number as typed, with its marks. */
  label: string
  block: ProseBlock
  /** The text may be an enumeration instead of a numbered item: 24、25级, 三、四年级, （3）班. */
  isDoubtful: boolean
}

const forms = [
  { level: 1, pattern: /^([一二三四五六七八九十]{1,3})[、.．]/u },
  { level: 2, pattern: /^[（(]([一二三四五六七八九十]{1,3})[）)]/u },
  { level: 3, pattern: /^(\d{1,2})(?:[.．](?!\d)|、)/u },
  { level: 4, pattern: /^[（(](\d{1,2})[）)]/u },
] as const

/** 、 followed by a number, or a bracketed number followed by a noun that takes one. */
const doubtful =
  /^(?:[一二三四五六七八九十]{1,3}、[一二三四五六七八九十两]|\d{1,2}、(?:\d|[一二三四五六七八九十]{1,2}[两日月级号班楼])|[（(][一二三四五六七八九十\d]{1,3}[）)][班组号队楼幢栋])/u

/** Whether a text that begins with a number may be an enumeration instead of a numbered item. */
export const isDoubtfulNumber = (text: string): boolean => doubtful.test(text)

/** Returns the typed number that a block begins with, or undefined. */
function numberOf(block: ProseBlock): Numbered | undefined {
  const text = block.text.trimStart().replace(/^附件[:：]/, '')
  for (const { level, pattern } of forms) {
    const match = pattern.exec(text)
    if (!match?.[1]) continue
    const value = level > 2 ? Number(match[1]) : hanValue(match[1])
    if (value !== undefined)
      return { level, value, label: match[0], block, isDoubtful: isDoubtfulNumber(text) }
  }
  return undefined
}

/**
 * Returns the headings and paragraphs of a body in order, with the number of each that has one.
 * Cells, lists and quotations are excluded. A doubtful number counts only if it is part of a
 * sequence.
 */
export function outlineOf(
  blocks: readonly ProseBlock[],
): { block: ProseBlock; numbered?: Numbered }[] {
  const own = blocks.filter(
    ({ kind, inside }) => inside === 'body' && (kind === 'heading' || kind === 'paragraph'),
  )
  const all = own.map((block) => ({ block, numbered: numberOf(block) }))
  const numbers = all.flatMap(({ numbered }) => numbered ?? [])
  return all.map(({ block, numbered }) =>
    numbered && (!numbered.isDoubtful || isInRow(numbered, numbers))
      ? { block, numbered }
      : { block },
  )
}

/** Whether the previous or the next number of the same level is adjacent to it. */
function isInRow(one: Numbered, numbers: readonly Numbered[]): boolean {
  const sameLevel = numbers.filter(({ level }) => level === one.level)
  const at = sameLevel.indexOf(one)
  return sameLevel[at - 1]?.value === one.value - 1 || sameLevel[at + 1]?.value === one.value + 1
}
