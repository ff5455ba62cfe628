import { excerpt } from '../../text/excerpt.js'
import { findingAt } from '../findings.js'
import type { ArticleRule, Finding } from '../rule.js'

/**
 * A total with its parts. Parts directly after a colon are complete; after words such as 支出 they
 * may be a selection.
 */
const totalPattern =
  /(共计?|合计|总计|总共|一共|累计|支出|收入|投入|经费)(?:[\p{sc=Han}]{0,8}?)(\d[\d,]*(?:\.\d+)?)(万|亿)?([\p{sc=Han}]{1,2}?)(?:[\p{sc=Han}]{0,6})?(?:[，：（]其中|：)([^。；！？）]*)/gu

/** Reports parts after 其中 that do not add up to the total, if they appear complete. */
export const sumMismatch: ArticleRule = {
  id: 'sum-mismatch',
  class: 'suggestion',
  severity: 'off',
  about: '分项加起来不等于总数（共30人，其中男10人、女21人）',
  reason:
    '总数和分项有一个写错了。只在分项看来齐全时核对：至少两项、单位相同、加起来超过总数，或差额很小。',
  clause: '校对惯例',
  examples: {
    passes: [
      '共30人，其中男10人、女20人。',
      '共30人，其中老年人10人。',
      '支出50万元，其中购书30万元，维修16万元。',
      '共收到作品300件，其中书法20件、绘画30件。',
    ],
    fails: [
      { text: '共30人，其中男10人、女21人。', at: '1:1' },
      { text: '共借书600册：东站200册，西站410册。', at: '1:1' },
      { text: '支出50万元，其中购书30万元，维修25万元。', at: '1:1' },
      { text: '共收到作品50件，其中书法20件，绘画29件。', at: '1:1' },
    ],
  },
  triggers: '其：',
  check: ({ blocks }) =>
    blocks.flatMap((block) => {
      const findings: Finding[] = []
      for (const match of block.text.matchAll(totalPattern)) {
        const [, word = '', total = '', scale = '', unit = '', rest = ''] = match
        const parts = [
          ...rest.matchAll(new RegExp(`(\\d[\\d,]*(?:\\.\\d+)?)(万|亿)?${unit.charAt(0)}`, 'gu')),
        ]
        const numbers = parts
          .filter(({ 2: own = '' }) => own === scale)
          .map(({ 1: part = '' }) => numberFrom(part))
        if (
          numbers.length < 2 ||
          numbers.length < parts.length ||
          /以上|以下|不含|包括|新增|多/.test(rest)
        )
          continue
        const sum = Math.round(numbers.reduce((a, b) => a + b, 0) * 1000) / 1000
        const all = numberFrom(total)
        // A sum far below the total is a selection of parts; one slightly below, or above, is an
        // error.
        const least = /[共计]/.test(word) ? all * 0.9 : all
        if (sum === all || sum < least) continue
        const message = `分项之和 ${sum} 和总数 ${all} 对不上：“${excerpt(match[0], 40)}”。`
        findings.push(
          findingAt(block, match.index, match.index + match[0].length, {
            message,
            hint: '核对总数和各个分项。',
          }),
        )
      }
      return findings
    }),
}

const numberFrom = (text: string) => Number(text.replaceAll(',', ''))
