import { findingAt } from '../findings.js'
import type { ArticleRule, Finding } from '../rule.js'

const measure =
  '(?:人次|人|名|个|张|把|本|条|只|座|辆|块|盏|间|册|件|场次|场|次|处|户|支|项|家|篇|幅|份|元|亩|棵|台|套|公里|平方米|小时)'
const item = `[\\p{sc=Han}]{1,8}?\\d[\\d,.]*`
const row = new RegExp(
  `(?:${item}(?:[百千万亿]+)?${measure}[、，]){1,8}${item}(?=[、，。；]${item}|[。；])`,
  'gu',
)
const middle = new RegExp(`${item}${measure}[、，](${item})[、，](?=${item}${measure})`, 'gu')

/** A number that is not a quantity: 第3, 表2, 占30. */
const isLabel = /[第约近到达至为年月日占号图表页]\d[\d,.]*$/u

/** Reports a number in a series that lacks its unit. */
export const unitMissing: ArticleRule = {
  id: 'unit-missing',
  class: 'suggestion',
  severity: 'off',
  about: '并列的数量里有一个漏了单位（书法20件、绘画30、剪纸15件）',
  reason: '前后都有单位，单单一个没有，多半是漏了。',
  clause: 'GB 3100；校对惯例',
  examples: {
    passes: ['书法20件、绘画30件、剪纸15件。', '书法20件、绘画30件，占2/3。'],
    fails: [
      { text: '收到书法20件、绘画30、剪纸15件。', at: '1:9' },
      { text: '有成人30人、儿童20。', at: '1:8' },
      { text: '购置桌子4张、椅子16、书架6个。', at: '1:8' },
    ],
  },
  triggers: '0123456789',
  check: ({ blocks }) =>
    blocks.flatMap((block) => {
      // Fast path: the patterns are expensive and can only match if a number is directly followed
      // by a mark.
      if (!/\d[、，。；]/.test(block.text)) return []
      const findings = new Map<number, Finding>()
      const report = (from: number, text: string) => {
        const start = from + text.search(/[\p{sc=Han}]{1,8}\d[\d,.]*$/u)
        const what = block.text.slice(start, from + text.length)
        const message = `“${what}”后面漏了单位，前后的数都有。`
        findings.set(
          from + text.length,
          findingAt(block, start, from + text.length, { message, hint: '补上单位。' }),
        )
      }
      for (const { 0: whole, 1: part = '', index } of block.text.matchAll(middle)) {
        if (isLabel.test(part)) continue
        report(index + whole.length - part.length - 1, part)
      }
      for (const { 0: whole, index } of block.text.matchAll(row)) {
        const part = /[\p{sc=Han}]{1,8}\d[\d,.]*$/u.exec(whole)?.[0] ?? ''
        if (isLabel.test(part)) continue
        report(index + whole.length - part.length, part)
      }
      return [...findings.values()]
    }),
}
