import { describe, expect, it } from 'vitest'
import { contributorIn } from '../../../src/input/manuscript/contributor.js'
import { imported } from '../../kit/imported.js'
import { face, paragraph, run } from '../../kit/word.js'

const title = paragraph('一篇稿件的标题', '<w:jc w:val="center"/>')
const text = paragraph(
  run('这是一段正文，写得够长，后面有句号，好让程序知道正文是什么样子。', face('仿宋', 16)),
)
const line = (words: string, how = face('仿宋', 16)) => paragraph(run(words, how))

/** The headings of a body, each with the text that follows them left out. */
const headingsOf = (...lines: string[]): string[] =>
  imported({ body: title + text + lines.map((one) => one + text).join('') })
    .body.split('\n')
    .filter((one) => /^#|^\d|^[（(]\d/.test(one))

describe('what is a heading', () => {
  it('is told by the style, whatever the name of its face', () => {
    const outline = (level: number) => `<w:outlineLvl w:val="${level}"/>`
    expect(
      headingsOf(
        paragraph('情况', outline(1)),
        paragraph('场地', outline(2)),
        paragraph('问题', outline(1)),
      ),
    ).toEqual(['## 情况', '### 场地', '## 问题'])
  })

  it('is told by its number, at the level that the numbers have among themselves', () => {
    expect(headingsOf(line('一、情况'), line('（一）场地'), line('二、问题'))).toEqual([
      '## 一、情况',
      '### （一）场地',
      '## 二、问题',
    ])
  })

  it('is told by its face: 黑体 over 楷体', () => {
    expect(headingsOf(line('情况', face('黑体', 16)), line('场地', face('楷体', 16)))).toEqual([
      '## 情况',
      '### 场地',
    ])
  })

  it('is told by being short, bold and without a stop', () => {
    expect(headingsOf(line('情况', face('仿宋', 16, '<w:b/>')))).toEqual(['## 情况'])
    expect(headingsOf(line('情况很好。', face('仿宋', 16, '<w:b/>')))).toEqual([])
  })

  it('is no item of a list, nor a sentence with a number', () => {
    const items = [line('1.雨伞，'), line('2.水壶；'), line('3.手电。')].join('')
    expect(imported({ body: title + text + items }).body).not.toContain('#')
    expect(headingsOf(line('一、这一段是一个完整的句子，前面有编号，后面有句号。'))).toEqual([])
  })

  it('counts 1.1 below 1', () => {
    const bold = face('仿宋', 16, '<w:b/>')
    expect(headingsOf(line('1 总则', bold), line('1.1 目的', bold), line('2 办法', bold))).toEqual([
      '## 1 总则',
      '### 1.1 目的',
      '## 2 办法',
    ])
  })
})

describe('who sends an article in', () => {
  it.each([
    ['城东区文化馆 陈思', '城东区文化馆', '陈思'],
    ['城东区文化馆　陈　思', '城东区文化馆', '陈 思'],
    ['城东区文化馆陈思', '城东区文化馆', '陈思'],
    ['城东区文化馆 李艳、罗婷', '城东区文化馆', '李艳、罗婷'],
    ['市群众文化协会', '市群众文化协会', undefined],
    ['陈思', undefined, '陈思'],
  ])('%s', (words, unit, author) => {
    expect(contributorIn(words)).toEqual({
      ...(unit !== undefined && { unit }),
      ...(author !== undefined && { author }),
    })
  })

  it.each(['见附件一', '图为活动现场', '大家都听得认真'])('is not told by %s', (words) => {
    expect(contributorIn(words)).toBeUndefined()
  })

  it('is taken from behind the last sentence, and from under the text', () => {
    const end = paragraph('大家听得认真，散场以后还不走。（城东区文化馆 陈 思）')
    const { head, body } = imported({ body: title + text + end })
    expect(head).toContain('单位: 城东区文化馆\n作者: 陈 思')
    expect(body.endsWith('散场以后还不走。')).toBe(true)
  })

  it('leaves a bracket that is part of the text', () => {
    const end = paragraph('大家听得认真，散场以后还不走。（见第三版）')
    expect(imported({ body: title + text + end }).body).toContain('（见第三版）')
  })
})

describe('the lines over the text', () => {
  const centred = '<w:jc w:val="center"/>'
  it('are title, subtitle and byline, a title of two lines in one', () => {
    const { head } = imported({
      body: [
        paragraph(run('在第三届理事会', face('小标宋', 22)), centred),
        paragraph(run('二次会议上的讲话', face('小标宋', 22)), centred),
        paragraph(run('（2021年3月25日）', face('楷体', 16)), centred),
        paragraph(run('协会常务副会长　张　三', face('楷体', 16)), centred),
        text,
      ].join(''),
    })
    expect(head).toContain('标题: 在第三届理事会二次会议上的讲话')
    expect(head).toContain('副标题: （2021年3月25日）')
    expect(head).toContain('题下署名: 协会常务副会长 张 三')
  })
})
