import { describe, expect, it } from 'vitest'
import { html, page } from '../kit/markdown-page.js'

/** The rows of a table with the spans of the cells: `[甲 2x1]` for `td`, `(乙)` for `th`. */
const rows = (markdown: string) =>
  [...html(markdown).matchAll(/<tr>(.*?)<\/tr>/g)].map(([, row = '']) =>
    [...row.matchAll(/<(t[hd])([^>]*)>(.*?)<\/t[hd]>/g)]
      .map(([, name, attributes = '', text]) => {
        const span = (of: string) => new RegExp(`${of}="(\\d+)"`).exec(attributes)?.[1] ?? '1'
        const size = `${span('colspan')}x${span('rowspan')}`
        const cell = size === '1x1' ? text : `${text} ${size}`
        return name === 'th' ? `[${cell}]` : `(${cell})`
      })
      .join(''),
  )

describe('tables', () => {
  it('keep the sides of their columns', () => {
    expect(html('|甲|乙|丙|\n|:-|:-:|-:|\n|1|2|3|')).toBe(
      '<div class="table"><table><thead><tr><th align="left">甲</th><th align="center">乙</th>' +
        '<th align="right">丙</th></tr></thead><tbody><tr><td align="left">1</td>' +
        '<td align="center">2</td><td align="right">3</td></tr></tbody></table></div>',
    )
  })

  it.each([
    [
      'to the right, the text in the last',
      '|甲|乙|丙|\n|-|-|-|\n|>|>|合计|',
      ['[甲][乙][丙]', '(合计 3x1)'],
    ],
    ['above', '|甲|乙|\n|-|-|\n|1|2|\n|^|3|\n|^|4|', ['[甲][乙]', '(1 1x3)(2)', '(3)', '(4)']],
    [
      'into a rectangle',
      '|甲|乙|丙|\n|-|-|-|\n|>|1|2|\n|^|^|3|',
      ['[甲][乙][丙]', '(1 2x2)(2)', '(3)'],
    ],
    [
      'into a rectangle, joined the other way',
      '|甲|乙|\n|-|-|\n|>|1|\n|>|^|\n|2|3|',
      ['[甲][乙]', '(1 2x2)', '', '(2)(3)'],
    ],
    ['in the header', '|>|甲|乙|\n|-|-|-|\n|1|2|3|', ['[甲 2x1][乙]', '(1)(2)(3)']],
    [
      'into a header of two rows',
      '|单位|>|人数|\n|-|-|-|\n|^|男|女|\n|甲|1|2|',
      ['[单位 1x2][人数 2x1]', '[男][女]', '(甲)(1)(2)'],
    ],
    ['not when escaped', '|甲|乙|丙|\n|-|-|-|\n|\\>|&gt;|\\^|', ['[甲][乙][丙]', '(>)(>)(^)']],
    [
      'not when there is more',
      '|甲|乙|丙|\n|-|-|-|\n|> 5|**>**|^2|',
      ['[甲][乙][丙]', '(> 5)(<strong>></strong>)(^2)'],
    ],
    ['with short rows filled up', '|甲|乙|\n|-|-|\n|1|', ['[甲][乙]', '(1)()']],
  ])('join cells %s', (_, markdown, expected) => {
    expect(rows(markdown)).toEqual(expected)
  })

  it('have no header when its cells are empty', () => {
    expect(html('|||\n|-|-|\n|1|2|')).not.toContain('thead')
  })

  it.each([
    ['|甲|乙|\n|-|-|\n|1|>|', '3:4'],
    ['|^|乙|\n|-|-|\n|1|2|', '1:2'],
    ['|甲|乙|\n|-|-|\n|>|1|\n|2|^|', '4:4'],
    ['|甲|乙|丙|\n|-|-|-|\n|>|1|2|\n|^|3|^|', '4:2'],
  ])('point at the cell that cannot be joined: %j', (markdown, at) => {
    const { diagnostics, said } = page(markdown)
    expect(said).toContain(`${at} table-join`)
    expect(diagnostics.every(({ severity }) => severity === 'error')).toBe(true)
  })

  it('say which text has no column', () => {
    const { diagnostics } = page('|甲|\n|-|\n|1|多出来的|')
    expect(diagnostics.map(({ rule, message }) => [rule, message])).toEqual([
      ['table-extra-cell', '这一行有 2 格，表头只有 1 格，“多出来的”印不出来。'],
    ])
  })
})

describe('lines with tabs', () => {
  it('are a table, with a warning, when there are as many tabs in each', () => {
    const { html, said } = page(
      '如下：\n\n序号\t项目\t标准\n1\t午餐费\t**12**元\n2\t校服费\t\n\n后文',
    )
    expect(html.replace(/\n/g, '')).toBe(
      '<p>如下：</p><div class="table"><table><thead><tr><th>序号</th><th>项目</th><th>标准</th></tr></thead>' +
        '<tbody><tr><td>1</td><td>午餐费</td><td><strong>12</strong>元</td></tr>' +
        '<tr><td>2</td><td>校服费</td><td></td></tr></tbody></table></div><p>后文</p>',
    )
    expect(said).toEqual(['3:1 table-tabs'])
  })

  it.each([
    '1.\t提高认识\n2.\t加强领导\n3.\t抓好落实',
    '时间：\t五月\n地点：\t操场\n主持：\t班主任',
    '甲方：\t\t乙方：\n电话：\t\t电话：\n日期：\t\t日期：',
    '姓名\t分数\n陈思\t98',
  ])('are none for numbers, labels and two lines: %j', (markdown) => {
    expect(html(markdown)).not.toContain('<table')
  })
})
