import { findMatches } from '../findings.js'
import type { ArticleRule } from '../rule.js'

/** Titles or quotations in a row usually take no 、 between them (GB/T 15834, 4.5.3.5). */
export const markBetweenTitles: ArticleRule = {
  id: 'mark-between-titles',
  row: 'W04',
  class: 'suggestion',
  severity: 'off',
  about: '并列的书名号、引号之间用了顿号（》、《）',
  reason: '标有引号、书名号的并列成分之间通常不用顿号；中间有括注时可以用。',
  clause: 'GB/T 15834—2011，4.5.3.5',
  examples: {
    passes: ['《春》《秋》，“红”“绿”，《春》（节选）、《秋》'],
    fails: [
      { text: '《春》、《秋》', at: '1:3' },
      { text: '“红”、“绿”', at: '1:3' },
    ],
  },
  triggers: '》”',
  check: ({ blocks }) =>
    findMatches(blocks, /》、《|”、“/g, ({ 0: marks }) => ({
      message: `并列的${marks.startsWith('》') ? '书名号' : '引号'}之间用了顿号：“${marks}”。`,
      hint: '删去“、”。',
    })),
}
