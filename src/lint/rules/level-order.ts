import { findingAt } from '../findings.js'
import type { Numbered } from '../numbering.js'
import { outlineOf } from '../numbering.js'
import type { ArticleRule, Finding } from '../rule.js'

const forms = ['一、', '（一）', '1.', '（1）'] as const

/**
 * Levels follow the order 一、→（一）→ 1. →（1）; a text with two levels may use 一、→ 1. (GB/T 9704,
 * 7.3.3).
 */
export const levelOrder: ArticleRule = {
  id: 'level-order',
  row: 'S03',
  class: 'report',
  severity: 'warning',
  about: '层次序号的次序不对（（一）下面用一、）',
  reason: '结构层次序数依次为“一、”“（一）”“1.”“（1）”；只有两层时可以用“一、”“1.”。',
  clause: 'GB/T 9704—2012，7.3.3',
  examples: {
    passes: [
      '## 一、甲\n\n## 附录\n\n### 一、子\n\n### 二、丑',
      '## 一、甲\n\n### （一）子\n\n1.丑',
      '## 一、甲\n\n1.丑\n\n2.寅',
    ],
    fails: [
      { text: '## （一）甲\n\n### 一、子', at: '3:5' },
      { text: '## 一、甲\n\n### （1）子', at: '3:5' },
      { text: '（一）总体要求\n\n一、指导思想\n\n二、基本原则', at: '3:1' },
    ],
  },
  check: ({ blocks }) => {
    const findings: Finding[] = []
    const outline = outlineOf(blocks)
    const numbered = outline.flatMap((one) => one.numbered ?? [])
    const used = new Set(numbered.map(({ level }) => level))
    const open: { depth: number; level: number }[] = []
    for (const { block, numbered: one } of outline) {
      const depth = block.kind === 'heading' ? block.depth : 9
      while ((open.at(-1)?.depth ?? 0) > depth) open.pop()
      if (!one) {
        // Under a heading without a number, any level may start.
        while ((open.at(-1)?.depth ?? 0) >= depth) open.pop()
        if (depth < 9) open.push({ depth, level: 0 })
        continue
      }
      const { level, label } = one
      const parent = open.findLast((one) => one.depth < depth)
      const isTwoLevel = level === 3 && parent?.level === 1 && !used.has(2)
      const isWrong =
        parent !== undefined &&
        parent.level > 0 &&
        (level <= parent.level || (level > parent.level + 1 && !isTwoLevel && depth < 9))
      const above = invertedParent(numbered, numbered.indexOf(one))
      if (above && !isWrong) {
        findings.push(
          findingAt(block, 0, label.length, {
            message: `“${above.label}”下面用了“${label}”。`,
            hint: '两层的形式对调：一、→（一）→1.→（1）。',
          }),
        )
      }
      if (isWrong) {
        const wanted = forms[Math.min(parent.level, 3)]
        findings.push(
          findingAt(block, 0, label.length, {
            message: `“${forms[parent.level - 1]}”下面用了“${label}”。`,
            hint: `改成“${wanted}”的形式。`,
          }),
        )
      }
      if (depth < 9) {
        while ((open.at(-1)?.depth ?? 0) >= depth) open.pop()
        open.push({ depth, level })
      }
    }
    return findings
  },
}

/**
 * Returns the paragraph above if it starts a level and this paragraph, directly below it, starts a
 * higher level that the text has not used before: （一） followed by 一、.
 */
function invertedParent(numbered: readonly Numbered[], index: number): Numbered | undefined {
  const [above, one] = [numbered[index - 1], numbered[index]]
  if (!above || !one || above.value !== 1 || one.value !== 1 || one.level >= above.level)
    return undefined
  const isPlain = [above, one].every(({ block }) => block.kind === 'paragraph')
  const isOpen = numbered.slice(0, index).some(({ level }) => level === one.level)
  return isPlain && !isOpen && !/^\s*附件/.test(above.block.text) ? above : undefined
}
