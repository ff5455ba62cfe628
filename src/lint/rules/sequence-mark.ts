import { contextAround, findingAt } from '../findings.js'
import { isDoubtfulNumber } from '../numbering.js'
import type { ArticleRule, Finding } from '../rule.js'

const slips: readonly { pattern: RegExp; mend: (label: string, number: string) => string }[] = [
  {
    pattern: /^[（(]([一二三四五六七八九十]{1,3})[）)][、.．，]/u,
    mend: (_, number) => `（${number}）`,
  },
  { pattern: /^[（(](\d{1,2})[）)][、.．，]/, mend: (_, number) => `（${number}）` },
  {
    pattern: /^\(([一二三四五六七八九十]{1,3}|\d{1,2})\)(?=[\p{sc=Han}“《])/u,
    mend: (_, number) => `（${number}）`,
  },
  { pattern: /^(\d{1,2})[、．](?=[\p{sc=Han}“《])/u, mend: (_, number) => `${number}.` },
  {
    pattern: /^([一二三四五六七八九十]{1,3})[.．，](?=[\p{sc=Han}“《])/u,
    mend: (_, number) => `${number}、`,
  },
]

/** 一 takes 、; （一） takes no mark; 1 takes a dot (GB/T 15834, B.3; GB/T 9704, 7.3.3). */
export const sequenceMark: ArticleRule = {
  id: 'sequence-mark',
  row: 'S02',
  class: 'fixable',
  severity: 'warning',
  about: '序号后的标点不对（（一）、 1、 一.）',
  reason: '“一”后用顿号，“1”后用下脚圆点，带括号的序号后不加标点。',
  clause: 'GB/T 15834—2011，附录 B.3；GB/T 9704—2012，7.3.3',
  examples: {
    passes: [
      '一、总则',
      '（一）目的',
      '1.范围',
      '（1）条件',
      '一是认识不够。',
      '3、5两日休馆。',
      '3、五两日休馆。',
    ],
    fails: [
      { text: '（一）、目的', at: '1:1', fixed: '（一）目的' },
      { text: '1、明确职责。', at: '1:1', fixed: '1.明确职责。' },
      { text: '1、表；2、证；3、其他。', at: '1:1', fixed: '1.表；2.证；3.其他。' },
      { text: '## 一.总则', at: '1:4', fixed: '## 一、总则' },
    ],
  },
  check: ({ blocks }) =>
    blocks.flatMap((block): Finding[] => {
      if (block.kind === 'cell' || block.inside === 'front') return []
      if (isDoubtfulNumber(block.text)) return []
      for (const { pattern, mend } of slips) {
        const match = pattern.exec(block.text)
        if (!match?.[1]) continue
        const [label, number] = match
        const instead = mend(label, number)
        const others = number === '1' ? followingNumbers(block.text, label) : []
        return [{ label, instead, index: 0 }, ...others].map(({ label, instead, index }) =>
          findingAt(block, index, index + label.length, {
            message: `序号后的标点不对：“${contextAround(block, index, index + 1, 9)}”。`,
            hint: `“${label}”改成“${instead}”。`,
            instead,
          }),
        )
      }
      return []
    }),
}

/**
 * Finds the numbers that follow 1、 within its paragraph: 1、甲；2、乙；3、丙. They are changed together,
 * since otherwise the first would differ from the others.
 */
function followingNumbers(
  text: string,
  first: string,
): { label: string; instead: string; index: number }[] {
  const mark = first.slice(1)
  const numbers = [...text.matchAll(/(?<=[；;。，,]\s*)(\d{1,2})([、．])(?=[\p{sc=Han}“《])/gu)]
  return numbers
    .filter(([, , other]) => other === mark)
    .filter(([, number], place) => Number(number) === place + 2)
    .map(({ 0: label, 1: number, index }) => ({ label, instead: `${number}.`, index }))
}
