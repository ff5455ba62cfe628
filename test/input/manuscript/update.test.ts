import { describe, expect, it } from 'vitest'
import { updateArticle } from '../../../src/input/manuscript/update.js'
import { imported } from '../../kit/imported.js'
import { paragraph } from '../../kit/word.js'

const article = `---
标题: 城东区举办讲座   # 改过一次
栏目: 工作交流
单位: 城东区文化馆
作者: [陈 思]
---

6月15日，馆里举办讲座，**到场**二百多人，
大家都听得认真。

<!-- 这里再补一段 -->

## 一、准备

**一是问需求。**走访了三个社区，问清居民想听什么。[^a]

![讲座现场](images/a.jpg "width=60%")

- 雨伞
- 水壶

散场以后，大家围着大夫问个不停。

[^a]: 三个社区都在河东。
`

/** The article after somebody has edited these paragraphs in Word. */
const edited = (paragraphs: readonly string[], title = '城东区举办讲座') => {
  const { text, fields } = imported({
    body: [
      paragraph(title, '<w:jc w:val="center"/>'),
      ...paragraphs.map((one) => (one.startsWith('<') ? one : paragraph(one))),
      paragraph('（城东区文化馆　陈　思）', '<w:jc w:val="right"/>'),
    ].join(''),
    footnotes: `<w:footnote w:id="1">${paragraph('三个社区都在河东。')}</w:footnote>`,
    numbering: '',
  })
  return updateArticle(article, { text, fields })
}

const noted = (text: string) =>
  paragraph(
    `<w:r><w:rPr><w:b/></w:rPr><w:t>一是问需求。</w:t></w:r><w:r><w:t>${text}</w:t></w:r><w:r><w:footnoteReference w:id="1"/></w:r>`,
  )

const unchanged = [
  '6月15日，馆里举办讲座，到场二百多人，大家都听得认真。',
  '一、准备',
  noted('走访了三个社区，问清居民想听什么。'),
  '讲座现场',
  '雨伞水壶',
  '散场以后，大家围着大夫问个不停。',
]

describe('an article that comes back from Word', () => {
  it('stays byte for byte as it was where nothing was changed', () => {
    expect(edited(unchanged)).toEqual({ text: article, notes: [] })
  })

  it('is changed in the paragraph that was changed, and nowhere else', () => {
    const words = [...unchanged]
    words[2] = noted('走访了五个社区，问清居民想听什么。')
    const { text, notes } = edited(words)
    expect(text).toBe(article.replace('三个社区，问清', '五个社区，问清'))
    expect(notes).toMatchObject([{ kind: 'changed', at: { line: 15 } }])
  })

  it('gets paragraphs that were added, and loses those that were deleted', () => {
    const words = [...unchanged.slice(0, 5), '社区决定每个月都办一场。', ...unchanged.slice(5)]
    expect(edited(words).text).toBe(
      article.replace('- 水壶\n', '- 水壶\n\n社区决定每个月都办一场。\n'),
    )
    expect(edited(unchanged.slice(0, 5)).text).toBe(
      article.replace('散场以后，大家围着大夫问个不停。\n\n', ''),
    )
  })

  it('keeps a comment and a picture that the Word file cannot have', () => {
    const { text, notes } = edited(unchanged.filter((one) => one !== '讲座现场'))
    expect(text).toBe(article)
    expect(notes).toMatchObject([{ kind: 'doubtful', reason: '修改稿里没有这张图片，先留着' }])
  })

  it('changes the title in its key, and leaves the rest of the front-matter', () => {
    const { text } = edited(unchanged, '城东区连办三场讲座')
    expect(text.split('\n').slice(1, 5)).toEqual([
      '标题: 城东区连办三场讲座',
      '栏目: 工作交流',
      '单位: 城东区文化馆',
      '作者: [陈 思]',
    ])
  })

  it('keeps the level of a heading that was changed', () => {
    const words = [...unchanged]
    words[1] = '一、精心准备'
    const { text } = updateArticle(article.replace('## 一、', '#### 一、'), {
      ...imported({
        body: words.map((one) => (one.startsWith('<') ? one : paragraph(one))).join(''),
      }),
    })
    expect(text).toContain('#### 一、精心准备')
  })
})
