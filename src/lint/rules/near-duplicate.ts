import { fileStart } from '../../model/place.js'
import { fingerprints, nearDuplicates } from '../fingerprints.js'
import type { IssueRule } from '../rule.js'

/** Minimum share of the shorter article's fingerprints that both articles have, 0–1. */
const share = 0.6

/** Reports an article that was submitted twice. */
export const nearDuplicate: IssueRule<Uint32Array> = {
  id: 'near-duplicate',
  class: 'report',
  severity: 'warning',
  about: '一期里有两篇几乎相同的稿件',
  reason: '同一件事由两个单位报来，或同一稿存了两个文件名。',
  clause: '编辑惯例',
  examples: {
    passes: ['第一篇说的是春天里的事情。§§第二篇说的是秋天里的事情。'],
    fails: [
      {
        text: '6月8日，澄川市文化志愿者协会第三届理事会第二次全体会议在市群众艺术馆召开。会议听取并审议了常务理事会工作报告和上一年度财务收支情况报告。§§昨日，澄川市文化志愿者协会第三届理事会第二次全体会议在市群众艺术馆召开。会议听取并审议了常务理事会工作报告和上一年度财务收支情况报告。',
        at: '1:1',
      },
    ],
  },
  collect: fingerprints,
  checkIssue: ({ articles }) => {
    const all = articles.map(({ collected }) => collected)
    return nearDuplicates(all, share).flatMap(([index, earlier]) => {
      const [article, other] = [articles[index], articles[earlier]]
      if (!article || !other) return []
      return [
        {
          file: article.path,
          at: article.where.title ?? fileStart,
          message: `这篇和“${other.path}”几乎一样。`,
          hint: '留下一篇，另一篇在文件名前面加 _。',
        },
      ]
    })
  },
}
