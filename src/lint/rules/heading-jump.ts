import { findingAt } from '../findings.js'
import type { ArticleRule, Finding } from '../rule.js'

/**
 * Heading levels must not be skipped: a skipped level is missing from the PDF outline, and the
 * heading gets the wrong font.
 */
export const headingJump: ArticleRule = {
  id: 'heading-jump',
  row: 'S05',
  class: 'report',
  severity: 'warning',
  about: '小标题跳级（## 下面直接用 ####）',
  reason: '小标题一级一级往下；跳了级，书签少一层，字体也不对。',
  clause: '稿件格式的约定',
  examples: {
    passes: ['## 本周要闻\n\n### 校园\n\n## 其他'],
    fails: [{ text: '## 本周要闻\n\n#### 校园\n', at: '3:6' }],
  },
  check: ({ blocks }) => {
    const findings: Finding[] = []
    let depth = 1
    for (const block of blocks) {
      if (block.kind !== 'heading' || block.inside !== 'body') continue
      if (block.depth > depth + 1) {
        const message = `小标题从 ${depth} 级直接跳到了 ${block.depth} 级：“${block.text}”。`
        findings.push(
          findingAt(block, 0, block.text.length, { message, hint: `改用 ${depth + 1} 个 #。` }),
        )
      }
      depth = block.depth
    }
    return findings
  },
}
