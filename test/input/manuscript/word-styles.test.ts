import { describe, expect, it } from 'vitest'
import { imported } from '../../kit/imported.js'
import { paragraph, run, table } from '../../kit/word.js'

const names = [
  '文题',
  '副题',
  '作者行',
  '小题',
  '小小题',
  '编者说',
  '摘引',
  '信',
  '题图',
  '送审意见',
]
const styles = names
  .map(
    (name, index) =>
      `<w:style w:type="paragraph" w:styleId="s${index}"><w:name w:val="${name}"/></w:style>`,
  )
  .join('')
const meanings = {
  文题: 'title',
  副题: 'subtitle',
  作者行: 'byline',
  小题: 'heading1',
  小小题: 'heading2',
  编者说: 'note',
  摘引: 'quote',
  信: 'kai',
  题图: 'caption',
  送审意见: 'drop',
} as const

/** A paragraph of a style. */
const of = (name: (typeof names)[number], text: string) =>
  paragraph(run(text), `<w:pStyle w:val="s${names.indexOf(name)}"/>`)
const text = paragraph('一段正文，写得够长，后面有句号，好让程序知道正文是什么样子。')
const read = (...body: string[]) => imported({ styles, body: body.join('') }, { styles: meanings })

describe('styles of which the settings say what they mean', () => {
  it('give the keys above the text', () => {
    const { head } = read(
      of('文题', '一个很长的标题，'),
      of('文题', '后面还有一行。'),
      of('副题', '写在前面的话。'),
      of('作者行', '某某馆员的手记。'),
      text,
    )
    expect(head).toBe(
      '标题: 一个很长的标题，后面还有一行。\n副标题: 写在前面的话。\n题下署名: 某某馆员的手记。',
    )
  })

  it('make headings of their level, sentences too, beside those that are told by themselves', () => {
    const { body } = read(
      of('文题', '标题'),
      of('小小题', '先说一句话。'),
      text,
      of('小题', '再说一件事'),
      text,
    )
    expect(body.split('\n').filter((line) => line.startsWith('#'))).toEqual([
      '### 先说一句话。',
      '## 再说一件事',
    ])
  })

  it('make one note of paragraphs that follow each other, which begins with 编者按', () => {
    const made = read(
      of('文题', '标题'),
      of('编者说', '这篇稿件值得一读。'),
      of('编者说', '请各馆参考。'),
      of('摘引', '有书的地方就有人。'),
      text,
      of('编者说', '按：后面是另一篇。'),
    )
    expect(made.body).toBe(
      [
        '> 编者按：这篇稿件值得一读。\n>\n> 请各馆参考。',
        '> 有书的地方就有人。',
        '一段正文，写得够长，后面有句号，好让程序知道正文是什么样子。',
        '> 按：后面是另一篇。',
      ].join('\n\n'),
    )
    expect(made.said).toMatchObject([{ kind: 'added', instead: '编者按：', at: { line: 5 } }])
    expect(made.letters).toMatchObject({ missing: '', extra: '' })
  })

  it('set in 楷体, and leave out, which the report says', () => {
    const made = read(
      of('文题', '标题'),
      of('送审意见', '请某馆长审阅。'),
      of('信', '见信好。'),
      text,
      table([
        [of('送审意见', '已阅'), '到场二百人'],
        ['甲', '乙'],
      ]),
    )
    expect(made.body).toContain('*见信好。*\n\n一段正文')
    expect(made.body).toContain('|  | 到场二百人 |')
    expect(made.said.map(({ text: left, reason }) => [left, reason])).toEqual([
      ['请某馆长审阅。', '样式“送审意见”，设置里写了不要'],
      ['已阅', '样式“送审意见”，设置里写了不要'],
    ])
    expect(made.letters).toMatchObject({ missing: '', extra: '' })
  })
})
