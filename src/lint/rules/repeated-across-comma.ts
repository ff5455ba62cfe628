import { findingAt } from '../findings.js'
import type { ArticleRule } from '../rule.js'

/** Reports a phrase that occurs on both sides of a comma. */
export const repeatedAcrossComma: ArticleRule = {
  id: 'repeated-across-comma',
  class: 'report',
  severity: 'warning',
  about: '逗号两边是同样的几个字（三字以上）',
  reason: '改稿时把一句话粘了两遍。口号、诗歌、引语里有意的反复不报。',
  clause: '校对惯例',
  examples: {
    passes: [
      '你往上爬，往上爬，往上爬，爬过窗台。',
      '“快来看，快来看！”他喊。',
      '一年又一年，一年又一年，渡口还在。',
      '加油，加油！',
    ],
    fails: [
      { text: '会议强调要，抓好落实，抓好落实，确保实效。', at: '1:7' },
      { text: '各站点要加强管理，加强管理，确保安全。', at: '1:5' },
      { text: '全体理事会成员，全体理事会成员参加会议。', at: '1:1' },
    ],
  },
  triggers: '，',
  check: ({ blocks }) =>
    blocks
      .filter(({ text }) => !text.includes('\n'))
      .flatMap((block) =>
        twiceIn(block.text).flatMap(({ once, index }) => {
          if (isMeant(once, block.text, index)) return []
          const end = index + 2 * once.length + 1
          const message = `逗号两边重复了：“${block.text.slice(index, end)}”。`
          return [findingAt(block, index, end, { message, hint: `删去一个“${once}”。` })]
        }),
      ),
}

/** Minimum and maximum length of the phrase, in characters. */
const [least, most] = [3, 20]

/** Finds clauses that occur twice, and clauses that repeat the end of the previous one. */
function twiceIn(text: string): { once: string; index: number }[] {
  const twice: { once: string; index: number }[] = []
  for (let comma = text.indexOf('，'); comma >= 0; comma = text.indexOf('，', comma + 1)) {
    for (let length = least; length <= most && length <= comma; length++) {
      const index = comma - length
      if (text.charCodeAt(index) !== text.charCodeAt(comma + 1)) continue
      const once = text.slice(index, comma)
      if (!text.startsWith(once, comma + 1) || !/^\p{sc=Han}+$/u.test(once)) continue
      const [before, after] = [text.charAt(index - 1), text.charAt(comma + 1 + length)]
      const isClause = /^[，。；：、！？]?$/.test(before) && /[，。；\d\p{sc=Han}]/u.test(after)
      const isEnd = length > least && /\p{sc=Han}/u.test(before) && /[，。；]/.test(after)
      if (isClause || isEnd) twice.push({ once, index })
    }
  }
  return twice
}

/**
 * Intentional repetition: in a quotation, three times in a row, or in a form that repeats for
 * effect.
 */
function isMeant(once: string, text: string, index: number): boolean {
  const before = text.slice(0, index)
  return (
    before.split(/[“‘]/).length > before.split(/[”’]/).length ||
    text.includes(`${once}，${once}，${once}`) ||
    /(.)又\1|越.*越|[一再].*[一再]|^(?:不是|还是|慢慢|快|走|来)/u.test(once) ||
    (once.length < 4 && /^(.)\1/u.test(once))
  )
}
