import { fileStart } from '../../model/place.js'
import type { ArticleRule } from '../rule.js'

/** Regulations have an issuing body, not an author. */
const regulation = /(?:章程|办法|规定|条例|规则|细则|公约|制度)(?:（[^（）]*）)?$/

/** Reports articles without an organisation or author. */
export const articleUnit: ArticleRule = {
  id: 'article-unit',
  row: 'A07',
  class: 'suggestion',
  severity: 'off',
  about: '稿件没有写单位和作者',
  reason: '文末的署名由 unit、author 排出；讲话、转载可以没有。',
  clause: '稿件格式的约定',
  examples: {
    passes: [
      '---\ntitle: 讲座\nunit: 甲馆\n---\n\n正文。',
      '---\ntitle: 讲话\nbyline: 会长 沈 岚\n---\n\n正文。',
      '---\ntitle: 志愿者协会章程（节选）\n---\n\n正文。',
    ],
    fails: [{ text: '---\ntitle: 讲座\n---\n\n正文。', at: '2:1' }],
  },
  check: ({ article: { fields, where, text } }) => {
    const { unit, author, byline, attachment, title } = fields
    if (
      unit?.length ||
      author?.length ||
      byline?.length ||
      attachment ||
      !title ||
      regulation.test(title) ||
      !text.startsWith('---')
    )
      return []
    const message = `“${(title || '这篇稿件').replace(/\n/g, '')}”没有写单位和作者。`
    return [
      {
        at: where.title ?? fileStart,
        message,
        hint: '在开头的 --- 区里加上 unit: 单位名。',
      },
    ]
  },
}
