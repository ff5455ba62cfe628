import fc from 'fast-check'
import type { Nodes } from 'hast'
import { describe, expect, it } from 'vitest'
import { html, page } from '../kit/markdown-page.js'

describe('marks of emphasis', () => {
  it.each([
    ['*楷体*', '<em>楷体</em>'],
    ['见 *楷体* 一节', '见 <em>楷体</em> 一节'],
    ['，*楷体*。', '，<em>楷体</em>。'],
    ['*一整段楷体。*', '<em>一整段楷体。</em>'],
    ['_楷体_', '<em>楷体</em>'],
    ['***重点***', '<em><strong>重点</strong></em>'],
    ['**一是强化学习。**各支部', '<strong>一是强化学习。</strong>各支部'],
    ['这是**重点**内容', '这是<strong>重点</strong>内容'],
    ['（一）**重点**内容', '（一）<strong>重点</strong>内容'],
    ['他说**“好”**。', '他说<strong>“好”</strong>。'],
    ['**甲**、**乙**和**丙**', '<strong>甲</strong>、<strong>乙</strong>和<strong>丙</strong>'],
    ['共**5**项，**3**个', '共<strong>5</strong>项，<strong>3</strong>个'],
    ['**重点 **内容', '<strong>重点 </strong>内容'],
    ['** 一、成绩**', '<strong> 一、成绩</strong>'],
    ['** 重点 **', '<strong> 重点 </strong>'],
    ['落实**责任 **，压实**责任**。', '落实<strong>责任 </strong>，压实<strong>责任</strong>。'],
    ['第3**期**和第4**期**', '第3<strong>期</strong>和第4<strong>期</strong>'],
  ])('%j becomes %j', (markdown, expected) => {
    expect(html(markdown)).toBe(`<p>${expected}</p>`)
  })

  it.each([
    '池长3*4*5米',
    '2*3=6，4*5=20',
    'A*B*C',
    '得 2 ** 3 ** 4',
    '张** 和李**',
    '5**2',
    '2**3**4',
    'file_name_x',
    '甲****乙',
    '138****1234，139****5678',
    '京A**12、京B**34',
    '张**、李**、王**三人',
    '*、**、***分别表示在10%、5%、1%水平显著',
    '单位（*）与（*）',
    '带“*”号的，和带“*”号的',
    '姓名：____，电话：____。',
    '姓名：____电话：____',
    '姓名_____电话_____',
  ])('%s is text', (markdown) => {
    expect(html(markdown)).toBe(`<p>${markdown}</p>`)
  })

  it.each([
    ['单价*数量*折扣', '1:3'],
    ['注：*为估计数，带*的单位未报。', '1:3'],
    ['甲。\n*注：带*为快报数。', '2:1'],
    ['*注意*下列事项', '1:1'],
    ['张**和李**等人', '1:2'],
    ['张*和李*等人', '1:2'],
    ['0.35**和0.42**', '1:5'],
    ['价格***元，数量***件', '1:3'],
    ['（甲+乙）*丙*（丁）', '1:6'],
    ['3 *4* 5', '1:3'],
    ['**甲*', '1:1'],
    ['调用 __init__ 方法', '1:4'],
  ])('%s is text, with a word about it', (markdown, at) => {
    const { html, said, diagnostics } = page(markdown)
    expect(html.replace(/<\/?p>|\n/g, '')).toBe(markdown.replace('\n', ''))
    expect(said).toEqual([`${at} emphasis-unclear`])
    expect(diagnostics[0]?.severity).toBe('warning')
  })

  it('are the only characters that are ever lost, and only in pairs', () => {
    const piece = fc.constantFrom(
      ...[
        '*',
        '**',
        '***',
        '_',
        '__',
        ' ',
        '甲',
        '乙丙',
        '，',
        '。',
        '（',
        '）',
        '“',
        '”',
        '3',
        'a',
      ],
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const written = `甲${pieces.join('')}乙`
        const [paragraph] = page(written).tree.children
        expect(paragraph ? withMarks(paragraph).replaceAll('_', '*') : '').toBe(
          written.replaceAll('_', '*'),
        )
      }),
      { numRuns: 2000 },
    )
  })
})

/** The text of a node, including the marks of its emphasis. */
function withMarks(node: Nodes): string {
  if (node.type === 'text') return node.value
  if (!('children' in node)) return ''
  const inside = node.children.map(withMarks).join('')
  const tag = node.type === 'element' ? node.tagName : ''
  const mark = tag === 'em' ? '*' : tag === 'strong' ? '**' : ''
  return `${mark}${inside}${mark}`
}
