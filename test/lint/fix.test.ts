import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fixArticle } from '../../src/lint/fix-article.js'

const fixed = (text: string) =>
  fixArticle({ path: '01.md', absolute: '/issue/01.md', text }, {}).text

/** Constructs that read as typed, each with slips that would be mended in prose. */
const opaque = [
  '`甲,乙(丙) ...丁`',
  '``会议 `强调`,好``',
  '[报名表](附件/报名表 2024.docx)',
  '[报名表](附件/报名表(终稿),１.docx)',
  '[报名表](<附件/报名表 (1).docx>)',
  '[报名表](附件/报名表.docx "会议,好")',
  '[报名表][附件,一]',
  '![现场](images/照片 (1).png)',
  '![现场](images/照片(一),二.png "宽=60%")',
  '![现场,一](images/１.png){width=50%}',
  '![[照片 (一),二.jpg]]',
  'http://a.cn/路径?编号=1',
  'https://a.cn/甲,乙/丙(丁)?编号=１&名称=甲,乙',
  'www.a.cn/路径,一/x.html',
  '<https://a.cn/甲,乙>',
  '<mailto:甲,乙@a.cn>',
  'zhang.san@a.cn',
  '附件/报名表 2024 (终稿).docx',
  '通知(第１稿),二.DOC',
  'D:\\资料\\会议,一\\表.xlsx',
  '<span title="会议,好(一)">',
  '<img src="照片 (一),二.png" alt="会议,好">',
  '<br>',
  '<!-- 会议,好(一)... -->',
  '{{会议,好}}',
  '$a,b(甲)=１$',
  '$$\\sum,甲(乙)$$',
  '[^注,一]',
  ':smile:',
]

const blocks = [
  '```js\nlet 甲,乙 = f(丙)... // 会议,好(一)\n```',
  '~~~\n会议,好(一)\n~~~',
  '<div title="会议,好(一)">\n会议,好(一)\n</div>',
  '[附件,一]: 附件/报名表(一),二.docx "会议,好"',
]

const prose = [
  ...[
    '会议',
    '强调,要抓好',
    '共有３２支',
    '参加(含列席)的',
    '真的吗?',
    '第２，３项',
    '。。。',
    '...',
  ],
  ...[
    '，',
    '。',
    ' ',
    '(',
    ')',
    '（',
    '）',
    '“',
    '**',
    '*',
    '- ',
    '1、',
    '（一）、',
    '澄文志[2021]5号',
  ],
  ...['二0二一年', '.5', 'A类', '2021', ':', '!'],
]

const piece = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...prose) },
  { weight: 2, arbitrary: fc.constantFrom(...opaque) },
)
const paragraph = fc.array(piece, { minLength: 1, maxLength: 8 })
const block = fc.oneof(
  { weight: 4, arbitrary: paragraph },
  { weight: 1, arbitrary: fc.constantFrom(...blocks).map((one) => [one]) },
)

describe('--fix on any markup', () => {
  it('leaves targets, addresses, code and HTML byte for byte, and a second time everything', () => {
    fc.assert(
      fc.property(fc.array(block, { maxLength: 4 }), (paragraphs) => {
        const text = paragraphs.map(written).join('\n\n')
        const once = fixed(text)
        let from = 0
        for (const one of paragraphs.flat().filter((each) => isOpaque.has(each))) {
          const at = once.indexOf(one, from)
          expect(at, `${one} in ${once}`).toBeGreaterThanOrEqual(0)
          from = at + one.length
        }
        expect(fixed(once)).toBe(once)
      }),
      { numRuns: 300 },
    )
  })

  it.each(opaque)('leaves %s between slips that it mends', (one) => {
    expect(fixed(`会议强调,好 ${one} 真的吗?真的。`)).toBe(`会议强调，好 ${one} 真的吗？真的。`)
    expect(fixed(`会议强调,好。见${one}`)).toBe(`会议强调，好。见${one}`)
  })
})

const isOpaque: ReadonlySet<string> = new Set([...opaque, ...blocks])

/** Constructs among words stand apart, as a person writes them: side by side they would make others. */
const written = (pieces: readonly string[]): string =>
  pieces.map((one) => (opaque.includes(one) ? `见 ${one}，` : one)).join('')
