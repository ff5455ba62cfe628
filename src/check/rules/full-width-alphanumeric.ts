import { between } from '../characters.js'
import { matches, near } from '../found.js'
import type { ArticleRule } from '../rule.js'

/** Digits and Latin letters are never full-width. */
export const fullWidthAlphanumeric: ArticleRule = {
  id: 'full-width-alphanumeric',
  row: 'C04',
  class: 'A',
  severity: 'warning',
  about: '数字、字母用了全角（２０２１、Ａ）',
  reason: '数字和外文字母用半角；全角的一个占一个字宽，又散又容易断行。',
  clause: 'CLREQ 3.2.1；GB/T 15835—2011，5.1.7',
  examples: {
    passes: ['2021年A区'],
    fails: [
      { text: '共有３２支队伍。', at: '1:3', fixed: '共有32支队伍。' },
      { text: 'Ａ区和ｂ区，增长５．６％。', at: '1:1', fixed: 'A区和b区，增长5.6％。' },
    ],
  },
  when: between('０', '９') + between('Ａ', 'Ｚ') + between('ａ', 'ｚ'),
  check: ({ blocks }) =>
    matches(blocks, /[０-９Ａ-Ｚａ-ｚ]+(?:[．，：][０-９]+)*/gu, ({ 0: wide, index }, block) => {
      const narrow = wide.normalize('NFKC')
      return {
        message: `用了全角的数字或字母：“${near(block, index, index + wide.length, 3)}”。`,
        fix: `“${wide}”改成“${narrow}”。`,
        instead: narrow,
      }
    }),
}
