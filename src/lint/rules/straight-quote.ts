import { excerpt } from '../../text/excerpt.js'
import { findingAt } from '../findings.js'
import type { ArticleRule } from '../rule.js'

/** Reports straight quotation marks around Chinese text (GB/T 15834, 4.8). */
export const straightQuote: ArticleRule = {
  id: 'straight-quote',
  row: 'C03',
  class: 'report',
  severity: 'warning',
  pair: true,
  about: '汉字旁边用了直引号 " 或 \'',
  reason: '中文的引号分左右：外层“”，里层‘’。直引号看不出哪边开、哪边关，所以不自动改。',
  clause: 'GB/T 15834—2011，4.8',
  examples: {
    passes: ['他喊：“走！”', "It's 5 o'clock.", '24"显示器', '"OK"和"NO"各半'],
    fails: [
      { text: '开展"点单"服务。', at: '1:3' },
      { text: "所谓'候鸟式'服务。", at: '1:3' },
    ],
  },
  triggers: '"＂\'＇',
  check: ({ blocks }) =>
    blocks.flatMap((block) =>
      quotesIn(block.text).map(({ from, to, double, single }) => {
        const inner = double ?? single
        const words = inner === undefined ? inner : excerpt(inner, maxQuoted)
        const mended =
          double !== undefined ? `“${words}”` : single !== undefined ? `‘${words}’` : '“ 或 ”'
        const typed =
          words === undefined ? '"' : block.text.charAt(from) + words + block.text.charAt(from)
        return findingAt(block, from, to, {
          message: `用了直引号：${typed}。`,
          hint: `改成${mended}。`,
        })
      }),
    ),
}

/** Maximum length of the quoted text in a message, in characters. */
const maxQuoted = 24
const pairs = /(["＂])([^"＂\n]+)\1|(?<![A-Za-z\d])(['＇])(\p{sc=Han}[^'＇\n]{0,80})\3/gu
const lone = /(?<=[\p{sc=Han}，。])["＂](?=\p{sc=Han})/u

interface Quote {
  from: number
  to: number
  double?: string
  single?: string
}

/**
 * Returns the pairs of straight quotes with Han characters between them, matched in order, and a
 * first single quote without a partner. Pairs around Latin words are matched too, but not returned.
 */
function quotesIn(text: string): Quote[] {
  const all = [...text.matchAll(pairs)].map(({ 0: { length }, 2: double, 4: single, index }) => ({
    from: index,
    to: index + length,
    ...(double !== undefined && { double }),
    ...(single !== undefined && { single }),
  }))
  const rest = all.reduce(
    (left, { from, to }) => left.slice(0, from) + ' '.repeat(to - from) + left.slice(to),
    text,
  )
  const alone = lone.exec(rest)
  return [
    ...all.filter(
      ({ from, double, single }) =>
        /\p{sc=Han}/u.test(double ?? single ?? '') && text.charAt(from - 1) !== '=',
    ),
    ...(alone ? [{ from: alone.index, to: alone.index + 1 }] : []),
  ]
}
