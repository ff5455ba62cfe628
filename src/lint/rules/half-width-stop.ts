import { contextAround, findMatches } from '../findings.js'
import type { ArticleRule } from '../rule.js'

/** Reports a dot used as the full stop of a Chinese sentence. */
export const halfWidthStop: ArticleRule = {
  id: 'half-width-stop',
  row: 'C01',
  class: 'report',
  severity: 'warning',
  about: '句末的句号写成了半角的 .',
  reason: '中文的句号是“。”；圆点用在数字、外文和序号里。',
  clause: 'GB/T 15834—2011，4.1',
  examples: {
    passes: ['增长4.5%，见第3.2节。', '版本为V2.0。', '一. 总则'],
    fails: [
      { text: '会议圆满结束.与会人员一致通过。', at: '1:7' },
      { text: '各单位要抓好落实.', at: '1:9' },
    ],
  },
  triggers: '.．',
  check: ({ blocks }) =>
    findMatches(
      blocks,
      /(?<=[\p{sc=Han}]{2}|[”）》])[.．](?=[\p{sc=Han}“（《”]|\s*$)(?!\p{sc=Han}{1,4}(?:[，。、；：）”]|$))/gmu,
      ({ 0: dot, index }, block) =>
        !/^[一二三四五六七八九十]{2,3}[.．]/u.test(block.text) && {
          message: `句末用了圆点：“${contextAround(block, index, index + 1)}”。`,
          hint: `“${dot}”改成“。”；人名里的圆点改成“·”。`,
        },
    ),
}
