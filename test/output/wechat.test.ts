import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fitted, fittedNames, sizeOf } from '../../src/output/wechat/limits.js'
import { linkNotes, wechatHtml } from '../../src/output/wechat/parts.js'
import { articleState } from '../../src/output/wechat/state.js'
import { page } from '../kit/markdown-page.js'
import { saved, textOf, written } from '../kit/wechat-editor.js'

const room = { measure: 156, line: 9, lines: 25 }
const picture = {
  address: 'data:image/jpeg;base64,AAAA',
  width: 1280,
  height: 640,
  box: { width: 156, height: 78 },
  bytes: 3,
}
const drawn = { address: 'data:image/png;base64,BBBB', width: 90, height: 30, depth: 8, bytes: 3 }

/** A text as it is pasted; pictures, wide tables and formulas are there. */
function pasted(markdown: string) {
  const state = articleState({
    pictures: () => picture,
    drawn: () => drawn,
    svg: () => drawn.address,
  })
  const printed = () => ({ address: '', box: picture.box, wished: false })
  const html = wechatHtml(page(markdown).tree, state, printed, room, true)
  return { html: html + linkNotes(state), state }
}

describe('a text for WeChat', () => {
  it('is paragraphs with short styles', () => {
    expect(pasted('第一段，**要紧**。').html).toBe(
      '<p style="margin:1em 0;text-indent:2em">第一段，<strong>要紧</strong>。</p>',
    )
  })

  it('has its links as notes, each address once, none for an address that can be read', () => {
    const { html, state } = pasted(
      '看[网页](https://example.org/a)，再看[这里](https://example.org/a)，或 https://example.org/b 。',
    )
    expect(html).not.toContain('href')
    expect(textOf(html)).toBe(
      '看网页[1]，再看这里[1]，或 https://example.org/b。\n引用链接\n[1] https://example.org/a\n\n',
    )
    expect(state.conversions).toMatchObject([
      { what: 'link', line: 1 },
      { what: 'link', line: 1 },
    ])
  })

  it('has lists as paragraphs with their marks', () => {
    expect(textOf(pasted('1. 甲\n   - 乙\n     1. 丙\n2. 丁').html)).toBe(
      '1.\u00a0甲\n◦\u00a0乙\n（1）\u00a0丙\n2.\u00a0丁\n',
    )
  })

  it('keeps the lines and blanks of code', () => {
    expect(pasted('```\nif x:\n    y  = 1\n```').html).toContain(
      'if\u00a0x:<br>\u00a0\u00a0\u00a0\u00a0y\u00a0\u00a0=\u00a01</section>',
    )
  })

  it.each([
    [4, '<table'],
    [5, '<img src="data:image/png;base64,BBBB" alt="表格"'],
  ])('of %i columns, a table is %s', (columns, start) => {
    const row = (cell: string) => `| ${Array(columns).fill(cell).join(' | ')} |\n`
    const { html } = pasted(row('甲') + row('---') + row('乙'))
    expect(html).toContain(start)
  })

  it('draws a table that is turned on paper', () => {
    const table = '| 甲 | 乙 |\n| --- | --- |\n| 1 | 2 |\n'
    const { html, state } = pasted(
      `<!-- landscape -->\n\n${table}\n<!-- /landscape -->\n\n${table}`,
    )
    expect(html.match(/<img|<table/g)).toEqual(['<img', '<table'])
    expect(state.conversions).toMatchObject([{ what: 'table', line: 3 }])
  })

  it('draws formulas, and sets those in a line on its baseline', () => {
    const { html } = pasted('由 $E=mc^2$ 得\n\n$$ a = b $$')
    expect(html).toContain('style="height:1.88em;vertical-align:-0.5em"')
    expect(html).not.toContain('<math')
  })
})

const word = fc.constantFrom(
  '青禾区',
  '2021年6月',
  '**加粗**',
  '`code  x`',
  '[链接](https://example.org/?a=1&b=2)',
  '$x^2$',
  '<u>下划线</u>',
  'H~2~O',
  '==标记==',
  '<ruby>磐<rt>pán</rt></ruby>',
  '“引号”',
  'a < b & c',
  '![图](a.jpg)',
  '注[^1]',
)
const sentence = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(''))
const block = fc.oneof(
  sentence,
  sentence.map((one) => `## ${one}`),
  sentence.map((one) => `> ${one}`),
  sentence.map((one) => `> 按：${one}`),
  fc
    .array(sentence, { minLength: 1, maxLength: 3 })
    .map((all) => all.map((one) => `- ${one}\n  1. ${one}`).join('\n')),
  sentence.map((one) => `| 甲 | 乙 |\n| --- | ---: |\n| ${one.replaceAll('|', '')} | 1 |`),
  sentence.map((one) => `\`\`\`\n${one}\n\t  x\n\`\`\``),
  fc.constant('$$ \\frac{a}{b} $$'),
  fc.constant('![图](a.jpg) ![图](b.jpg)'),
  fc.constant('![码](qr:https://example.org)'),
  sentence.map((one) => `第一行  \n${one}`),
)
const text = fc
  .array(block, { minLength: 1, maxLength: 8 })
  .map((blocks) => `${blocks.join('\n\n')}\n\n[^1]: 注文，见[网页](https://example.org/n)。\n`)

it('the editor of WeChat changes nothing in it', () => {
  fc.assert(
    fc.property(text, (markdown) => {
      const { html } = pasted(markdown)
      expect(saved(html)).toBe(written(html))
    }),
    { numRuns: 150 },
  )
})

it('the editor of WeChat would change a web page', () => {
  expect(
    saved(
      '<div id="a" class="b" style="position:fixed;color:red;--x:1"><ul><li>甲</li></ul><a href="https://example.org">乙</a><p></p></div>',
    ),
  ).toBe('<section style="color:red"><p>甲</p>乙</section>')
})

describe('the limits of WeChat', () => {
  it('count the whole string, a picture as the address that it gets', () => {
    const long = `<p style="margin:0">甲<img src="data:image/png;base64,${'A'.repeat(50_000)}" style="width:1px"></p>`
    expect(sizeOf(long)).toEqual({ characters: 215, bytes: 217 })
  })

  it.each([
    ['短标题', 10, '短标题', false],
    ['一二三四五六。七八九十', 8, '一二三四五六。', true],
    ['一二三四五六，七八九十', 9, '一二三四五六…', true],
    ['一二三四五六七八九十', 8, '一二三四五六七…', true],
  ])('cut “%s” to %i at a sensible place', (whole, limit, text, isCut) => {
    expect(fitted(whole, limit)).toEqual({ text, isCut })
  })

  it('cut names behind the last that fits', () => {
    expect(fittedNames(['陈思', '欧阳云岚', '李明'], 9)).toEqual({
      text: '陈思、欧阳云岚等',
      isCut: true,
    })
    expect(fittedNames(['陈思', '李明'], 16)).toEqual({ text: '陈思、李明', isCut: false })
  })

  it('never cut in excess, and always below the limit', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 80 }),
        fc.integer({ min: 4, max: 40 }),
        (whole, limit) => {
          const { text, isCut } = fitted(whole, limit)
          expect([...text].length).toBeLessThanOrEqual(limit)
          expect(isCut).toBe([...whole.trim()].length > limit)
        },
      ),
    )
  })
})
