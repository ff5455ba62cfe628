import { findMatches } from '../findings.js'
import type { ArticleRule } from '../rule.js'

/** A document number has a four-digit year, no 第 and no leading zero (GB/T 9704, 7.2.5). */
export const documentNumberForm: ArticleRule = {
  id: 'document-number-form',
  row: 'N02',
  class: 'report',
  severity: 'warning',
  about: '文号里年份不全、加了“第”或编了虚位（001号）',
  reason: '年份写全称四位；发文顺序号不加“第”字，不编虚位（1不编为01）。',
  clause: 'GB/T 9704—2012，7.2.5',
  examples: {
    passes: ['澄文志〔2021〕5号', '澄文志〔2021〕105号'],
    fails: [
      { text: '按照澄文志〔21〕5号文件', at: '1:6' },
      { text: '澄文志〔2021〕第5号', at: '1:4' },
      { text: '澄文志〔2021〕005号', at: '1:4' },
    ],
  },
  triggers: '号',
  check: ({ blocks }) =>
    findMatches(
      blocks,
      /[〔[(（【](\d{2}|\d{4})[〕\])）】](第?)\s?(0*)(\d+)\s?号(?![楼院门栋])/gu,
      ({ 0: found, 1: year = '', 2: ordinal, 3: zeros, 4: number = '' }, block) => {
        if (
          !/^[〔]/.test(found) &&
          (year.length === 2 ||
            !/[\p{sc=Han}]$/u.test(block.text.slice(0, block.text.indexOf(found))))
        )
          return undefined
        if (year.length === 4 && ordinal === '' && zeros === '') return undefined
        const mended = `〔${year.length === 2 ? `20${year}` : year}〕${number}号`
        return { message: `文号写得不规范：“${found}”。`, hint: `改成“${mended}”。` }
      },
    ),
}
