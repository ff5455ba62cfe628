import { contextAround, findingAt } from '../findings.js'
import type { ProseBlock } from '../prose.js'
import type { ArticleRule, Finding } from '../rule.js'

/** Both brackets around Chinese text are full-width (GB/T 15834, 4.9). */
export const halfWidthBracket: ArticleRule = {
  id: 'half-width-bracket',
  row: 'C02',
  class: 'fixable',
  severity: 'warning',
  pair: true,
  about: '括着汉字的括号用了半角，或一全一半',
  reason: '括着中文的括号用全角（），一对里也不能一个全角一个半角。只括外文、数字的半角括号不动。',
  clause: 'GB/T 15834—2011，4.9',
  examples: {
    passes: [
      '函数f(x)的值',
      '二氧化碳(CO2)',
      '协会（简称“文志协”）',
      '公式为(a+b)×c，（见附件）',
      '[报名表](附件/报名表 (终稿).docx)',
    ],
    fails: [
      { text: '参加(含列席)的有30人。', at: '1:3', fixed: '参加（含列席）的有30人。' },
      { text: '三个县（区)参加。', at: '1:4', fixed: '三个县（区）参加。' },
      { text: '参加(**含列席**)的', at: '1:3', fixed: '参加（**含列席**）的' },
    ],
  },
  triggers: '()',
  check: ({ blocks }) =>
    blocks.flatMap((block) => {
      const findings: Finding[] = []
      for (const { 0: pair, index } of block.text.matchAll(/(?<!\])[(（][^()（）\n]*[)）]/g)) {
        const isMixed = pair.startsWith('(') !== pair.endsWith(')')
        const isHalf = pair.startsWith('(') && pair.endsWith(')')
        if (!isMixed && !(isHalf && /[\p{sc=Han}，。：、]/u.test(pair))) continue
        const end = index + pair.length
        const texts = {
          message: `中文的括号用了半角：“${contextAround(block, index, end, 2)}”。`,
          hint: '两个括号都改成全角的（）。',
        }
        const fix = bothFull(block, index, end)
        findings.push({ ...findingAt(block, index, end, texts), ...(fix && { fix }) })
      }
      return findings
    }),
}

/**
 * Returns the edit that makes both brackets full-width and keeps the text between them, including
 * markup.
 */
function bothFull({ offsets, source }: ProseBlock, index: number, end: number): Finding['fix'] {
  const [from, last] = [offsets[index], offsets[end - 1]]
  if (from === undefined || last === undefined) return undefined
  const written = source.text.slice(from, last + 1)
  if (!/^[(（][\s\S]*[)）]$/.test(written)) return undefined
  return { from, to: last + 1, text: `（${written.slice(1, -1)}）` }
}
