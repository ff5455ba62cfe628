import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { fontOf, tablesOf } from '../../scripts/build-fonts/sfnt.js'
import { fullLines, percentile } from '../kit/full-lines.js'
import type { Line } from '../kit/lines.js'
import { article, paragraphs } from '../kit/manuscript.js'
import { drawing } from '../kit/pictures.js'
import type { Printed } from '../kit/press.js'
import { press, pressFixture } from '../kit/press.js'
import { linesIn, typeArea } from '../kit/type-area.js'
import { workspace } from '../kit/workspace.js'

/*
 * In every test the program proves the composed lines against the browser's, and fails where one
 * moved (BULLETIN_STRICT_LINES in vitest.config.ts).
 */

const folder = workspace('composed-lines')
const bundled = new URL('../../dist/fonts/', import.meta.url)
const fixtures = [
  'issue-54',
  'minimal',
  'back-issues/issue-52',
  'back-issues/issue-53',
  'briefing-19',
  'notice-7',
  'joint-issue',
  'letter',
  'minutes',
  'corpus/blind-newsletter',
  'corpus/blind-briefing',
]

const text = [
  '“家门口的客厅”建成137处，覆盖全市六成以上的乡镇（街道）。会议指出：“一年来，协会坚持服务群众、服务基层，登记在册的队伍增加到2.6万人（含“新人”）；全年开展各类活动1.9万场次——服务约212万人次……登记《章程》、《办法》（试行）的有“412”支，“5·29”主题日，四项：甲、乙、丙、丁。”',
  '会议强调，工作中还存在不少短板：**一是分布不均**。城区的队伍多、活动多，山区的队伍少、活动少；*二是供需不对路*。一些活动主办者热热闹闹，群众冷冷清清，“我们有什么就送什么”的惯性没有根本扭转（见《通报》第3期、第5期）。',
].join('\n\n')

/** Every kind of block and inline that the composer measures, each long enough to be broken. */
const kinds = `${paragraphs(1, 90)}

## 一、${paragraphs(1, 40)}

### （一）${paragraphs(1, 40, 2)}

#### 1. ${paragraphs(1, 60, 3)}

1. ${paragraphs(1, 70, 4)}
   - ${paragraphs(1, 70, 5)}
     1. ${paragraphs(1, 60, 6)}
2. ${paragraphs(1, 60, 7)}

   ${paragraphs(1, 60, 8)}

- ${paragraphs(1, 60, 9)}

> ${paragraphs(1, 70, 10)}

> 编者按：${paragraphs(1, 70, 11)}**重点**在2021年。

字号<small>小一些的2021年</small>、m<sup>2</sup>和H<sub>2</sub>O、<ruby>汉<rt>hàn</rt></ruby>字、\`npm run\`和“don’t”，${paragraphs(1, 60, 12)}[^1]

[^1]: ${paragraphs(1, 90, 13)}

    ${paragraphs(1, 60, 14)}

<dl><dt>词</dt><dd>${paragraphs(1, 60, 15)}</dd></dl>

见图![](p.png)的标志，${paragraphs(1, 60, 16)}

诗的第一行\\
诗的第二行

| 项 | ${paragraphs(1, 60, 17)} |
| --- | --- |
| 甲 | 乙 |
`

/** The bundled 仿宋 under another name, once with all its tables and once without those of marks. */
function fontFiles(into: string): void {
  mkdirSync(into, { recursive: true })
  const whole = readFileSync(new URL('BulletinFangsong.ttf', bundled))
  copyFileSync(new URL('BulletinFangsong.ttf', bundled), join(into, 'whole.ttf'))
  const dropped = new Set(['GSUB', 'GPOS', 'GDEF', 'BASE', 'kern'])
  writeFileSync(
    join(into, 'bare.ttf'),
    fontOf(new Map([...tablesOf(whole)].filter(([tag]) => !dropped.has(tag)))),
  )
}

let own: Record<'squeeze' | 'full' | 'open' | 'whole' | 'bare' | 'kinds' | 'template', Printed>
beforeAll(async () => {
  fontFiles(join(folder, 'fonts'))
  const settings = (more: string) => `title: 工作通讯\n${more}\n`
  const files = (more: string) => ({
    'bulletin.yaml': settings(more),
    '1.md': article({ title: '标点' }, text),
  })
  own = await press(folder, {
    squeeze: files(''),
    full: files('page: { punctuation: full }'),
    open: files('版面: { 标点: 开明 }'),
    whole: files('fonts: { fangsong: ../fonts/whole.ttf }'),
    bare: files('fonts: { fangsong: ../fonts/bare.ttf }'),
    kinds: {
      'bulletin.yaml': settings(''),
      '1.md': article({ title: '各种段落' }, kinds),
      'p.png': await drawing(40, 40),
    },
    template: {
      'bulletin.yaml': settings('template: ./mine'),
      'mine/template.yaml': 'extends: newsletter\n',
      'mine/styles/own.css': ':root { --list-indent: 1em; --quotation-indent: 3em }\n',
      '1.md': article({ title: '缩进' }, `- ${paragraphs(1, 90)}\n\n> ${paragraphs(1, 90, 1)}`),
    },
  })
})

const linesOf = ({ pdf }: Printed): Line[] =>
  pdf.pages.flatMap((page) => linesIn(page)).filter(({ text: said }) => said.trim() !== '')
const textsOf = (printed: Printed) =>
  linesOf(printed).map(({ text: said }) => said.replace(/\s/g, ''))

describe('every line of every fixture', () => {
  it.each(fixtures)(
    'begins and ends as it may, and fills the measure evenly (%s)',
    async (fixture) => {
      const lines = linesOf(await pressFixture(fixture))
      // …… leads to a number in the 目录.
      const texts = lines.map(({ text: said }) => said.trim())
      expect(
        texts.filter((said) => /^(?:[，。、：；！？）〕》〉」』】”’·％‰℃]|…(?!…{3}))/u.test(said)),
      ).toEqual([])
      expect(texts.filter((said) => /[（〔《〈「『【“‘]$/u.test(said))).toEqual([])
      const full = fullLines((await pressFixture(fixture)).pdf)
      expect(full.length).toBeGreaterThan(5)
      expect(full.filter(({ off }) => Math.abs(off) > 0.15).map(({ text: said }) => said)).toEqual(
        [],
      )
      // Han is never squeezed against Han, and hardly ever spread.
      const spreads = full.map(({ spread }) => spread)
      expect(Math.min(...spreads)).toBeGreaterThan(-0.005)
      expect(percentile(spreads, 95)).toBeLessThan(0.05)
    },
  )
})

describe('page.punctuation', () => {
  it('squeezes marks by default, so that no line begins later than it must', () => {
    expect(textsOf(own.squeeze).length).toBeLessThan(textsOf(own.full).length)
  })

  it('keeps the cell of every mark when full', () => {
    const marks = linesOf(own.full).flatMap(({ glyphs }) =>
      glyphs.flatMap(({ text: said, x }, index) => {
        const next = glyphs[index + 1]
        const isAlone = next !== undefined && /^\p{sc=Han}$/u.test(next.text)
        return /^[，、；]$/.test(said) && isAlone ? [next.x - x] : []
      }),
    )
    expect(marks.length).toBeGreaterThan(5)
    expect(Math.min(...marks)).toBeGreaterThan(typeArea.cell - 0.05)
  })

  it('halves every mark but those that end a sentence when open', () => {
    const marks = linesOf(own.open).flatMap(({ glyphs }) =>
      glyphs.flatMap(({ text: said, x }, index) => {
        const next = glyphs[index + 1]
        return /^[，、；]$/.test(said) && next !== undefined && /^\p{sc=Han}$/u.test(next.text)
          ? [next.x - x]
          : []
      }),
    )
    expect(marks.length).toBeGreaterThan(5)
    expect(Math.max(...marks)).toBeLessThan(typeArea.cell * 0.65)
  })
})

it('breaks lines alike in a face that has no table for marks', () => {
  expect(own.whole.report.fonts.find(({ role }) => role === 'fangsong')?.origin).toBe('configured')
  expect(textsOf(own.bare)).toEqual(textsOf(own.whole))
  expect(textsOf(own.bare)).toEqual(textsOf(own.squeeze))
})

it('knows the width of every kind of block', () => {
  // The proof, in which a width that is another in the browser is an error, found nothing.
  expect(own.kinds.report.diagnostics.filter(({ rule }) => rule === 'lines-moved')).toEqual([])
  expect(own.kinds.report.exitCode).toBe(0)
  expect(linesOf(own.kinds).length).toBeGreaterThan(60)
})

it('reads indents from the style sheets of a template', () => {
  expect(own.template.report.diagnostics.map(({ rule }) => rule)).not.toContain('lines-moved')
  expect(own.template.report.exitCode).toBe(0)
  expect(linesOf(own.template).some(({ x }) => Math.abs(x - (28 + 3 * typeArea.cell)) < 0.1)).toBe(
    true,
  )
})

it('lets the browser break the lines, and says so, where a template moves them', async () => {
  const { moved } = await press(
    folder,
    {
      moved: {
        'bulletin.yaml': 'title: 工作通讯\ntemplate: ./mine\n',
        'mine/template.yaml': 'extends: newsletter\n',
        'mine/styles/own.css': '.body { font-size: 12pt }\n',
        '1.md': article({ title: '字号' }, paragraphs(3)),
      },
    },
    { env: { BULLETIN_STRICT_LINES: undefined } },
  )
  expect(moved.report.diagnostics.map(({ rule }) => rule)).toContain('lines-moved')
  expect(moved.report.exitCode).toBe(0)
  const full = linesOf(moved).filter(({ right }) => right > typeArea.right - 0.15)
  // 36 letters of 12 pt to the line.
  expect(full.some(({ text: said }) => said.replace(/\s/g, '').length >= 36)).toBe(true)
})
