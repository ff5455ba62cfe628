import { hanValue } from '../text/han-number.js'
import type { Block } from './prose.js'

/** The number that a heading or a paragraph begins with, at one of the four levels of 9704. */
export interface Numbered {
  /** 1 一、 2 （一） 3 1. 4 （1） */
  level: 1 | 2 | 3 | 4
  value: number
  /** As typed, mark and all. */
  label: string
  block: Block
}

const forms = [
  { level: 1, pattern: /^([一二三四五六七八九十]{1,3})[、.．]/u },
  { level: 2, pattern: /^[（(]([一二三四五六七八九十]{1,3})[）)]/u },
  { level: 3, pattern: /^(\d{1,2})(?:[.．](?!\d)|、)/u },
  { level: 4, pattern: /^[（(](\d{1,2})[）)]/u },
] as const

/** The typed number of a block, if it begins with one. */
function numberOf(block: Block): Numbered | undefined {
  const text = block.text.trimStart().replace(/^附件[:：]/, '')
  for (const { level, pattern } of forms) {
    const match = pattern.exec(text)
    if (!match?.[1]) continue
    const value = level > 2 ? Number(match[1]) : hanValue(match[1])
    if (value !== undefined) return { level, value, label: match[0], block }
  }
  return undefined
}

/** The numbered headings and paragraphs of a body, in order; cells, lists and quotations stand apart. */
export const numberedBlocks = (blocks: readonly Block[]): Numbered[] =>
  blocks
    .filter(({ kind, inside }) => inside === 'body' && (kind === 'heading' || kind === 'paragraph'))
    .flatMap((block) => numberOf(block) ?? [])
