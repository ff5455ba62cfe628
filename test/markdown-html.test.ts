import { describe, expect, it } from 'vitest'
import { html, page } from './markdown-page.js'

describe('an author’s HTML', () => {
  it('passes tables with joined cells, without looks of their own', () => {
    const table =
      '<table class="note" style="x"><caption>表</caption><tr id="a"><th colspan="2" onclick="x()">' +
      '甲</th></tr><tr><td rowspan=999 align=RIGHT bgcolor=red>教\n  育</td></tr></table>'
    expect(html(table)).toBe(
      '<div class="table"><table><caption>表</caption><tbody><tr><th colspan="2">甲</th></tr>' +
        '<tr><td align="right">教育</td></tr></tbody></table></div>',
    )
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
    ['甲<span style="x">乙</span>', '<p>甲乙</p>', '1:2'],
    ['<div>甲</div>', '<p>甲</p>', '1:1'],
    ['<center>\n\n**甲**\n\n</center>', '<p><strong>甲</strong></p>', '1:1'],
    ['<p>甲</p>', '<p>甲</p>', '1:1'],
    ['甲<b>乙</b>', '<p>甲<strong>乙</strong></p>', '1:2'],
    ['甲<i>乙</i>', '<p>甲<em>乙</em></p>', '1:2'],
    ['甲\n乙<font color=red>丙</font>', '<p>甲乙丙</p>', '2:2'],
    ['<h2 class="heading-1">甲</h2>', '<p>甲</p>', '1:1'],
    ['甲<img src="a.jpg" onerror="x">乙', '<p>甲乙</p>', '1:2'],
    ['甲<constructor>乙</constructor>', '<p>甲乙</p>', '1:2'],
    ['甲<script>alert(**x**)</script>乙', '<p>甲乙</p>', '1:2'],
    ['<style>\n.a{}\n\n.b{}\n</style>', '', '1:1'],
    ['<iframe src="x">\n\n内\n\n</iframe>', '', '1:1'],
    ['甲<svg><p>乙</p></svg>', '<p>甲</p>', '1:2'],
  ])('%j leaves %j and a warning', (markdown, expected, at) => {
    const { html, said, diagnostics } = page(markdown)
    expect(html.replace(/^\n+|\n+$/g, '').replace(/\n+/g, '')).toBe(expected)
    expect(said).toEqual([`${at} html-element`])
    expect(diagnostics[0]?.severity).toBe('warning')
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
