import { fileStart } from '../../model/place.js'
import type { ArticleRule } from '../rule.js'

/** Reports articles without a date. */
export const articleDate: ArticleRule = {
  id: 'article-date',
  row: 'A07',
  class: 'suggestion',
  severity: 'off',
  about: '稿件没有写日期',
  reason: '简讯按日期排序，出刊日期、星期的核对也要用它。',
  clause: '稿件格式的约定',
  examples: {
    passes: [
      '---\ntitle: 讲座\ndate: 2021-06-15\n---\n\n正文。',
      '---\ntitle: 讲话\nsubtitle: （2021年6月15日）\n---\n\n同志们：',
    ],
    fails: [{ text: '---\ntitle: 讲座\nunit: 甲馆\n---\n\n正文。', at: '2:1' }],
  },
  check: ({ article: { fields, where, text } }) => {
    // A speech gives its date under the title.
    if (/\d年\d{1,2}月|[一二三四五六七八九十]月/.test(`${fields.subtitle}${fields.byline}`))
      return []
    if (fields.date || fields.attachment || !fields.title || !text.startsWith('---')) return []
    const message = `“${(fields.title || '这篇稿件').replace(/\n/g, '')}”没有写日期。`
    return [
      {
        at: where.title ?? fileStart,
        message,
        hint: '在开头的 --- 区里加上 date: 2021-06-15。',
      },
    ]
  },
}
