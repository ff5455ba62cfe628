import { describe, expect, it } from 'vitest'
import { html, page } from '../kit/markdown-page.js'

describe('an author’s HTML', () => {
  it('passes tables with joined cells, without looks of their own', () => {
    const table =
      '<table class="note" style="x"><caption>表</caption><tr id="a"><td colspan="2" onclick="x()">' +
      '甲</td></tr><tr><td rowspan=999 align=RIGHT bgcolor=red>教\n  育</td></tr></table>'
    expect(html(table)).toBe(
      '<div class="table"><table><caption>表</caption><tbody><tr><td colspan="2">甲</td></tr>' +
        '<tr><td align="right">教育</td></tr></tbody></table></div>',
    )
  })

  it.each([
    ['a first row of <th>', '<tr><th>甲</th></tr><tr><td>乙</td></tr>', 1],
    ['two', '<tr><th>甲</th></tr><tr><th>乙</th></tr><tr><td>丙</td></tr>', 2],
    [
      'one that reaches down',
      '<tr><th rowspan="2">甲</th><th>乙</th></tr><tr><td>丙</td></tr><tr><td>丁</td><td>戊</td></tr>',
      2,
    ],
    ['<thead>', '<thead><tr><td>甲</td></tr></thead><tr><td>乙</td></tr>', 1],
    ['no <th>', '<tr><td>甲</td></tr><tr><td>乙</td></tr>', 0],
    ['a first column of <th>', '<tr><th>甲</th><td>乙</td></tr><tr><th>丙</th><td>丁</td></tr>', 0],
    ['nothing but <th>', '<tr><th>甲</th></tr><tr><th>乙</th></tr>', 0],
  ])('repeats the head of a table with %s', (_, rows, count) => {
    const [head = ''] = /<thead>.*<\/thead>/.exec(html(`<table>${rows}</table>`)) ?? []
    expect(head.match(/<tr>/g)?.length ?? 0).toBe(count)
  })

  it('prints the foot of a table once, after all its rows', () => {
    const table = '<table><tfoot><tr><td>合计</td></tr></tfoot><tr><td>甲</td></tr></table>'
    expect(html(table)).toMatch(/<tbody>.*甲.*<tbody>.*合计/)
    expect(html(table)).not.toContain('tfoot')
  })

  it('passes sup, sub, u and br', () => {
    expect(html('m<sup>2</sup>，H<sub>2</sub>O，<u class="x">线</u><br class="x">好')).toBe(
      '<p>m<sup>2</sup>，H<sub>2</sub>O，<u>线</u><br>好</p>',
    )
  })

  it('may hold Markdown', () => {
    expect(html('<table><tr><td>\n\n**好**\n\n</td></tr></table>')).toContain('<strong>好</strong>')
  })

  it.each([
    ['甲<span style="x">乙</span>', '<p>甲乙</p>'],
    ['甲<span style="font-weight: bold; color: red">乙</span>', '<p>甲<strong>乙</strong></p>'],
    ['<div>甲</div>', '<p>甲</p>'],
    ['<center>\n\n**甲**\n\n</center>', '<p class="align-center"><strong>甲</strong></p>'],
    ['<p>甲</p>', '<p>甲</p>'],
    ['<p align="right">甲</p>', '<p class="align-right">甲</p>'],
    [
      '<div style="text-align:center">甲<p>乙</p></div>',
      '<p class="align-center">甲</p><p class="align-center">乙</p>',
    ],
    ['甲<b>乙</b>', '<p>甲<strong>乙</strong></p>'],
    ['<b>\n\n甲\n\n乙\n\n</b>', '<p><strong>甲</strong></p><p><strong>乙</strong></p>'],
    ['甲<i>乙</i><cite>丙</cite>', '<p>甲<em>乙</em><em>丙</em></p>'],
    ['甲\n乙<font color=red>丙</font>', '<p>甲乙丙</p>'],
    ['甲<ins>乙</ins><strike>丙</strike>', '<p>甲<u>乙</u><del>丙</del></p>'],
    [
      '<kbd>A</kbd><mark>甲</mark><small>乙</small>',
      '<p><kbd>A</kbd><mark>甲</mark><small>乙</small></p>',
    ],
    [
      '<ruby>汉<rp>(</rp><rt>hàn</rt><rp>)</rp></ruby>',
      '<p><ruby><span>汉</span><rt>hàn</rt></ruby></p>',
    ],
    [
      '<ruby>甲<rt>a</rt>乙<rt>b</rt>丙</ruby>',
      '<p><ruby><span>甲</span><rt>a</rt></ruby><ruby><span>乙</span><rt>b</rt></ruby>丙</p>',
    ],
    ['<q>甲<q>乙</q></q>', '<p>“甲‘乙’”</p>'],
    ['<h2 class="x">甲</h2>', '<h3 class="heading-1">甲</h3>'],
    ['<h3>甲</h3>', '<p class="heading-2">甲</p>'],
    ['<hr>', '<div class="space"></div>'],
    [
      '<ul><li>甲<ol><li>乙</li></ol></li></ul>',
      '<ul class="list-1"><li>甲<ol class="list-1"><li data-mark="1.">乙</li></ol></li></ul>',
    ],
    [
      '<ol start="3"><li>甲</li><li value="7">乙</li><li>丙</li></ol>',
      '<ol class="list-1"><li data-mark="3.">甲</li><li data-mark="7.">乙</li><li data-mark="8.">丙</li></ol>',
    ],
    [
      '<dl><dt>甲</dt><dd>乙</dd></dl>',
      '<p><strong>甲</strong></p><div class="definition"><p>乙</p></div>',
    ],
    ['<details><summary>甲</summary>\n\n乙\n\n</details>', '<p><strong>甲</strong></p><p>乙</p>'],
    ['<blockquote>甲</blockquote>', '<blockquote class="quotation"><p>甲</p></blockquote>'],
    [
      '<blockquote>编者按：甲</blockquote>',
      '<aside class="editors-note"><p>编者按：甲</p></aside>',
    ],
    ['<pre><code>a  b\n\n*c*\n</code></pre>', '<pre class="code"><code>a  b*c*</code></pre>'],
    [
      '<a href="https://a.cn">甲</a><a href="b.md">乙</a>',
      '<p><a href="https://a.cn">甲</a><a data-link="1:29 b.md">乙</a></p>',
    ],
  ])('%j is set as %j, and nothing is said', (markdown, expected) => {
    expect(html(markdown).replace(/\n+/g, '')).toBe(expected)
  })

  it.each([
    ['甲<marquee>乙</marquee>', '<p>甲乙</p>', '1:2'],
    ['甲<script>alert(**x**)</script>乙', '<p>甲乙</p>', '1:2'],
    ['<style>\n.a{}\n\n.b{}\n</style>', '', '1:1'],
    ['<iframe src="x">\n\n内\n\n</iframe>', '', '1:1'],
    ['甲<svg><p>乙</p></svg>', '<p>甲</p>', '1:2'],
  ])('%j leaves %j and a warning', (markdown, expected, at) => {
    const { html, said, diagnostics } = page(markdown)
    expect(html.replace(/\n+/g, '')).toBe(expected)
    expect(said).toEqual([`${at} html-element`])
    expect(diagnostics[0]?.severity).toBe('warning')
  })

  it('leads nowhere but to the web and to mail', () => {
    const { html, said } = page('<a href="javascript:alert(1)">甲</a>')
    expect(html).toBe('<p>甲</p>')
    expect(said).toEqual(['1:1 link-scheme'])
  })

  it('numbers headings together with those of Markdown', () => {
    const { html } = page('## 甲\n\n<h3>乙</h3>\n\n<h2>丙</h2>\n\n### 丁', { numbering: 'auto' })
    expect(html.replace(/<[^>]*>|\n/g, '')).toBe('一、甲（一）乙二、丙（一）丁')
  })

  const figure = (inside: string) =>
    `<figure class="figure" data-abreast="1"><div class="picture">${inside}</div></figure>`

  it.each([
    [
      '<img src="a.jpg" alt="图" onerror="x">',
      figure('<img src="a.jpg" alt="图"><figcaption>图</figcaption>'),
    ],
    [
      '<p align="center">\n  <a href="https://a.cn"><img src="a.jpg"></a>\n</p>',
      figure('<img src="a.jpg" alt="">'),
    ],
    ['<center><img src="a.jpg"></center>', figure('<img src="a.jpg" alt="">')],
    [
      '<picture><source srcset="b.webp"><img src="a.jpg"></picture>',
      figure('<img src="a.jpg" alt="">'),
    ],
    [
      '<figure><img src="a.jpg" alt="x"><figcaption>甲<b>乙</b></figcaption></figure>',
      figure('<img src="a.jpg" alt="x"><figcaption>甲<strong>乙</strong></figcaption>'),
    ],
    ['甲。\n<img src="a.jpg">', `<p>甲。</p>${figure('<img src="a.jpg" alt="">')}`],
    ['甲<img src="a.jpg">乙', '<p>甲<img class="inline-picture" src="a.jpg" alt="">乙</p>'],
    [
      '<table><tr><td><p><img src="a.jpg"></p></td></tr></table>',
      '<div class="table"><table><tbody><tr><td><p><img class="cell-picture" src="a.jpg" alt=""></p></td></tr></tbody></table></div>',
    ],
    [
      '<figure><table><tr><td>甲</td></tr></table><figcaption>表</figcaption></figure>',
      '<div class="table"><table><caption>表</caption><tbody><tr><td>甲</td></tr></tbody></table></div>',
    ],
  ])('%j is set as pictures of Markdown are', (markdown, expected) => {
    expect(html(markdown).replace(/\n\s*/g, '')).toBe(expected)
  })

  it('sets pictures abreast, with those of Markdown, and under one caption', () => {
    const row = html('<img src="a.jpg"> ![](b.jpg)\n<img src="c.jpg">')
    expect(row).toContain('data-abreast="3"')
    const captioned = html(
      '<figure><img src="a.jpg"><img src="b.jpg"><figcaption>图</figcaption></figure>',
    )
    expect(captioned).toContain('<figure class="figure one-caption" data-abreast="2">')
    expect(captioned.match(/<figcaption>/g)).toHaveLength(1)
  })

  it.each([
    ['width="300"', { widthMm: 79.375 }],
    ['width=300px height=200px', { widthMm: 79.375, heightMm: 52.916 }],
    ['width="50%"', { width: 0.5 }],
    ['style="max-width:100%; width: 50%;"', { width: 0.5 }],
    ['style="width:8cm" width="100"', { widthMm: 80 }],
    ['width="150%"', { width: 1 }],
    ['width="auto"', {}],
  ])('reads the width of <img %s>', (attributes, wish) => {
    const { at, src, abreast, ...wished } =
      page(`<img src="a.jpg" ${attributes}>`).pictures[0] ?? {}
    const rounded = Object.entries(wished).map(([key, value]) => [
      key,
      expect.closeTo(Number(value), 2),
    ])
    expect(wish).toEqual(Object.fromEntries(rounded))
  })

  it('cannot forge an element of ours', () => {
    const forged = '<div own0="0" own1="1" class="page-break">甲</div>'
    const { html } = page(`**乙** ${forged}\n\n## 丙\n\n<aside class="editors-note">丁</aside>`)
    expect(html).not.toMatch(/page-break|editors-note|own\d/)
    expect(html).toContain('<strong>乙</strong>')
    expect(html).toContain('<h3 class="heading-1">丙</h3>')
  })

  it('leaves our own elements as they are', () => {
    const ours =
      '> 按：甲\n\n![图](a.jpg)\n\n1. 乙\n\n|丙|\n|-|\n|丁|\n\n```\n戊\n```\n\n己[^1]\n\n[^1]: 注'
    expect(
      page(`${ours}\n\n<u>庚</u>`).html.replace('<p><u>庚</u></p>', '').replace(/\n/g, ''),
    ).toBe(html(ours).replace(/\n/g, ''))
  })

  it('says which table or script has no end, and where', () => {
    expect(page('甲\n\n<table>\n<tr><td>乙\n\n丙').said).toEqual(['3:1 html-open'])
    expect(page('甲 <!-- <table> --> <iframe>乙').said).toContain('1:20 html-open')
  })
})
