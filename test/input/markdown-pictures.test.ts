import { describe, expect, it } from 'vitest'
import { html, page } from '../kit/markdown-page.js'

describe('pictures', () => {
  it('alone in a paragraph are a figure with a caption', () => {
    expect(html('![合\n影](images/a.jpg)')).toBe(
      '<figure class="figure" data-abreast="1"><div class="picture">' +
        '<img src="images/a.jpg" alt="合影"><figcaption>合影</figcaption></div></figure>',
    )
  })

  it('stand side by side, in even rows of three at most', () => {
    const rows = (count: number) =>
      [...html('![](a.jpg)\n'.repeat(count)).matchAll(/data-abreast="(\d)"/g)].map(([, n]) => n)
    expect([1, 2, 3, 4, 5, 7].map((count) => rows(count).join(''))).toEqual([
      '1',
      '2',
      '3',
      '22',
      '32',
      '331',
    ])
  })

  it('within a text are as small as the text', () => {
    expect(html('按![键](k.png)键')).toBe(
      '<p>按<img class="inline-picture" src="k.png" alt="键">键</p>',
    )
  })

  it.each([
    ['caption=above', '<figcaption>图</figcaption><img src="a.jpg" alt="图">'],
    ['图注=上', '<figcaption>图</figcaption><img src="a.jpg" alt="图">'],
    ['caption=none width=50%', '<div class="picture"><img src="a.jpg" alt="图"></div>'],
    ['图注=无', '<div class="picture"><img src="a.jpg" alt="图"></div>'],
  ])('obey %s', (directive, expected) => {
    expect(html(`![图](a.jpg "${directive}")`)).toContain(expected)
  })

  it('are listed with their place, decoded path, width and neighbours', () => {
    const { pictures } = page(
      '![甲](images/%E5%A4%A7%20图.jpg "宽=60%") ![](100%.jpg)\n\n字![](c.png)',
    )
    expect(pictures).toEqual([
      { src: 'images/大 图.jpg', at: { line: 1, column: 1 }, width: 0.6, abreast: 2 },
      { src: '100%.jpg', at: { line: 1, column: 40 }, abreast: 2 },
      { src: 'c.png', at: { line: 3, column: 2 }, abreast: 1 },
    ])
  })

  it.each([
    ['甲。\n![](a.jpg)', '<p>甲。</p>', '<figure'],
    ['甲。<br>![](a.jpg)<br>', '<p>甲。</p>', '<figure'],
    ['甲。\\\n[![](a.jpg)](https://a.cn)\n乙', '<p>甲。</p>', '<figure', '<p>乙</p>'],
    ['甲，\n**![](a.jpg)**\n乙', '<p>甲，</p>', '<figure', '<p class="continued">乙</p>'],
    ['![](a.jpg)\n乙', '<figure', '<p>乙</p>'],
  ])('on a line of their own part the paragraph: %j', (markdown, ...parts) => {
    const set = html(markdown)
    expect(
      set.split(/(?<=<\/p>|<\/figure>)/).map((part, i) => part.startsWith(parts[i] ?? '-')),
    ).toEqual(parts.map(() => true))
    expect(set).not.toContain('inline-picture')
  })

  it('on a line of their own in a list stand between its lines', () => {
    expect(html('- 甲\n  ![图](a.jpg)\n- 乙')).toContain('<li>甲<figure class="figure"')
  })

  it('in a table have the width of their cell, whatever else is in it', () => {
    const { html, pictures } = page(
      '| ![图](a.jpg) | 甲 | 乙 |\n|-|-|-|\n| 丙![图](a.jpg "width=10%") | > | 丁 |',
    )
    expect(html).toContain('<th><img class="cell-picture" src="a.jpg" alt="图"></th>')
    expect(pictures.map(({ cell, width }) => [cell, width])).toEqual([
      [1 / 3, undefined],
      [1 / 3, 0.1],
    ])
  })

  it.each([
    ['Opening', 'Opening'],
    ['城东区 活动现场', '城东区 活动现场'],
    ['The split', 'The split'],
    ['合影 width=50%', '合影'],
  ])('without a description have the title “%s” as their caption', (title, caption) => {
    expect(html(`![](a.jpg "${title}")`)).toContain(`<figcaption>${caption}</figcaption>`)
    expect(html(`![图](a.jpg "${title}")`)).toContain('<figcaption>图</figcaption>')
  })

  it.each([
    ['![图](a.jpg"width=50%")', { src: 'a.jpg', width: 0.5 }],
    ['![图](images/现场.png“宽=50%”)', { src: 'images/现场.png', width: 0.5 }],
    ['![图](a"b.jpg)', { src: 'a"b.jpg' }],
  ])('have their title where no blank stands before it: %s', (markdown, expected) => {
    const { pictures, said } = page(markdown)
    expect(said).toEqual([])
    expect(pictures).toMatchObject([expected])
  })

  it.each([
    ['width=300', 79.375],
    ['宽=300px', 79.375],
    ['width=8cm', 80],
    ['宽度=80毫米', 80],
  ])('are as wide as %s says', (directive, mm) => {
    expect(page(`![图](a.jpg "${directive}")`).pictures[0]?.widthMm).toBeCloseTo(mm)
  })

  it.each([
    ['widht=60%', '改成 width=60%。'],
    ['caption=top', '写成 caption=above 或 caption=none。'],
    ['width=0%', '宽度写成 1% 到 100%，如 width=60%；也可以写 width=8cm。'],
    ['width=大', '宽度写成 1% 到 100%，如 width=60%；也可以写 width=8cm。'],
  ])('say what to write instead of %s', (directive, hint) => {
    const { diagnostics } = page(`![图](a.jpg "${directive}")`)
    expect(diagnostics.map((said) => [said.rule, said.severity, said.hint])).toEqual([
      ['image-directive', 'warning', hint],
    ])
  })

  it.each([
    ['https://a.cn/a.jpg', 'image-remote'],
    ['//a.cn/a.jpg', 'image-remote'],
    ['data:image/png;base64,x', 'image-data'],
    ['file:///a.jpg', 'image-absolute'],
    ['/etc/a.jpg', 'image-absolute'],
    ['%2Fetc/a.jpg', 'image-absolute'],
    ['C:/a.jpg', 'image-absolute'],
    ['images\\a.jpg', 'image-backslash'],
    ['ftp://a.cn/a.jpg', 'image-scheme'],
    ['', 'image-empty'],
    ['qr:', 'qr-empty'],
  ])('from %j are refused', (url, rule) => {
    const { diagnostics, html, pictures } = page(`甲\n\n![图](<${url}>)`)
    expect(diagnostics.map((said) => [said.rule, said.severity, said.at.line])).toEqual([
      [rule, 'error', 3],
    ])
    expect(html).not.toContain('<img')
    expect(pictures).toEqual([])
  })

  it('leave paths that lead out of the folder to whoever reads the disk', () => {
    expect(page('![](../../a.jpg)').pictures[0]?.src).toBe('../../a.jpg')
  })
})

describe('QR codes', () => {
  it('are drawn in millimetres, with a name for who cannot see them', () => {
    const code = html('![扫码](qr:https://example.com/?a=1)')
    expect(code).toMatch(
      /<svg class="qr-code" width="30mm" height="30mm" viewBox="0 0 (\d+) \1" shape-rendering="crispEdges" role="img" aria-label="扫码"><path d="M4 4h7v1h-7z/,
    )
    expect(code).toContain('<figcaption>扫码</figcaption>')
  })

  it('survive HTML elsewhere in the article', () => {
    const code = html('![扫码](qr:https://example.com)')
    expect(page('![扫码](qr:https://example.com)\n\n甲<u>乙</u>').html).toContain(code)
  })

  it('refuse what no reader could scan', () => {
    expect(page(`![](qr:${'甲'.repeat(1000)})`).said).toEqual(['1:1 qr-too-long'])
  })
})
