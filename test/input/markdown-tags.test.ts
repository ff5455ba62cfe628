import { describe, expect, it } from 'vitest'
import { parseMarkdown } from '../../src/input/markdown/markdown.js'
import { html, page } from '../kit/markdown-page.js'

const escaped = (text: string) => text.replaceAll('&', '&#x26;').replaceAll('<', '&#x3C;')

describe('what stands between < and >', () => {
  it.each([
    '型号<X1>，联系<dept>科',
    'Vec<String>和HashMap<K, V>',
    '<张三>和<abc@x>',
    '<dept:科>室',
    '<my-tag>好</my-tag>',
    '<X1 a="b">好</X1>',
    '若a<b>c则',
    'std::vector<p>和List<Object>、List<Map>',
    '用<video />播放，用 <video> 标签，用 <DIV/>',
    '好</dept>，好</div>坏',
    '**型号<X1>**',
  ])('%s is text', (markdown) => {
    const words = html(markdown).replace(/<\/?(?:p|strong)>/g, '')
    expect(words).toBe(escaped(markdown.replaceAll('**', '')))
  })

  it.each(['<X1>', '<dept>\n下一行', '<String>'])('%j on lines of its own is text', (markdown) => {
    expect(html(`甲\n\n${markdown}\n\n乙`)).toContain(escaped(markdown).replace('\n', ''))
  })

  it('is one text for the checks, at its place', () => {
    const { body } = parseMarkdown('型号a<b>c，<video />好', { file: '01.md' })
    const [paragraph] = body.children
    expect(paragraph?.type === 'paragraph' && paragraph.children).toMatchObject([
      { type: 'text', value: '型号a<b>c，<video />好', position: { end: { column: 19 } } },
    ])
  })

  it('is text within a table of HTML as well', () => {
    expect(html('<table><tr><td>型号<X1></td></tr></table>')).toContain('<td>型号&#x3C;X1></td>')
  })

  it.each([
    ['<a@b.cn>', '<a href="mailto:a@b.cn">a@b.cn</a>'],
    ['<https://a.cn>', '<a href="https://a.cn">https://a.cn</a>'],
    ['H<sub>2</sub>O<br/>好', 'H<sub>2</sub>O<br>好'],
    ['a<b>b</b>c', 'a<strong>b</strong>c'],
  ])('%s is what it was meant for', (markdown, expected) => {
    expect(html(markdown)).toBe(`<p>${expected}</p>`)
  })

  it.each([
    '好<script>alert(1)</script>好',
    '好<iframe src="x" />好',
    '好<video src="a.mp4" />好',
    '好<style>*{}</style>好',
  ])('%s goes with a warning', (markdown) => {
    const { html, said } = page(markdown)
    expect(html).toBe('<p>好好</p>')
    expect(said).toEqual(['1:2 html-element'])
  })

  it.each(['好 <script> 标签', '<u>重点', '好<iframe src="x">好'])('%s is an error', (markdown) => {
    expect(page(markdown).diagnostics.some(({ rule }) => rule === 'html-open')).toBe(true)
  })
})
