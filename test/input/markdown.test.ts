import { describe, expect, it } from 'vitest'
import { parseMarkdown, takeTitle, toContent } from '../../src/input/markdown/markdown.js'
import { headingsOf } from '../../src/text/markdown-tree.js'
import { html, page } from '../kit/markdown-page.js'

describe('line breaks of the source', () => {
  it.each([
    ['教\n育', '教育'],
    ['教\r\n育', '教育'],
    ['，\n育', '，育'],
    ['”\n“', '” “'],
    ['教”\n“育', '教”“育'],
    ['教——\n育', '教——育'],
    ['a word\nmore', 'a word more'],
    ['see “x”\nmore', 'see “x” more'],
    ['共有\n3 人', '共有3 人'],
    ['WTO\n组织', 'WTO组织'],
    ['한국\n사람', '한국 사람'],
    ['한국\n人', '한국 人'],
    ['𠀀\n𠀁', '𠀀𠀁'],
    ['教**育\n事**\n业', '教<strong>育事</strong>业'],
    ['教\n[育](https://a.cn)\n事', '教<a href="https://a.cn">育</a>事'],
    ['教\n`a`\nb', '教<code>a</code> b'],
    ['`a\nb` `教\n育`', '<code>a b</code> <code>教育</code>'],
  ])('%j reads %j', (markdown, expected) => {
    expect(html(markdown)).toBe(`<p>${expected}</p>`)
  })

  it('keeps hard breaks, however they are written', () => {
    expect(html('一  \n二\\\n三<br>\n四<br/>五')).toBe('<p>一<br>二<br>三<br>四<br>五</p>')
  })

  it('leaves the lines of code alone', () => {
    expect(html('```js\n教\n  育\n```')).toBe('<pre class="code"><code>教\n  育</code></pre>')
  })
})

describe('words in a line', () => {
  it.each([
    ['**一是强化学习。**各支部', '<strong>一是强化学习。</strong>各支部'],
    ['他说**“好”**。', '他说<strong>“好”</strong>。'],
    ['*楷体*', '<em>楷体</em>'],
    ['3~5天，4~6天', '3~5天，4~6天'],
    ['~~旧。~~新', '<del>旧。</del>新'],
    ['{{title}} {{{x}}}', '{{title}} {{{x}}}'],
    ['&lt;b&gt; &copy;', '&#x3C;b> ©'],
    ['　　首行缩进', '首行缩进'],
    ['    四个空格', '四个空格'],
    ['　　　　　　居右', '　　　　　　居右'],
  ])('%j becomes %j', (markdown, expected) => {
    expect(html(markdown)).toBe(`<p>${expected}</p>`)
  })
})

describe('links', () => {
  it.each([
    ['见https://a.cn/x_y_z。请', '见<a href="https://a.cn/x_y_z">https://a.cn/x_y_z</a>。请'],
    [
      '（http://a.cn）和**重点**',
      '（<a href="http://a.cn">http://a.cn</a>）和<strong>重点</strong>',
    ],
    [
      'www.a.cn/(b)/c?d=1&e=2).',
      '<a href="http://www.a.cn/(b)/c?d=1&#x26;e=2">www.a.cn/(b)/c?d=1&#x26;e=2</a>).',
    ],
    ['<https://a.cn/好>', '<a href="https://a.cn/%E5%A5%BD">https://a.cn/好</a>'],
    ['[https://a.cn](https://b.cn)', '<a href="https://b.cn">https://a.cn</a>'],
    ['https://a.cn/**x**', '<a href="https://a.cn/**x">https://a.cn/**x</a>**'],
    ['http:// httpx', 'http:// httpx'],
    ['a@b.cn，好', '<a href="mailto:a@b.cn">a@b.cn</a>，好'],
    ['[字](https://a.cn "题")', '<a href="https://a.cn">字</a>'],
    ['[字][1]\n\n[1]: https://a.cn', '<a href="https://a.cn">字</a>'],
    ['见[另一篇](02-好.md)', '见<a data-link="1:2 02-好.md">另一篇</a>'],
  ])('%j becomes %j', (markdown, expected) => {
    expect(html(markdown)).toBe(`<p>${expected}</p>`)
  })

  it.each(['javascript:alert(1)', 'java&#10;script:x', 'file:///etc/passwd', 'data:text/html,x'])(
    'drops a link to %s and keeps its words',
    (url) => {
      const { html, said } = page(`一[**字**](<${url}>)`)
      expect(html).toBe('<p>一<strong>字</strong></p>')
      expect(said).toEqual(['1:2 link-scheme'])
    },
  )
})

describe('headings', () => {
  it('have four levels, of which only the first is a heading to the PDF', () => {
    expect(html('## 一、甲\n### （一）乙\n#### 1.丙\n##### （1）丁\n###### 戊')).toBe(
      [
        '<h3 class="heading-1">一、甲</h3>',
        '<p class="heading-2">（一）乙</p>',
        '<p class="heading-3">1.丙</p>',
        '<p class="heading-4">（1）丁</p>',
        '<p class="heading-4">戊</p>',
      ].join('\n'),
    )
  })

  it('are numbered when asked, anew under each parent, and not twice', () => {
    const { tree } = page('## 甲\n### 乙\n### 丙\n#### 丁\n##### 戊\n## 二、己\n### 庚\n## 辛', {
      numbering: 'auto',
    })
    const words = tree.children.flatMap((node) =>
      node.type === 'element' ? node.children.map((leaf) => 'value' in leaf && leaf.value) : [],
    )
    expect(words.join(' ')).toBe(
      '一、 甲 （一） 乙 （二） 丙 1. 丁 （1） 戊 二、己 （一） 庚 三、 辛',
    )
  })

  it('counts past ten and twenty in Han numerals', () => {
    const { html } = page('## 甲\n'.repeat(21), { numbering: 'auto' })
    expect(html).toContain('>十、甲<')
    expect(html).toContain('>十一、甲<')
    expect(html).toContain('>二十、甲<')
    expect(html).toContain('>二十一、甲<')
  })

  it('takes a stray title for a first level and says so', () => {
    const { html, said } = page('## 甲\n\n# 乙\n')
    expect(html).toContain('<h3 class="heading-1">乙</h3>')
    expect(said).toEqual(['3:1 heading-title'])
  })

  it('points at a paragraph that a --- under it made a heading, and at an empty heading', () => {
    expect(page('正文。\n---\n\n##\n').said).toEqual([
      '1:1 heading-underlined',
      '4:1 heading-empty',
    ])
  })
})

describe('quotations', () => {
  it.each(['按：好', '编者按：好', '编者按:好', '**编者按：**好', '编者按语　好'])(
    'an editor’s note begins %s',
    (text) => {
      expect(html(`> ${text}`)).toMatch(/^<aside class="editors-note">\n<p>/)
    },
  )

  it.each(['按照部署', '好', '按语不是'])('a quotation begins %s', (text) => {
    expect(html(`> ${text}`)).toMatch(/^<blockquote class="quotation">/)
  })
})

describe('lists', () => {
  it('know their depth, their first number, and their tasks', () => {
    const text = html('3. 甲\n   - 乙\n     1. 丙\n\n- [ ] 丁\n- [x] 戊\n').replaceAll('\n', '')
    expect(text).toBe(
      '<ol start="3" class="list-1"><li data-mark="3.">甲<ul class="list-1"><li>乙' +
        '<ol class="list-2"><li data-mark="（1）">丙</li></ol></li></ul></li></ol>' +
        '<ul class="list-1"><li>☐ 丁</li><li>☑ 戊</li></ul>',
    )
  })
})

describe('footnotes', () => {
  it('stand at the end in the order of their marks, with ids of the article’s own', () => {
    const { html, said } = page('甲[^b]乙[^1]丙[^b]。\n\n[^1]: 一\n[^b]: 二[^c]\n[^c]: 三')
    expect(said).toEqual([])
    expect(html).toContain('甲<sup class="footnote-mark"><a href="#a12-fn1">①</a></sup>乙')
    expect(html).toContain('丙<sup class="footnote-mark"><a href="#a12-fn1">①</a></sup>。')
    expect(html).toMatch(/<section class="footnotes"><ol><li id="a12-fn1"><p><span.*>①<\/span>二/)
    expect(html).toMatch(/<li id="a12-fn3"><p><span class="footnote-number">③<\/span>三/)
  })

  it('does not part two Han characters at a line break after a mark', () => {
    expect(html('教[^1]\n育\n\n[^1]: 注')).toContain('</sup>育</p>')
  })

  it('goes on in brackets after ⑳', () => {
    const marks = Array.from({ length: 21 }, (_, index) => `[^${index}]`)
    const { html } = page(`${marks.join('字')}\n\n${marks.map((m) => `${m}: 注`).join('\n')}`)
    expect(html).toContain('>⑳</a>')
    expect(html).toContain('>(21)</a>')
  })

  it('says which are unused, missing or written twice, and where', () => {
    const { said } = page('甲[^1]\n乙[^2] \\[^3]\n\n[^1]: 注\n[^1]: 再注\n[^4]: 注')
    expect(said).toEqual(['2:2 footnote-undefined', '5:1 footnote-twice', '6:1 footnote-unused'])
  })
})

describe('orders in comments', () => {
  it.each(['pagebreak', '分页', ' PageBreak '])('<!--%s--> makes a new page', (words) => {
    expect(html(`甲\n\n<!--${words}-->\n\n乙`)).toContain('<div class="page-break"></div>')
  })

  it('drops any other comment without a word', () => {
    expect(html('甲<!-- 批注 -->乙\n\n<!-- bulletin-ignore x -->')).toBe('<p>甲乙</p>')
  })

  it('says where an order stands in a text, and where a comment does not end', () => {
    const { said } = page('甲 <!-- pagebreak --> 乙\n\n<!-- 分页 --> 丙\n\n<!-- 丁\n\n戊')
    expect(said).toEqual(['1:3 comment-in-text', '3:1 comment-in-text', '5:1 comment-open'])
  })

  it('makes --- a space', () => {
    expect(html('甲\n\n---\n\n乙')).toContain('<div class="space"></div>')
  })
})

describe('the title', () => {
  const titleOf = (text: string) => takeTitle(parseMarkdown(text, { file: '01.md' }).body)

  it('is the only # heading, and leaves the body', () => {
    const { title, at, body } = titleOf('\n\n# 关于**印发**<br>通知\n\n## 一\n')
    expect(title).toBe('关于印发\n通知')
    expect(at).toEqual({ line: 3, column: 1 })
    expect(headingsOf(body)).toEqual([{ depth: 2, text: '一', at: { line: 5, column: 1 } }])
  })

  it.each(['## 一\n', '# 一\n\n# 二\n', '> # 一\n'])('is not taken from %j', (text) => {
    const { title, body } = titleOf(text)
    expect(title).toBeUndefined()
    expect(headingsOf(body)[0]?.text).toBe('一')
  })
})

describe('the body', () => {
  it('is left as it was, so that the checks see what was written', () => {
    const { body } = parseMarkdown('## 一\n\n- [x] 甲[^1]\n\n[^1]: 注', { file: '01.md' })
    const before = structuredClone(body)
    toContent(body, { file: '01.md', numbering: 'auto' })
    expect(body).toEqual(before)
  })

  it('keeps true lines when the front-matter was left out', () => {
    const { body } = parseMarkdown('## 一', { file: '01.md', lineOffset: 4 })
    expect(headingsOf(body)[0]?.at).toEqual({ line: 5, column: 1 })
  })
})
