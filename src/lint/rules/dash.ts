import { contextAround, findMatches } from '../findings.js'
import type { ArticleRule } from '../rule.js'

/**
 * A dash is two characters long. A single — is a connector between years or places (GB/T 15834,
 * 4.10, 4.13).
 */
export const dash: ArticleRule = {
  id: 'dash',
  row: 'C11',
  class: 'report',
  severity: 'warning',
  about: '破折号写成了 --、―、─ 或单个 —',
  reason: '破折号占两个字：——。单个的“—”是连接号，用在年份、地名之间。',
  clause: 'GB/T 15834—2011，4.10、4.13',
  examples: {
    passes: [
      '2021—2025年',
      '北京—上海',
      '这就是他——老秦。',
      '——摘自《渡口》',
      'GB/T 9704—2012',
      '“设置”->“网络”-->保存',
      '加上--force参数',
      // Lines drawn with hyphens.
      '-----------回-----执-----------',
      '剪下－－－－－－寄回',
    ],
    fails: [
      { text: '这就是他--老秦。', at: '1:5' },
      { text: '“好！”—他说。', at: '1:5' },
    ],
  },
  triggers: '-—―─－',
  check: ({ blocks }) =>
    findMatches(
      blocks,
      /(?<=[\p{sc=Han}”》）！？，、])-{2,3}(?![-\w>])|(?<![-<])-{2,3}(?=[\p{sc=Han}“《])|(?<![\u2500-\u257f―])[―─]{1,3}(?![\u2500-\u257f―>])|(?<!－)－{2,3}(?![－＞>])|(?<=[”！？，。；：、）])—(?![—>])|(?<![—\d])—(?=[“‘，。])/gu,
      ({ 0: line, index }, block) =>
        (!/^[―─]/.test(block.text.slice(index + 1)) &&
          !(index > 0 && /[―─]/.test(block.text.charAt(index - 1)))) ||
        line.length > 1
          ? {
              message: `破折号写得不对：“${contextAround(block, index, index + line.length)}”。`,
              hint: `“${line}”改成“——”；起止之间用一个“—”。`,
            }
          : undefined,
    ),
}
