import { contextAround, findMatches } from '../findings.js'
import type { ArticleRule } from '../rule.js'

const pattern =
  /(?<=\p{sc=Han})[ \u00a0]+(?=[\dA-Za-z])|(?<=[\dA-Za-z%℃])[ \u00a0]+(?=\p{sc=Han})/gu

/**
 * Reports spaces between Han characters and digits or Latin letters. Both notations are common, and
 * the layout sets the same gap for both, so this rule is only for publications that want one
 * notation.
 */
export const spaceAroundLatin: ArticleRule = {
  id: 'space-around-latin',
  row: 'C06',
  class: 'fixable',
  severity: 'off',
  about: '汉字与数字或字母之间敲了空格（不打开不查）',
  reason:
    '敲不敲空格，印出来都空四分之一字；想让全刊的稿件写法一致，在 bulletin.yaml 里打开：check: { rules: { space-around-latin: warning } }。',
  clause: 'CLREQ 3.2.2',
  examples: {
    passes: ['会议2021年召开。', '赵望舒 3票', '第3条 会员分为两种。'],
    fails: [
      { text: '会议 2021 年召开，共 30 人。', at: '1:3', fixed: '会议2021年召开，共30人。' },
      { text: '用 Excel 表登记，占30% 以上。', at: '1:2', fixed: '用Excel表登记，占30%以上。' },
    ],
  },
  triggers: ' \u00a0',
  check: ({ blocks }) =>
    findMatches(
      // A line without punctuation may be a table typed with spaces, a row of names, or a title.
      blocks.filter(({ kind, text }) => kind === 'paragraph' && /[，。；]/.test(text)),
      pattern,
      ({ 0: blank, index }, block) =>
        // The space after a bold run-in sentence or a label is kept.
        block.source.text.charAt((block.offsets[index] ?? 0) - 1) !== '*' &&
        !isLabel(block.text.slice(0, index)) && {
          message: `汉字与数字、字母之间有空格：“${contextAround(block, index, index + blank.length)}”。`,
          hint: '删去空格。',
          instead: '',
        },
    ),
}

/** A time or an article number at the start of a paragraph. */
const isLabel = (before: string) =>
  /^(?:第[〇零一二三四五六七八九十百\d]+[条章节款]|[\d:：—～.-]{3,}|图\d+|表\d+)$/u.test(before)
