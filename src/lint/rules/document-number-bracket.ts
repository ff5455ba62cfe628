import { findMatches } from '../findings.js'
import type { ArticleRule } from '../rule.js'

/** The year of a document number is in 六角括号〔〕 (GB/T 9704, 7.2.5). */
export const documentNumberBracket: ArticleRule = {
  id: 'document-number-bracket',
  row: 'N01',
  class: 'fixable',
  severity: 'warning',
  about: '文号的年份没有用六角括号〔〕',
  reason: '发文字号的年份用六角括号括起：某发〔2021〕5号。',
  clause: 'GB/T 9704—2012，7.2.5',
  examples: {
    passes: ['澄文志〔2021〕5号', '（2021）澄02民初5号', '会议（2021）在5号楼'],
    fails: [
      { text: '按照澄文志[2021]5号文件', at: '1:6', fixed: '按照澄文志〔2021〕5号文件' },
      { text: '澄文志发（2021）15号', at: '1:5', fixed: '澄文志发〔2021〕15号' },
    ],
  },
  triggers: '号',
  check: ({ blocks }) =>
    findMatches(
      blocks,
      /(?<=[\p{sc=Han}]{2})[[(（【﹝［]((?:19|20)\d{2})[\])）】﹞］](?=第?\s?0*\d{1,4}\s?号(?![楼院门栋]))/gu,
      ({ 0: found, 1: year = '' }) => ({
        message: `文号的年份没有用六角括号：“${found}”。`,
        hint: `“${found}”改成“〔${year}〕”。`,
        instead: `〔${year}〕`,
      }),
    ),
}
