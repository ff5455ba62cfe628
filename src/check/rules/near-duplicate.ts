import type { CheckedArticle } from '../checked.js'
import type { IssueFinding, IssueRule } from '../rule.js'

/** Shingles of this many characters, of which this share must be in common. */
const size = 8
const share = 0.6
/** Shorter texts have too little to compare. */
const shortest = 60

/** The same article sent in twice. */
export const nearDuplicate: IssueRule = {
  id: 'near-duplicate',
  class: 'B',
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
  checkIssue({ articles }) {
    const prints = articles.map(shingles)
    const owners = new Map<string, number[]>()
    const findings: IssueFinding[] = []
    for (const [index, print] of prints.entries()) {
      const common = new Map<number, number>()
      for (const shingle of print) {
        const known = owners.get(shingle)
        if (known === undefined) owners.set(shingle, [index])
        else {
          for (const other of known) common.set(other, (common.get(other) ?? 0) + 1)
          // A phrase that many articles share tells nothing.
          if (known.length < 20) known.push(index)
        }
      }
      const twin = [...common].find(
        ([other, count]) => count >= share * Math.min(print.size, prints[other]?.size ?? 0),
      )
      const [article, other] = [articles[index], twin && articles[twin[0]]]
      if (article && other) findings.push(sayTwin(article, other))
    }
    return findings
  },
}

/** Every third run of characters: enough to compare, a third of the work. */
function shingles({ blocks }: CheckedArticle): Set<string> {
  const text = blocks
    .filter(({ inside, kind }) => inside !== 'front' && kind !== 'cell')
    .map((block) => block.text.replace(/[^\p{sc=Han}\d]/gu, ''))
    .join('')
  const found = new Set<string>()
  if (text.length < shortest) return found
  for (let at = 0; at + size <= text.length; at++) {
    // Chosen by content, so that both texts choose the same.
    if (text.charCodeAt(at) % 3 === 0) found.add(text.slice(at, at + size))
  }
  return found
}

const sayTwin = ({ article }: CheckedArticle, other: CheckedArticle): IssueFinding => ({
  file: article.path,
  at: article.where.title ?? { line: 1, column: 1 },
  message: `这篇和“${other.article.path}”几乎一样。`,
  fix: '留下一篇，另一篇在文件名前面加 _。',
})
