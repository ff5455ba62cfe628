import { isPlain } from './model-issue.js'
import type { Random } from './random.js'
import { pick } from './random.js'

/** Returns a plain paragraph with other sentences; other blocks are returned unchanged. */
export const varied = (block: string, sentences: readonly string[], random: Random): string =>
  isPlain(block) ? proseLike(block, sentences, random) : block

/** Returns prose about as long as the block. */
export function proseLike(block: string, sentences: readonly string[], random: Random): string {
  const length = block.replace(/\s/g, '').length
  const chosen: string[] = []
  let sum = 0
  while (sum < length - 30) {
    const sentence = withOtherNumbers(pick(random, sentences), random)
    if (sentence === chosen.at(-1)) continue
    chosen.push(sentence)
    sum += sentence.length
  }
  return chosen.length > 0 ? chosen.join('') : block
}

/** Replaces counts of people and things; dates, ordinals and percentages stay. */
const withOtherNumbers = (sentence: string, random: Random): string =>
  sentence.replace(/(?<![\d.:—～%])\d{2,4}(?=[余多]?[人名册件场篇份位])/g, (number) =>
    String(Math.floor(10 ** (number.length - 1) * (1 + 9 * random()))),
  )
