import { contextAround, findMatches } from '../findings.js'
import type { ArticleRule } from '../rule.js'

/** Reports names that a series with only a 准印证 must not use for itself. */
export const internalSeries: ArticleRule = {
  id: 'internal-series',
  row: 'W07',
  class: 'suggestion',
  severity: 'off',
  about: '内部资料里自称本刊、本报、记者、杂志社',
  reason:
    '凭准印证印的连续性内部资料不得用“××报”“××刊”“××杂志”“记者××”“期刊社”“杂志社”“刊号”，也不能自称“本报”“本刊”。',
  clause: '《内部资料性出版物管理办法》',
  examples: {
    passes: ['多家媒体的记者到场采访。', '据《澄川日报》报道'],
    fails: [
      { text: '本刊编辑部', at: '1:1' },
      { text: '（记者 陈 思）', at: '1:2' },
      { text: '本报讯', at: '1:1' },
      { text: '欢迎向本报投稿', at: '1:4' },
    ],
  },
  triggers: '刊报记杂',
  check: ({ blocks }) =>
    findMatches(
      blocks,
      /(?<![样基日标原文课脚剧书读版资])本[刊报](?=[讯编记特评启为将自从从已的收欢]|[，。：])|(?<=[向给为由致])本[刊报]|(?<=[（(]|^)(?:特约|见习)?记者[ \u3000][\p{sc=Han}]|本刊(?:记者|通讯员)|[\p{sc=Han}]杂志社(?=[，。：、]|主办|编)/gu,
      ({ 0: word, index }, block) => ({
        message: `内部资料不能这样自称：“${contextAround(block, index, index + word.length)}”。`,
        hint: '“本刊”改成刊名或“编者”，“记者”改成“通讯员”，或删去。',
      }),
    ),
}
