import { between } from '../characters.js'
import { contextAround, findMatches } from '../findings.js'
import type { ArticleRule } from '../rule.js'

/**
 * Units that show a comma before three digits to be a thousands separator. Otherwise it may
 * separate two rooms or two items.
 */
const counted = '[元人万亿册次件户名个亩吨公平千米套株台例篇份条头只棵车]'
/** A number with its inner marks (1,234元, 8:30, 5.6), or else digits and letters alone. */
const pattern = new RegExp(
  `(?<![０-９，])[１-９][０-９]{0,2}(?:，[０-９]{3})+(?:．[０-９]+)?(?=[\\s余多]?${counted})|(?<![０-９：])[０-９]{1,2}(?:：[０-９]{2}){1,2}(?![０-９：])|[０-９Ａ-Ｚａ-ｚ]+(?:．[０-９]+)*`,
  'gu',
)

/** Digits and Latin letters are half-width (CLREQ 3.2.1; GB/T 15835, 5.1.7). */
export const fullWidthAlphanumeric: ArticleRule = {
  id: 'full-width-alphanumeric',
  row: 'C04',
  class: 'fixable',
  severity: 'warning',
  inReferences: true,
  about: '数字、字母用了全角（２０２１、Ａ）',
  reason: '数字和外文字母用半角；全角的一个占一个字宽，又散又容易断行。',
  clause: 'CLREQ 3.2.1；GB/T 15835—2011，5.1.7',
  examples: {
    passes: ['2021年A区', '第2，3项'],
    fails: [
      { text: '共有３２支队伍。', at: '1:3', fixed: '共有32支队伍。' },
      { text: 'Ａ区和ｂ区，增长５．６％。', at: '1:1', fixed: 'A区和b区，增长5.6％。' },
      {
        text: '第２，３项，共１，２３４元，８：３０开始',
        at: '1:2',
        fixed: '第2，3项，共1,234元，8:30开始',
      },
      { text: '住２０１，３０２室', at: '1:2', fixed: '住201，302室' },
    ],
  },
  triggers: between('０', '９') + between('Ａ', 'Ｚ') + between('ａ', 'ｚ'),
  check: ({ blocks }) =>
    findMatches(blocks, pattern, ({ 0: wide, index }, block) => {
      const narrow = wide.normalize('NFKC')
      return {
        message: `用了全角的数字或字母：“${contextAround(block, index, index + wide.length, 3)}”。`,
        hint: `“${wide}”改成“${narrow}”。`,
        instead: narrow,
      }
    }),
}
