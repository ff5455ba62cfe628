import { matches } from '../findings.js'
import type { ArticleRule } from '../rule.js'

/** Straight quotation marks round Chinese. */
export const straightQuote: ArticleRule = {
  id: 'straight-quote',
  row: 'C03',
  class: 'B',
  severity: 'warning',
  about: '汉字旁边用了直引号 " 或 \'',
  reason: '中文的引号分左右：外层“”，里层‘’。直引号看不出哪边开、哪边关，所以不自动改。',
  clause: 'GB/T 15834—2011，4.8',
  examples: {
    passes: ['他喊：“走！”', "It's 5 o'clock.", '24"显示器'],
    fails: [
      { text: '开展"点单"服务。', at: '1:3' },
      { text: "所谓'候鸟式'服务。", at: '1:3' },
    ],
  },
  when: '"＂\'＇',
  check: ({ blocks }) =>
    matches(
      blocks,
      /(["＂])(?=[^"＂\n]*[\p{sc=Han}])([^"＂\n]{1,80})\1|(['＇])([\p{sc=Han}][^'＇\n]{0,80})\3|(?<=[\p{sc=Han}，。])["＂](?=[\p{sc=Han}])/gu,
      ({ 0: pair, 2: double, 4: single }) => {
        const mended = double ? `“${double}”` : single ? `‘${single}’` : '“ 或 ”'
        return { message: `用了直引号：${pair}。`, fix: `改成${mended}。` }
      },
    ),
}
