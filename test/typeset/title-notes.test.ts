import { toHtml } from 'hast-util-to-html'
import { expect, it } from 'vitest'
import { parseArticle } from '../../src/input/parse-issue.js'
import type { Issue } from '../../src/model/issue.js'
import { metadataOf } from '../../src/output/pdf/metadata.js'

function article(text: string) {
  const file = { path: '01.md', absolute: '/issue/01.md', text }
  const { value, diagnostics } = parseArticle(file, { idPrefix: 'a1', single: false })
  if (!value) throw new Error('no article')
  return { value, said: diagnostics.map(({ at, rule }) => `${at.line}:${at.column} ${rule}`) }
}

const body = '正文[^b]。\n\n## 一、甲[^c]\n\n乙。\n\n[^b]: 注二\n[^a]: 注一\n[^c]: 注三\n'

it.each([`---\n标题: 题目[^a]\n---\n\n${body}`, `# 题目[^A]\n\n${body}`])(
  'a note on a title comes first and stands behind it: %j',
  (text) => {
    const { value, said } = article(text)
    expect(said).toEqual([])
    expect(value.fields.title).toBe('题目')
    expect(value.titleMarks && toHtml(value.titleMarks)).toBe(
      '<sup class="footnote-mark"><a href="#a1-fn1">①</a></sup>',
    )
    expect(toHtml(value.content)).toContain('正文<sup class="footnote-mark"><a href="#a1-fn2">②')
    expect(toHtml(value.content)).toContain(
      '<li id="a1-fn1"><p><span class="footnote-number">①</span>注一',
    )
  },
)

it('bookmarks read without the marks of notes', () => {
  const { value } = article(`---\n标题: 题目[^a]\n---\n\n${body}`)
  const issue: Issue = {
    kind: 'newsletter',
    template: 'newsletter',
    settings: {},
    title: '工作通讯',
    sections: [{ articles: [value], briefs: [] }],
    distribution: [],
  }
  const { outlineTitles } = metadataOf(issue, '工作通讯', undefined)
  expect([...(outlineTitles ?? [])]).toEqual([
    ['题目①', '题目'],
    ['一、甲③', '一、甲'],
  ])
})

it('says which mark has no note, stands within the title, or is in a key without notes', () => {
  const { value, said } = article(
    '---\n标题: 甲[^a]乙[^x]\n副标题: 丙[^a]\n---\n\n正文。\n\n[^a]: 注\n',
  )
  expect(value.fields.title).toBe('甲乙[^x]')
  expect(said).toEqual(['2:1 footnote-in-title', '2:1 footnote-undefined', '3:1 footnote-in-key'])
})

it.each([
  ['---\n标题: H~2~O 和 m^2^ 的故事\n副标题: CO~2~ 与 10^-3^\n目录标题: H~2~O\n---\n\n正文。\n'],
  ['---\n副标题: CO~2~ 与 10^-3^\n目录标题: H~2~O\n---\n\n# H~2~O 和 m^2^ 的故事\n\n正文。\n'],
])('raised and lowered figures in titles are characters of their own: %j', (text) => {
  const { value, said } = article(text)
  expect(said).toEqual([])
  expect(value.fields).toMatchObject({
    title: 'H₂O 和 m² 的故事',
    subtitle: 'CO₂ 与 10⁻³',
    tocTitle: 'H₂O',
  })
})

it('what cannot be raised or lowered in a title is told of; 3~5天 is text', () => {
  const { value, said } = article('---\n标题: P~总~ 值 3~5天，5~7天\n---\n\n正文。\n')
  expect(said).toEqual(['2:1 title-script'])
  expect(value.fields.title).toBe('P总 值 3~5天，5~7天')
})
