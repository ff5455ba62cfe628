import { contextAround, findMatches } from '../findings.js'
import type { ArticleRule } from '../rule.js'

const full: Record<string, string> = { ',': '，', ';': '；', ':': '：', '!': '！', '?': '？' }
/**
 * Marks after a Han character or a Chinese closing mark, or between a Latin word and a Han
 * character. A mark between digits (a time, a ratio) does not match.
 */
const pattern =
  /(?<=[\p{sc=Han}”’）》】〕」])(?:[,;:?]|!(?!\[))+ ?(?![/\\])|(?<=[\p{sc=Han}][A-Za-z\d%]{1,12})[,;!?](?=[\p{sc=Han}“‘（《])/gu

/** Punctuation in Chinese text is full-width (GB/T 15834, 4.2–4.7). */
export const halfWidthMark: ArticleRule = {
  id: 'half-width-mark',
  row: 'C01',
  class: 'fixable',
  severity: 'warning',
  about: '汉字旁边用了半角的 , ; : ? !',
  reason:
    '中文里的标点占一个字宽；半角标点排出来偏小，字距也不齐。时刻 8:30、比例 1:500 和网址里的不动。',
  clause: 'GB/T 15834—2011，4.2—4.7',
  examples: {
    passes: [
      '会议8:30开始，比例为1:500，见https://a.cn/x?b=1。',
      'Hello, world!',
      '他说：“Why not?”',
      '[1] 李树人. 城市书房的选址[J]. 图书馆学刊, 2021, 3(2): 1-5.',
      '## 参考文献\n\n1. 周某. 书房札记. 某市: 某社, 2001.',
      '见![现场](images/照片 (1).png)，地址http://a.cn/路径?编号=1',
    ],
    fails: [
      { text: '会议强调,要抓好落实。', at: '1:5', fixed: '会议强调，要抓好落实。' },
      { text: '时间:8:30', at: '1:3', fixed: '时间：8:30' },
      { text: '真的吗?! 是真的。', at: '1:4', fixed: '真的吗？！是真的。' },
    ],
  },
  triggers: ',;:!?',
  check: ({ blocks }) =>
    findMatches(blocks, pattern, ({ 0: found, index }, block) => {
      const next = block.text.charAt(index + found.length)
      const marks = found.trimEnd().replace(/./g, (mark) => full[mark] ?? mark)
      // A space after the mark is removed, except before a Latin word.
      const rest = found.endsWith(' ') && /[A-Za-z]/.test(next) ? ' ' : ''
      return {
        message: `中文里用了半角标点：“${contextAround(block, index, index + found.length)}”。`,
        hint: `“${found.trimEnd()}”改成“${marks}”。`,
        instead: marks + rest,
      }
    }),
}
