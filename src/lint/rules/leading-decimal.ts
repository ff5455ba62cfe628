import { contextAround, findMatches } from '../findings.js'
import type { ArticleRule } from '../rule.js'

/** A decimal fraction is written with its leading zero (GB/T 15835, 5.1.2). */
export const leadingDecimal: ArticleRule = {
  id: 'leading-decimal',
  row: 'N16',
  class: 'fixable',
  severity: 'warning',
  about: '纯小数没写前面的 0（.5）',
  reason: '纯小数要写出小数点前定位的“0”；小数点印得淡，.5 会看成 5。',
  clause: 'GB/T 15835—2011，5.1.2',
  examples: {
    passes: ['增长0.5%', '3.2.1节', '.22口径', '.264编码和.3gp文件'],
    fails: [{ text: '增长.5%，下降.25个百分点', at: '1:3', fixed: '增长0.5%，下降0.25个百分点' }],
  },
  triggers: '.',
  check: ({ blocks }) =>
    findMatches(
      blocks,
      /(?<=[\p{sc=Han}，。；：（“～]|^)\.(?=\d+(?![\dA-Za-z]|口径|英寸|步枪|手枪|编码|格式|\.))/gu,
      ({ index }, block) => ({
        message: `小数没写前面的 0：“${contextAround(block, index, index + 1)}”。`,
        hint: '在小数点前加上 0。',
        instead: '0.',
      }),
    ),
}
