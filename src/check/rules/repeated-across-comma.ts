import { matches } from '../found.js'
import type { ArticleRule } from '../rule.js'

/** A phrase that stands on both sides of a comma. */
export const repeatedAcrossComma: ArticleRule = {
  id: 'repeated-across-comma',
  class: 'B',
  severity: 'warning',
  about: '逗号两边是同样的几个字（三字以上）',
  reason: '改稿时把一句话粘了两遍。口号、诗歌、引语里有意的反复不报。',
  clause: '校对惯例',
  examples: {
    passes: ['“快来看，快来看！”他喊。', '一年又一年，一年又一年，渡口还在。', '加油，加油！'],
    fails: [
      { text: '会议强调要，抓好落实，抓好落实，确保实效。', at: '1:7' },
      { text: '全体理事会成员，全体理事会成员参加会议。', at: '1:1' },
    ],
  },
  check: ({ blocks }) =>
    matches(
      blocks.filter(({ text }) => !text.includes('\n')),
      /(?<=^|[，。；：、！？])([\p{sc=Han}]{3,20})，\1(?=[，。；\d\p{sc=Han}])/gu,
      ({ 0: twice, 1: once = '', index }, block) => {
        const before = block.text.slice(0, index)
        const isQuoted = before.split(/[“‘]/).length > before.split(/[”’]/).length
        const isRhetoric =
          /(.)又\1|越.*越|[一再].*[一再]|^(?:不是|还是|慢慢|快|走|来)/u.test(once) ||
          (once.length < 4 && /^(.)\1/u.test(once))
        return (
          !isQuoted &&
          !isRhetoric && { message: `逗号两边重复了：“${twice}”。`, fix: `删去一个“${once}”。` }
        )
      },
    ),
}
