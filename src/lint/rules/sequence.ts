import { hanValue } from '../../text/numerals.js'
import { findingAt } from '../findings.js'
import { outlineOf } from '../numbering.js'
import type { ProseBlock } from '../prose.js'
import type { ArticleRule, Finding } from '../rule.js'

/** Depth of a block that is not a heading; greater than any heading level. */
const inText = 9

/** The state of a sequence of numbers of one level. */
interface Row {
  level: number
  value: number
  /** Heading level (number of `#`), or `inText`. */
  depth: number
  /** True if the blocks since the last number allow a new sequence to start. */
  mayRestart: boolean
}

/** Numbers of headings and items increase by one and restart under each parent. */
export const sequence: ArticleRule = {
  id: 'sequence',
  row: 'S01',
  class: 'report',
  severity: 'warning',
  about: '序号跳号或重号（一、三、；（一）（一））',
  reason: '同一层的序号依次加一，换了上一层重新从一起；跳号多半是删了一段忘了改。',
  clause: 'GB/T 9704—2012，7.3.3',
  examples: {
    passes: [
      '一是早开门，二是晚关门；另一方面，一是省电，二是省水。说一是一。',
      '一是抓学习（一是读书，二是听课），二是抓作风，三是抓纪律。',
      '## 一、甲\n\n（一）子\n\n（二）丑\n\n## 二、乙\n\n（一）寅\n\n（二）卯',
      '## 上午\n\n1.子。\n\n## 下午\n\n1.丑。\n\n2.寅。\n\n三、四年级学生也来了。',
      '1.子。\n\n24、25级学生参加了运动会。\n\n2.丑。',
      '## 一、甲\n\n### 说明\n\n一、子。\n\n二、丑。\n\n## 二、乙',
    ],
    fails: [
      { text: '## 一、甲\n\n## 三、乙', at: '3:4' },
      { text: '（一）子\n\n（一）丑', at: '3:1' },
      { text: '一是早开门，二是晚关门，四是勤打扫。', at: '1:13' },
    ],
  },
  check: ({ blocks }) => {
    const findings: Finding[] = blocks.flatMap(runInFindings)
    let rows: Row[] = []
    for (const { block, numbered } of outlineOf(blocks)) {
      const depth = block.kind === 'heading' ? block.depth : inText
      // A heading closes the sequences of deeper headings and paragraphs.
      if (depth < inText) rows = rows.filter((row) => row.depth <= depth)
      if (!numbered) {
        if (depth < inText || introduces(block))
          for (const row of rows) row.mayRestart ||= row.depth >= depth
        continue
      }
      const { level, value, label } = numbered
      const sameLevel = rows.filter((row) => row.level === level)
      const continued = sameLevel.find((row) => row.value === value - 1)
      const last = sameLevel.at(-1)
      // A number other than 1 must continue a sequence; 1 starts a new one.
      const isRestart =
        value === 1 && (!last || last.value > 1 || last.mayRestart || last.depth < depth)
      if (last && !continued && !isRestart) {
        const start = block.text.length - block.text.trimStart().length
        const before = value === last.value ? `前面已经有“${label}”` : `前一个是第 ${last.value} 个`
        findings.push(
          findingAt(block, start, start + label.length, {
            message: `序号“${label}”接不上：${before}。`,
            hint: `改成第 ${last.value + 1} 个，并核对后面的序号。`,
          }),
        )
      }
      const stays = (row: Row) => row.level < level || (row.level === level && row.depth < depth)
      rows = rows.filter((row) => row !== continued && stays(row))
      rows.push({ level, value, depth, mayRestart: false })
    }
    return findings
  },
}

/**
 * Whether a paragraph can introduce a new sequence: it ends in a colon, has no final stop, or is
 * short and bold.
 */
function introduces({ text, offsets, source }: ProseBlock): boolean {
  const isBold = source.text.slice(0, offsets[0]).endsWith('**')
  return /[：:]\s*$/.test(text) || !/[。！？；…”）)]\s*$/.test(text) || (isBold && text.length < 40)
}

/** Checks 一是… 二是… 四是… within a paragraph. Sequences may be nested. */
function runInFindings(block: ProseBlock): Finding[] {
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
        findingAt(block, index, index + label.length, {
          message: `序号“${label}”接不上：${before}。`,
          hint: `改成第 ${last + 1} 个，并核对后面的序号。`,
        }),
      )
      open.splice(-1, 1, value)
    }
  }
  return findings
}
