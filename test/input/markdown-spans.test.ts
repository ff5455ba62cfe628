import { describe, expect, it } from 'vitest'
import { fixArticle } from '../../src/lint/fix-article.js'
import { html, page } from '../kit/markdown-page.js'

const line = (markdown: string) => html(markdown).replace(/^<p>|<\/p>$/g, '')

describe('superscript and subscript', () => {
  it.each([
    ['H~2~O', 'H<sub>2</sub>O'],
    [
      '含CO~2~和(NH~4~)~2~SO~4~的水',
      '含CO<sub>2</sub>和(NH<sub>4</sub>)<sub>2</sub>SO<sub>4</sub>的水',
    ],
    ['面积3m^2^，即平方米^2^', '面积3m<sup>2</sup>，即平方米<sup>2</sup>'],
    ['10^-3^，Fe^3+^，SO~4~^2-^', '10<sup>-3</sup>，Fe<sup>3+</sup>，SO<sub>4</sub><sup>2-</sup>'],
    ['x~max~，V~平均~，碳~14~的', 'x<sub>max</sub>，V<sub>平均</sub>，碳<sub>14</sub>的'],
    ['结束。^1^另起^[2]^', '结束。<sup>1</sup>另起<sup>[2]</sup>'],
    ['**CO~2~**和==m^2^==', '<strong>CO<sub>2</sub></strong>和<mark>m<sup>2</sup></mark>'],
    ['~~旧~~新', '<del>旧</del>新'],
  ])('%s', (markdown, expected) => {
    expect(line(markdown)).toBe(expected)
  })

  it.each([
    '3~5天，6~8天',
    '2~3月，5~6月',
    '2~3月5~6月',
    '3~5~7天',
    '上午9~11时,下午2~4时',
    '10~20%、30~40%',
    '周一~周五~周日',
    'A~B~C',
    'x^2+y^2=z^2',
    '3^2和4^2',
    'x^n和y^n的',
    'x^2,y^2',
    '2^10^2',
    '(^o^)和^_^',
    '数据^[1]和^[2,3]',
    'm ^2^ 和 H ~2~ O',
  ])('is not in %s', (markdown) => {
    expect(line(markdown)).toBe(markdown)
  })
})

describe('marked text', () => {
  it.each([
    ['这是==重点==内容', '这是<mark>重点</mark>内容'],
    ['==甲\n乙==丙', '<mark>甲乙</mark>丙'],
    [
      '==**粗**==，**粗==标==粗**',
      '<mark><strong>粗</strong></mark>，<strong>粗<mark>标</mark>粗</strong>',
    ],
    ['增长 ==5%== 以上', '增长 <mark>5%</mark> 以上'],
  ])('%j', (markdown, expected) => {
    expect(line(markdown)).toBe(expected)
  })

  it.each(['a==b', 'a==b且c==d', 'a==甲且b==乙', 'x == y == z', '甲==', '====', '==甲\n\n乙=='])(
    'is not in %j',
    (markdown) => expect(html(markdown)).not.toContain('<mark>'),
  )
})

it.each(['H~2~O m^2^ ==甲== ^[乙] ![[a.jpg]] $x$', '[!NOTE] {width=50%}'])(
  '%s in code stays as typed, and escaped it is text',
  (text) => {
    expect(line(`\`${text}\``)).toBe(`<code>${text}</code>`)
    expect(html(`\`\`\`\n${text}\n\`\`\``)).toBe(`<pre class="code"><code>${text}</code></pre>`)
    expect(line(text.replace(/[~^=![{$]/g, '\\$&'))).toBe(text)
  },
)

describe('a note within the text', () => {
  it('is a footnote, numbered with the others, with any markup in it', () => {
    const made = html('甲^[见[报告](https://a.cn)的**结论**。]，乙[^a]。\n\n[^a]: 丙')
    expect(made).toContain('<p>甲<sup class="footnote-mark"><a href="#a12-fn1">①</a></sup>，乙')
    expect(made).toContain(
      '</span>见<a href="https://a.cn">报告</a>的<strong>结论</strong>。</p></li>',
    )
    expect(made).toMatch(/②<\/span>丙/)
  })

  it('goes on over lines, also in a quotation, and stands in lists and tables', () => {
    expect(html('> 甲^[一\n> 二**三\n> 四**]乙')).toContain('①</span>一二<strong>三四</strong></p>')
    expect(html('- 甲^[乙]')).toContain('①</span>乙</p>')
    expect(html('| 甲^[乙] |\n|-|')).toContain('①</span>乙</p>')
    expect(html('甲^[乙^[丙]丁]')).toMatch(/①<\/span>乙<sup.*丁<\/p>.*②<\/span>丙<\/p>/s)
  })

  it.each(['甲^[]', '甲^[1]', '[^[a]b', '甲^[乙\n\n丙]'])('is none in %j', (markdown) => {
    expect(page(markdown).html).not.toContain('class="footnote-mark"')
  })
})

describe('an alert', () => {
  it.each([
    ['NOTE', '注意'],
    ['TIP', '提示'],
    ['IMPORTANT', '重要'],
    ['warning', '警告'],
    ['CAUTION', '小心'],
    ['note] 领取办法', '领取办法'],
    ['tip]- 小贴士', '小贴士'],
  ])('[!%s is a framed note with the title %s', (mark, title) => {
    const written = mark.includes(']') ? mark : `${mark}]`
    expect(html(`> [!${written}\n> 带**身份证**。\n>\n> 每人一份。`).replaceAll('\n', '')).toBe(
      `<aside class="editors-note"><p><strong>${title}</strong></p>` +
        '<p>带<strong>身份证</strong>。</p><p>每人一份。</p></aside>',
    )
  })

  it.each(['> [!甲]\n> 乙', '> [NOTE]\n> 乙', '> 见[!NOTE]'])('is not %j', (markdown) => {
    expect(html(markdown)).toContain('<blockquote class="quotation">')
  })

  it('is left to stand by --fix, also on one line', () => {
    const text = '> [!NOTE]\n> 会议强调。\n\n> [!TIP]好'
    expect(fixArticle({ path: '01.md', absolute: '/issue/01.md', text }, {}).text).toBe(text)
  })
})

describe('pictures of other programs', () => {
  it.each([
    ['![图](a.jpg){width=50%}', { width: 0.5 }],
    ['![图](a.jpg){ .center #fig:1 width="8cm" height=30mm }', { widthMm: 80, heightMm: 30 }],
    ['![图](a.jpg){: width=300px}', { widthMm: 79.375 }],
    ['![图](a.jpg "图注=无"){宽=40%}', { width: 0.4 }],
    ['[![图](a.jpg)](https://a.cn){width=50%}', { width: 0.5 }],
    ['![[a.jpg]]', {}],
    ['![[a.jpg|300]]', { widthMm: 79.375 }],
    ['![[a.jpg|现场|300x192]]', { widthMm: 79.375, heightMm: 50.8 }],
  ])('%s', (markdown, size) => {
    const { pictures, html, said } = page(markdown)
    expect(pictures).toEqual([{ src: 'a.jpg', at: expect.anything(), abreast: 1, ...size }])
    expect(html).toMatch(/^<figure/)
    expect(html).not.toMatch(/[{}[\]]/)
    expect(said).toEqual([])
  })

  it('have their words, and stand in tables with a backslash before the bar', () => {
    expect(html('![[images/照片 (1).jpg|现场]]')).toContain(
      '<img src="images/照片 (1).jpg" alt="现场"><figcaption>现场</figcaption>',
    )
    expect(page('| ![[a.jpg\\|96]] | 甲 |\n|-|-|').pictures[0]).toMatchObject({ widthMm: 25.4 })
  })

  it('leave in the text what is for no picture', () => {
    expect(line('![图](a.jpg){不是}甲')).toContain('>{不是}甲')
    expect(line('甲{width=50%}，![图](a.jpg){{x}}')).toMatch(/^甲\{width=50%\}，<img .*>\{\{x\}\}$/)
  })

  it.each([
    ['![[附件.pdf]]', 'warning'],
    ['![[https://a.cn/a.jpg]]', 'error'],
  ])('are told of when they are none: %s', (markdown, severity) => {
    const { diagnostics } = page(markdown)
    expect(diagnostics.map((one) => [one.rule, one.severity])).toEqual([['image-form', severity]])
  })

  it('say which width cannot be read', () => {
    expect(page('![图](a.jpg){width=大}').said).toEqual(['1:1 image-directive'])
  })
})
