import fc from 'fast-check'
import { toHtml } from 'hast-util-to-html'
import { toString as textOf } from 'hast-util-to-string'
import { describe, expect, it } from 'vitest'
import { setType } from '../../src/typeset/typography/typography.js'
import { page } from '../kit/markdown-page.js'

const set = (markdown: string, gap = true) => setType(page(markdown).tree, { gap })
/** The typeset text, without the markup of unbreakable runs. */
const words = (markdown: string, gap = true) => textOf(set(markdown, gap)).trim()
const html = (markdown: string) => toHtml(set(markdown))

describe('spaces beside markup', () => {
  it.each([
    ['中文 **重点** 中文', '中文重点中文'],
    ['中文 *楷体* ，中文', '中文楷体，中文'],
    ['见 [报告](https://a.cn) 的结论', '见报告的结论'],
    ['见[ 报告 ](https://a.cn)的', '见报告的'],
    ['数据[^1] 显示\n\n[^1]: 注', '数据①显示'],
    ['陈 思[^1] 到会\n\n[^1]: 注', '陈　思①到会'],
    ['旧 ~~删~~ 新', '旧删新'],
    ['甲 <u>乙</u> 、丙', '甲乙、丙'],
    ['使用 `命令` 完成', '使用命令完成'],
    ['使用 `npm i` 命令', '使用 npm i 命令'],
    ['使用`npm i`命令', '使用 npm i 命令'],
    ['加 `--force` ，重来', '加 --force，重来'],
    ['用 **GDP** 衡量', '用 GDP 衡量'],
    ['文字 ，下一句（ 注 ）完', '文字，下一句（注）完'],
    ['《 **书名** 》', '《书名》'],
    ['**张三** **李四**', '张三 李四'],
    ['**陈 思**', '陈　思'],
    ['选（ ）填', '选（ ）填'],
    ['the **bold** word', 'the bold word'],
    ['say **“x”** “y”', 'say “x” “y”'],
  ])('%s is set %s', (markdown, expected) => {
    expect(words(markdown).split(/\n|①注/)[0]).toBe(expected)
  })

  it('leave no gap beside code in a document', () => {
    expect(words('使用 `npm i` 命令', false)).toBe('使用npm i命令')
  })

  it('neither print in Chinese text nor let a mark begin a line, whatever the markup', () => {
    const han = fc.stringMatching(/^[一-龥]{1,4}$/)
    const around = fc.constantFrom(
      ['**', '**'],
      ['*', '*'],
      ['~~', '~~'],
      ['`', '`'],
      ['[', '](https://a.cn)'],
      ['<u>', '</u>'],
      ['<sup>', '</sup>'],
      ['**[', '](https://a.cn)**'],
      ['==', '=='],
    )
    const mark = fc.constantFrom('', '，', '。', '、', '）', '》')
    const part = fc.tuple(han, around, han, mark).map(([before, [open, close], inside, after]) => ({
      markdown: `${before} ${open}${inside}${close} ${after}`,
      text: before + inside + after,
    }))
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 5 }), han, (parts, end) => {
        const written = parts.map(({ markdown }) => markdown).join('')
        const text = parts.map(({ text }) => text).join('') + end
        expect(words(written + end)).toBe(text)
      }),
      { numRuns: 300 },
    )
  })
})

describe('long addresses', () => {
  it.each([
    'https://www.example.org/notice/2024/03/index.html?id=1',
    'zhang.san.department@example.org',
    'images/2024/very/long/path/to/picture.png',
    'e3b0c44298fc1c149afbf4c8996fb92427ae41e4',
  ])('%s may be cut anywhere', (word) => {
    expect(html(`详见：${word}。`)).toContain(`<span class="breakable">${word}</span>`)
    expect(html(`详见 \`看 ${word}\`。`)).toContain(
      `<code>看 <span class="breakable">${word}</span></code>`,
    )
  })

  it.each(['internationalization', 'www.a.cn', '2024-03-18', 'npm'])('%s is kept whole', (word) => {
    expect(html(`详见：${word}。`)).not.toContain('breakable')
    expect(html(`详见：\`${word}\`。`)).not.toContain('breakable')
  })
})

describe('what may be cut, or not, at the end of a line', () => {
  it('a formula after a sign', () => {
    expect(html('计算：6000÷21.75÷8×1.5×600小时')).toContain(
      '6000÷<wbr>21.75÷<wbr>8×<wbr>1.5×<wbr>600',
    )
    expect(html('面积3×4米，2+3=5')).not.toContain('<wbr>')
  })

  it('a blank to fill in anywhere', () => {
    expect(html('电话：\\_\\_\\_\\_\\_\\_\\_。')).toContain(
      '<span class="breakable">_______</span>',
    )
  })

  it('no number from the sign of its unit', () => {
    expect(html('焊条470㎏，37℃')).toMatch(
      /<span class="keep">470㎏<\/span>.*<span class="keep">37℃/,
    )
  })
})
