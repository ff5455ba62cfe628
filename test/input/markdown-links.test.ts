import { describe, expect, it } from 'vitest'
import { miswrittenLinks } from '../../src/input/markdown/miswritten-links.js'
import { parseTree } from '../../src/input/markdown/parser.js'
import { fixArticle } from '../../src/lint/fix-article.js'
import { html, page } from '../kit/markdown-page.js'

describe('brackets that lead nowhere', () => {
  it.each([
    '市发[2024](5)号',
    '[2024](5)',
    '[注](见下)，[甲](乙)',
    '[附件](附件/报名表)',
    '[单价](元/人)',
    '[x]()',
    '甲[乙](丙 "丁")',
  ])('%s is text', (markdown) => {
    expect(html(markdown)).toBe(`<p>${markdown}</p>`)
  })

  it('stay text within a link', () => {
    expect(html('见[国发[2024](5)号](https://a.cn)')).toBe(
      '<p>见<a href="https://a.cn">国发[2024](5)号</a></p>',
    )
  })

  it.each([
    ['[附件](附件/报名表.docx)', '附件'],
    ['[附件](附件/报名表 2024.docx)', '附件'],
    ['[首页](/index)', '首页'],
    ['[百度](baidu.com)', '百度'],
  ])('%s leaves its words, and a warning', (markdown, words) => {
    const { html, said, diagnostics } = page(markdown)
    expect(html).toBe(`<p>${words}</p>`)
    expect(said).toEqual(['1:1 link-file'])
    expect(diagnostics[0]?.severity).toBe('warning')
  })

  it.each([
    ['[网站](www.a.cn)', 'http://www.a.cn', '网站'],
    ['[写信](a@b.cn)', 'mailto:a@b.cn', '写信'],
    [
      '[报告](https://a.cn/年度 报告.pdf)',
      'https://a.cn/%E5%B9%B4%E5%BA%A6%20%E6%8A%A5%E5%91%8A.pdf',
      '报告',
    ],
  ])('%s leads to %s', (markdown, url, words) => {
    expect(html(markdown)).toBe(`<p><a href="${url}">${words}</a></p>`)
  })
})

describe('sources that are typed as definitions', () => {
  it.each([
    ['3万人次[1]。\n\n[1]: 数据来源于市统计局', ['3万人次[1]。', '[1]: 数据来源于市统计局']],
    ['表[注]。\n\n[注]: 本表为快报数。', ['表[注]。', '[注]: 本表为快报数。']],
    ['甲[1]乙[2]\n\n[1]: 省报\n[2]: 市报 2024', ['甲[1]乙[2]', '[1]: 省报', '[2]: 市报 2024']],
    ['时速[3]\n\n[3]: km/h', ['时速[3]', '[3]: km/h']],
    ['书号[4]\n\n[4]: ISBN:978-7', ['书号[4]', '[4]: ISBN:978-7']],
  ])('%j prints whole', (markdown, paragraphs) => {
    expect(html(markdown)).toBe(paragraphs.map((text) => `<p>${text}</p>`).join('\n'))
  })

  it('print with an address too, and keep the brackets in the text', () => {
    expect(html('增长3%[1]。\n\n[1]: https://a.cn/x "统计局"')).toBe(
      '<p>增长3%[1]。</p>\n<p>[1]: <a href="https://a.cn/x">https://a.cn/x</a> 统计局</p>',
    )
  })

  it('are links where they are used as such, and comments where they are these', () => {
    expect(html('[报告][1]，[百度]\n\n[1]: https://a.cn\n[百度]: https://b.cn\n[//]: # (甲)')).toBe(
      '<p><a href="https://a.cn">报告</a>，<a href="https://b.cn">百度</a></p>',
    )
  })

  it('are told of when nothing refers to them', () => {
    const { html, said } = page('甲\n\n[x]: https://a.cn')
    expect(html).toContain('<p>[x]: <a href="https://a.cn">https://a.cn</a></p>')
    expect(said).toEqual(['3:1 definition-unused'])
  })
})

describe('pictures', () => {
  it.each([
    ['![图](images/照片 (1).png)', 'images/照片 (1).png'],
    ['![图]( images/照片（1） 二.png )', 'images/照片（1） 二.png'],
    ['![图](a b.png "width=50%")', 'a b.png'],
    ['![图](a.png “宽=50%”)', 'a.png'],
    ['![图](<a b.png>)', 'a b.png'],
    ['[![图](a b.png)](https://a.cn)', 'a b.png'],
  ])('%s has a path with blanks', (markdown, src) => {
    const { pictures, said } = page(markdown)
    expect(pictures.map((picture) => picture.src)).toEqual([src])
    expect(said).toEqual([])
  })

  it.each([
    ['![图](a.png =288x192)', { widthMm: 76.2, heightMm: 50.8 }],
    ['![图](a.png =288x)', { widthMm: 76.2 }],
    ['![图](a.png =x192)', { heightMm: 50.8 }],
    ['![图](a b.png =50%)', { width: 0.5 }],
    ['![图](a.png =8cmx6cm "图注=无")', { widthMm: 80, heightMm: 60 }],
  ])('%s has a size', (markdown, size) => {
    const { pictures, said } = page(markdown)
    expect(pictures[0]).toMatchObject({
      src: markdown.includes('a b') ? 'a b.png' : 'a.png',
      ...size,
    })
    expect(said).toEqual([])
  })
})

describe('pictures and links in the wrong brackets', () => {
  const right = (markdown: string) =>
    miswrittenLinks(parseTree(markdown), markdown).map((one) => one.right)
  const fixed = (text: string) =>
    fixArticle({ path: '01.md', absolute: '/issue/01.md', text }, {}).text

  it.each([
    ['见下\n![图]（a.png）', '2:1', '![图](a.png)'],
    ['![图](a.png）', '1:1', '![图](a.png)'],
    ['![图] (a.png)', '1:1', '![图](a.png)'],
    ['！[图](a.png)', '1:1', '![图](a.png)'],
    ['! [图](a.png)', '1:1', '![图](a.png)'],
    ['！【图】（images/照片 1.png）', '1:1', '![图](images/照片 1.png)'],
    ['![图](images/照\n片.png)', '1:1', '![图](images/照片.png)'],
    ['![图]\n(a.png)', '1:1', '![图](a.png)'],
    ['![图](a.png', '1:1', '![图](a.png)'],
    ['(图)[a.png]', '1:1', '![图](a.png)'],
    ['- 甲\n- ![图]（a.png）', '2:3', '![图](a.png)'],
    ['|![图]（a.png）|\n|-|', '1:2', '![图](a.png)'],
    ['![图[1]]（a.png "宽=50%"）', '1:1', '![图[1]](a.png "宽=50%")'],
    ['![图](a.png =50%）', '1:1', '![图](a.png =50%)'],
    ['![图]（images/甲，乙.png）', '1:1', '![图](images/甲，乙.png)'],
    ['！[图](qr:https://a.cn)', '1:1', '![图](qr:https://a.cn)'],
    ['[![图]（a.png）](https://a.cn)', '1:2', '![图](a.png)'],
    ['**！[图](a.png)**', '1:3', '![图](a.png)'],
    ['【图】(images/a.png)', '1:1', '![图](images/a.png)'],
    ['![图](images/照片\n(1).png)', '1:1', '![图](images/照片(1).png)'],
  ])('%j is one error', (markdown, at, form) => {
    const { said, diagnostics } = page(markdown)
    expect(said).toEqual([`${at} image-form`])
    expect(diagnostics[0]?.severity).toBe('error')
    expect(diagnostics[0]?.hint).toContain(form)
    expect(right(markdown)).toEqual([form])
  })

  it.each([
    ['见[文](https://a.cn）', 'error', '[文](https://a.cn)'],
    ['见[文]（https://a.cn)', 'error', '[文](https://a.cn)'],
    ['见[文]（https://a.cn）', 'warning', '[文](https://a.cn)'],
    ['见[文] (www.a.cn)', 'warning', '[文](www.a.cn)'],
    ['见(文)[https://a.cn]', 'warning', '[文](https://a.cn)'],
  ])('%s is told of', (markdown, severity, form) => {
    const { said, diagnostics } = page(markdown)
    expect(said).toEqual(['1:2 link-form'])
    expect(diagnostics[0]?.severity).toBe(severity)
    expect(right(markdown)).toEqual([form])
  })

  it.each([
    ['![图]（照片1）', 'image-form', 'warning'],
    ['![图](images/照\n\n片.png)', 'image-form', 'error'],
    ['![图]｛a.png｝', 'image-form', 'error'],
    ['![图]<a.png>', 'image-form', 'error'],
    ['！[图]：images/a.png', 'image-form', 'error'],
    ['![图(a.png)', 'image-form', 'error'],
    ['[文](网址）', 'link-form', 'warning'],
    ['[![图](a.png)](https://a.cn）', 'link-form', 'warning'],
  ])('are told of when what they lead to is not clear: %j', (markdown, rule, severity) => {
    const { said, diagnostics } = page(markdown)
    expect(said).toEqual([`1:1 ${rule}`])
    expect(diagnostics[0]?.severity).toBe(severity)
    expect(right(markdown)).toEqual([undefined])
    expect(fixed(markdown)).toBe(markdown)
  })

  it.each([
    ['会议强调,![图]（images/照片 (1).png）', '会议强调，![图](images/照片 (1).png)'],
    ['！[图](a.png)和! [图] （ b.png ）', '![图](a.png)和![图](b.png)'],
    ['!【图】(a.png “宽=50%”）', '![图](a.png “宽=50%”)'],
    ['见[文](https://a.cn/甲,乙）,好', '见[文](https://a.cn/甲,乙)，好'],
    ['> ![图](images/照\r\n> 片.png)\r\n> 好', '> ![图](images/照片.png)\r\n> 好'],
    ['1. 甲\n   ![图](a.png\n2. 乙', '1. 甲\n   ![图](a.png)\n2. 乙'],
    ['| 甲 | ![图]（a.png） |\n| - | - |', '| 甲 | ![图](a.png) |\n| - | - |'],
    [
      '---\ntitle: 甲\n---\n\n[![图]（a.png）](https://a.cn)',
      '---\ntitle: 甲\n---\n\n[![图](a.png)](https://a.cn)',
    ],
  ])('are mended by --fix: %j', (markdown, mended) => {
    expect(fixed(markdown)).toBe(mended)
    expect(fixed(mended)).toBe(mended)
  })

  it.each([
    ['见[文]（https://a.cn）', 'it may be meant so'],
    ['![图](images/照片\n(1).png)', 'the line end may have been a blank'],
    ['`![图]（a.png）`', 'code'],
    ['```\n![图]（a.png）\n```', 'code'],
    ['\\![图]（a.png）', 'escaped'],
    ['!\\[图]（a.png）', 'escaped'],
  ])('stay as they are under --fix: %j, %s', (markdown) => {
    expect(fixed(markdown)).toBe(markdown)
  })

  it.each([
    '他说好！[注]（见下）',
    '[1]（https://a.cn）',
    '【人民网】（https://a.cn）',
    '[张三]（a@b.cn）',
    '[附件1]（报名表.docx）',
    '\\![图]（a.png）',
    '太好了！[1]见a.png',
    '【图】（images/a.png）',
    '按《通知》（市发[2024](5）号）执行',
    '`![图]（a.png）`',
    '![图](a.png)（见下）',
  ])('are not seen in %s', (markdown) => {
    expect(page(markdown).said).toEqual([])
  })
})
