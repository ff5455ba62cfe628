import { describe, expect, it } from 'vitest'
import { html, page } from '../kit/markdown-page.js'

describe('a formula', () => {
  it('in a line is MathML', () => {
    expect(html('公式$E=mc^2$成立')).toBe(
      '<p>公式<math><mrow><mi>E</mi><mo>=</mo><mi>m</mi><msup><mi>c</mi><mn>2</mn></msup></mrow></math>成立</p>',
    )
    expect(html('$\\text{速度}=\\frac{s}{t}$')).toContain(
      '<mtext>速度</mtext><mo>=</mo><mfrac><mi>s</mi><mi>t</mi></mfrac>',
    )
  })

  it.each(['$$x$$', '$$\nx\n$$', '$$x\n$$', '$$\nx$$', '$$\n\nx\n\n$$'])(
    'on lines of its own is a block: %j',
    (markdown) => {
      const block = '<div class="formula"><math display="block"><mi>x</mi></math></div>'
      expect(html(markdown)).toBe(block)
      expect(html(`> ${markdown.replaceAll('\n', '\n> ')}\n\n后`)).toContain(block)
      expect(html(`- 甲\n\n  ${markdown.replaceAll('\n', '\n  ')}\n- 乙`)).toContain(block)
    },
  )

  it.each([
    ['率\\(r=(a/b-1)\\times100\\%\\)为', '$r=(a/b-1)\\times100\\%$'],
    ['取\\( x \\)。', '$x$'],
    ['\\[E=mc^2\\]', '$$E=mc^2$$'],
    ['\\[\na\n- b\\\\[2pt]\n\\]', '$$\na\n- b\\\\[2pt]\n$$'],
    ['- 甲\n  \\[\n  a_1\n  \\]\n- 乙', '- 甲\n  $$\n  a_1\n  $$\n- 乙'],
  ])('may have the marks of TeX: %j', (markdown, same) => {
    const [math] = /<math.*<\/math>/.exec(html(markdown)) ?? []
    expect(math).toBe(/<math.*<\/math>/.exec(html(same))?.[0])
    expect(math).toBeDefined()
  })

  it.each([
    ['见\\[1\\]', '见[1]'],
    ['\\(注\\)', '(注)'],
    ['\\(1\\)', '(1)'],
    ['\\[x-y\\]', '[x-y]'],
    ['\\\\(a=b\\\\)', '\\(a=b\\)'],
    ['\\[图1=图2', '[图1=图2'],
  ])('is none where brackets are escaped: %s', (markdown, text) => {
    expect(html(markdown)).toBe(`<p>${text}</p>`)
  })

  it('keeps what would be lists and headings elsewhere', () => {
    const { html } = page('$$\na\n- b\n= c\n$$\n\n后')
    expect(html).toMatch(
      /^<div class="formula"><math.*<mo>−<\/mo><mi>b<\/mi>.*<\/div>\n<p>后<\/p>$/,
    )
  })

  it('survives HTML in the article, and joins the lines around it', () => {
    expect(html('$a$<u>乙</u>\n\n$$b$$')).toBe(
      '<p><math><mi>a</mi></math><u>乙</u></p>\n' +
        '<div class="formula"><math display="block"><mi>b</mi></math></div>',
    )
    expect(html('甲\n$a$\n乙')).toBe('<p>甲<math><mi>a</mi></math>乙</p>')
    expect(html('| $a$ | $$b$$ |\n|-|-|')).toContain(
      '<th><math><mi>a</mi></math></th><th><math displaystyle="true"><mi>b</mi></math></th>',
    )
  })

  it.each([
    '单价$5和$6',
    '单价$5，$6',
    'US$5/A$7',
    '$HOME/$USER',
    '每件$5，每箱$8。共$20元',
    '$ a $',
    '$5、$',
    '$中文$',
    '(约$1,000)',
  ])('is none in %s', (markdown) => {
    expect(html(markdown)).toBe(`<p>${markdown}</p>`)
  })

  it.each(['`$x$`', '```\n$$x$$\n```', '\\$x\\$'])('is none in %j', (markdown) => {
    expect(html(markdown)).not.toContain('<math')
  })

  it.each(['甲$\\foo$', '甲$x^{$', '甲$\\href{javascript:x}{a}$'])(
    'that cannot be read prints as typed, with a warning: %s',
    (markdown) => {
      const { html, said, diagnostics } = page(markdown)
      expect(html).toBe(`<p>${markdown}</p>`)
      expect(said).toEqual(['1:2 formula'])
      expect(diagnostics[0]?.severity).toBe('warning')
    },
  )

  it.each([
    ['甲\n\n$$\na=b\n\n正文', '3:1 formula-open'],
    ['> $$\n> a\n\n后', '1:3 formula-open'],
    ['- 甲\n  $$\n  a\n- 乙', '2:3 formula-open'],
    ['甲\n\n\\[\na\n', '3:1 formula-open'],
  ])('that never ends is an error where it begins: %j', (markdown, expected) => {
    const { said, diagnostics } = page(markdown)
    expect(said).toEqual([expected])
    expect(diagnostics[0]?.severity).toBe('error')
  })

  it('neither expands without end nor grows without bounds', () => {
    expect(page('$\\def\\a{\\a\\a}\\a$').said).toEqual(['1:1 formula'])
    expect(html('$a\\hspace{9999em}b$')).not.toContain('9999')
  })
})

describe('a formula of several lines', () => {
  it('is broken where \\\\ stands, without any environment', () => {
    expect(html('$$ a+b \\\\ +c $$').match(/<mtr>/g)).toHaveLength(2)
    expect(html('$$ a+b $$')).not.toContain('<mtr>')
  })

  it.each(['\\begin{pmatrix}1\\\\2\\end{pmatrix}', '\\frac{\\frac{a}{b}}{c}'])(
    'within a line is told of, for it would reach into the next: %s',
    (tex) => {
      expect(page(`甲 $${tex}$ 乙`).said).toEqual(['1:3 formula-tall'])
      expect(page(`甲\n\n$$${tex}$$`).said).toEqual([])
    },
  )

  it('is none where it fits: a fraction, a root', () => {
    expect(page('甲 $\\frac{a}{b}+\\sqrt{x^2}$ 乙').said).toEqual([])
  })
})
