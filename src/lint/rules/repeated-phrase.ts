import { contextAround, findingAt } from '../findings.js'
import type { ArticleRule, Finding } from '../rule.js'

/** Reports four or more characters that occur twice in a row. */
export const repeatedPhrase: ArticleRule = {
  id: 'repeated-phrase',
  row: 'W02',
  class: 'report',
  severity: 'warning',
  inReferences: true,
  about: '一串字（四字以上）紧接着又出现一遍',
  reason: '粘贴了两次。“研究研究”“高高兴兴”这样的叠词不报。',
  clause: '校对惯例',
  examples: {
    passes: [
      '研究研究，高高兴兴，一个一个来，一步一步走',
      '一年又一年一年又一年，一只箱子一只箱子地看',
      '加油加油加油',
      '妈妈妈妈，快来',
    ],
    fails: [
      { text: '全市各级协会全市各级协会要抓好落实。', at: '1:1' },
      { text: '第三届理事会第三届理事会召开', at: '1:1' },
      { text: '把书一本本码齐一本本码齐', at: '1:3' },
    ],
  },
  check: ({ blocks }) =>
    blocks.flatMap((block) => {
      const findings: Finding[] = []
      for (const match of block.text.matchAll(/([\p{sc=Han}\d]{4,30})\1/gu)) {
        const [twice, once = ''] = match
        // 加油加油 twice is an ABAB word repeated as a cheer, not an error.
        if (/^(.{1,3})\1+$|^一(?!(.)\2)/u.test(once) || /^\d+$/.test(once)) continue
        findings.push(
          findingAt(block, match.index, match.index + twice.length, {
            message: `“${once}”连着写了两遍：“${contextAround(block, match.index, match.index + twice.length, 2)}”。`,
            hint: '删去一遍。',
          }),
        )
      }
      return findings
    }),
}
