import { describe, expect, it } from 'vitest'
import { byOrder, byOrderAndDate } from '../../src/issue/order.js'
import { padNames, signatureOf } from '../../src/issue/signature.js'
import type { Article, Fields } from '../../src/model/article.js'

/** An article of which only the front-matter is looked at. */
const article = (fields: Fields) => ({ fields }) as Article
const titles = (articles: readonly Article[]) => articles.map(({ fields }) => fields.title)

describe('the order of articles', () => {
  it('is that of `order`; those without it stay behind, as they came', () => {
    const articles = [
      article({ title: '丙' }),
      article({ title: '乙', order: 2 }),
      article({ title: '丁' }),
      article({ title: '甲', order: -1 }),
      article({ title: '乙二', order: 2 }),
    ]
    expect(titles(articles.toSorted(byOrder))).toEqual(['甲', '乙', '乙二', '丙', '丁'])
  })

  it('is that of the date among briefs without `order`; those without a date come last', () => {
    const on = (title: string, month: number, day?: number) =>
      article({ title, date: { year: 2021, month, ...(day !== undefined && { day }) } })
    const briefs = [
      article({ title: '无日期' }),
      on('六月十日', 6, 10),
      on('五月', 5),
      article({ title: '排在最前', order: 1 }),
      on('六月二日', 6, 2),
    ]
    expect(titles(briefs.toSorted(byOrderAndDate))).toEqual([
      '排在最前',
      '五月',
      '六月二日',
      '六月十日',
      '无日期',
    ])
  })
})

describe('a signature', () => {
  it('names units before authors, in full-width brackets; names of two are padded', () => {
    expect(signatureOf({ unit: ['城东馆'], author: ['陈 思', '李小明'] })).toBe(
      '（城东馆 陈\u3000思 李小明）',
    )
    expect(signatureOf({ author: [' 王五 '] })).toBe('（王五）')
    expect(signatureOf({ unit: [''], author: [' '] })).toBeUndefined()
    expect(signatureOf({})).toBeUndefined()
  })

  it('pads a name of two only where the blank is within it', () => {
    expect(padNames('总编辑：陈 思')).toBe('总编辑：陈\u3000思')
    expect(padNames('编辑部 王明华')).toBe('编辑部 王明华')
    expect(padNames('陈 思、李 四')).toBe('陈\u3000思、李\u3000四')
  })
})
