import { hanValue } from '../../text/han-number.js'
import { found } from '../findings.js'
import { numberedBlocks } from '../numbering.js'
import type { Block } from '../prose.js'
import type { ArticleRule, Finding } from '../rule.js'

/** Numbers of headings and items count on by one, anew under each parent. */
export const sequence: ArticleRule = {
  id: 'sequence',
  row: 'S01',
  class: 'B',
  severity: 'warning',
  about: '序号跳号或重号（一、三、；（一）（一））',
  reason: '同一层的序号依次加一，换了上一层重新从一起；跳号多半是删了一段忘了改。',
  clause: 'GB/T 9704—2012，7.3.3',
  examples: {
    passes: [
      '一是早开门，二是晚关门；另一方面，一是省电，二是省水。说一是一。',
      '一是抓学习（一是读书，二是听课），二是抓作风，三是抓纪律。',
      '## 一、甲\n\n（一）子\n\n（二）丑\n\n## 二、乙\n\n（一）寅\n\n（二）卯',
    ],
    fails: [
      { text: '## 一、甲\n\n## 三、乙', at: '3:4' },
      { text: '（一）子\n\n（一）丑', at: '3:1' },
      { text: '一是早开门，二是晚关门，四是勤打扫。', at: '1:13' },
    ],
  },
  check: ({ blocks }) => {
    const findings: Finding[] = blocks.flatMap(runInFindings)
    const counts = new Map<number, number>()
    for (const { level, value, label, block } of numberedBlocks(blocks)) {
      const last = counts.get(level)
      // A list that begins in the middle goes on from elsewhere; one that begins at 1 begins anew.
      const isNext = last === undefined || value === last + 1 || (value === 1 && last > 1)
      if (!isNext) {
        const start = block.text.length - block.text.trimStart().length
        const before = value === last ? `前面已经有“${label}”` : `前一个是第 ${last} 个`
        findings.push(
          found(block, start, start + label.length, {
            message: `序号“${label}”接不上：${before}。`,
            fix: `改成第 ${(last ?? 0) + 1} 个，并核对后面的序号。`,
          }),
        )
      }
      counts.set(level, value)
      for (const lower of counts.keys()) if (lower > level) counts.delete(lower)
    }
    return findings
  },
}

/** 一是… 二是… 四是… within a paragraph; a row may hold another. */
function runInFindings(block: Block): Finding[] {
  if (!block.text.includes('一是')) return []
  const findings: Finding[] = []
  const open: number[] = []
  for (const { 0: label, 1: han = '', index } of block.text.matchAll(
    /(?<=^|[，。；：！？（])([一二三四五六七八九十])是/gu,
  )) {
    const value = hanValue(han) ?? 0
    const last = open.at(-1)
    const row = open.lastIndexOf(value - 1)
    if (value === 1) open.push(value)
    else if (row >= 0) open.splice(row, open.length, value)
    else if (last !== undefined) {
      const before = value === last ? `前面已经有“${label}”` : `前一个是第 ${last} 个`
      findings.push(
        found(block, index, index + label.length, {
          message: `序号“${label}”接不上：${before}。`,
          fix: `改成第 ${last + 1} 个，并核对后面的序号。`,
        }),
      )
      open.splice(-1, 1, value)
    }
  }
  return findings
}
