import { beforeAll, describe, expect, it } from 'vitest'
import { widthInEm } from '../../src/text/em-width.js'
import type { Line } from '../kit/lines.js'
import { inkLeft, inkRight } from '../kit/lines.js'
import { article, han, paragraphs, prose } from '../kit/manuscript.js'
import type { Printed } from '../kit/press.js'
import { press, pressFixture } from '../kit/press.js'
import { linesIn } from '../kit/type-area.js'
import { workspace } from '../kit/workspace.js'

const folder = workspace('lines')
const closing = /^[，。、；：！？）〕］｝〉》」』】”’·％‰℃]/u
const opening = /[（〔［｛〈《「『【“‘]$/u

/** Sentences in which every mark, number and dash occurs at every position of a line. */
const awkward = Array.from(
  { length: 60 },
  (_, n) =>
    `${han(14 + (n % 31), n)}，共2021年12月31日${han(n % 5, n)}计1,234.5万元——${han(n % 7, n)}“${han(9, n)}。”${han(n % 11, n)}……《${han(6, n)}》（${han(n % 9, n + 1)}）、${han(12 + (n % 13), n)}0—3岁，电话0731-84828624，占15.6%，“5·29”。`,
).join('\n\n')
/** Paragraphs of increasing length, so that every possible last line occurs. */
const tails = Array.from(
  { length: 58 },
  (_, n) => `${han(40 + n, n)}。\n\n${han(39 + n, n)}，众。\n\n${han(39 + n, n)}冯 棠。`,
).join('\n\n')
/** A heading after texts of increasing length: at every position of a page. */
const headings = Array.from(
  { length: 50 },
  (_, n) => `${prose(60 + n * 9, n)}\n\n${'#'.repeat(2 + (n % 3))} 标题${han(n % 30, n)}`,
).join('\n\n')

/** Articles whose last line occurs at every position near the foot of a page. */
const signed = Object.fromEntries(
  Array.from({ length: 12 }, (_, n) => {
    const lines = Array.from({ length: 40 + n }, (_, line) => `${han(20, line)}。`).join('\n\n')
    return [`${n + 10}.md`, article({ title: `署名${n}`, unit: '甲县文化馆' }, lines)]
  }),
)
/** A number range, an address and a row of quotations at every position of a line. */
const runs = Array.from(
  { length: 28 },
  (_, n) =>
    `${han(30 + n, n)}4000～6000人次${han(20, n)}。\n\n${han(30 + n, n)}https://example.org/reading/2021/index.html${han(20, n)}。\n\n${han(20 + n, n)}“人”“手”“口”“田”“土”“山”“水”${han(20, n)}。`,
).join('\n\n')

/** A long number, its unit and the end of the paragraph, at every position of a line. */
const chains = Array.from({ length: 28 }, (_, n) => `${han(40 + n, n)}0731-84828624号楼。`).join(
  '\n\n',
)

let issues: Printed[]
let own: Record<'awkward' | 'tails' | 'headings' | 'signed' | 'runs' | 'chains' | 'solid', Printed>
beforeAll(async () => {
  own = await press(folder, {
    awkward: { '1.md': article({ title: '标点与数字' }, awkward) },
    tails: { '1.md': article({ title: '末行' }, tails) },
    headings: { '1.md': article({ title: '标题' }, `${headings}\n\n${paragraphs(1)}`) },
    signed,
    runs: { '1.md': article({ title: '长串' }, runs) },
    chains: { '1.md': article({ title: '长尾' }, chains) },
    solid: {
      'bulletin.yaml':
        'template: document\ntitle: 协会文件\npublisher: 协会\ndocNumber: 协发〔2021〕3号\ndate: 2021-06-08',
      '1.md': article({ title: '关于长尾的通知', section: '' }, chains),
    },
  })
  issues = [
    ...Object.values(own),
    await pressFixture('issue-54'),
    await pressFixture('back-issues/issue-52'),
    await pressFixture('back-issues/issue-53'),
  ]
})

/** Lines of running text and of the blocks between; tables are excluded. */
const linesOf = ({ pdf }: Printed): Line[] =>
  pdf.pages.flatMap((page) => linesIn(page)).filter(({ text }) => text.trim() !== '')
const body = (printed: Printed): Line[] =>
  linesOf(printed).filter(({ glyphs }) =>
    glyphs.some(({ font, size }) => font === 'BulletinFangsong' && size > 15.5),
  )

describe('a line', () => {
  it('never begins with a closing mark', () => {
    const wrong = issues.flatMap(linesOf).filter(({ text }) => closing.test(text.trim()))
    expect(wrong.map(({ text }) => text)).toEqual([])
  })

  it('never ends with an opening mark', () => {
    const wrong = issues.flatMap(linesOf).filter(({ text }) => opening.test(text.trim()))
    expect(wrong.map(({ text }) => text)).toEqual([])
  })

  it('never cuts …… or ——', () => {
    const texts = body(own.awkward).map(({ text }) => text)
    expect(texts.filter((text) => text.includes('——')).length).toBeGreaterThan(20)
    const wrong = texts.filter((text) => /(^|[^…])…([^…]|$)|(^|[^—])—([^—]|$)/u.test(text))
    // The single dash in 0—3 is correct.
    expect(wrong.filter((text) => !text.includes('0—3'))).toEqual([])
  })

  it('never cuts a number, a telephone number or a span', () => {
    const text = body(own.awkward)
      .map(({ text }) => text.replace(/\s/g, ''))
      .join('\n')
    for (const whole of ['2021', '1,234.5', '0731-84828624', '15.6%', '0—3', '5·29']) {
      expect(text.split(whole).length - 1, whole).toBe(60)
    }
  })

  it('does not stand alone with one character at the end of a paragraph', () => {
    for (const printed of issues) {
      const lines = body(printed)
      const last = lines.filter(({ text }) => /^\P{P}?[。！？；：”）]*$/u.test(text.trim()))
      expect(last.map(({ text }) => text)).toEqual([])
    }
  })

  it('is not torn open by what follows it', () => {
    const texts = body(own.runs).map(({ text }) => text.trim())
    // A part of a number range or address may move to the next line; the Han character before it
    // stays.
    const torn = texts.filter((text, index) => {
      const next = texts[index + 1] ?? ''
      return !text.endsWith('。') && widthInEm(text) < 22 && /^[\x21-\x7e～“]/.test(next)
    })
    expect(texts.length).toBeGreaterThan(200)
    expect(torn).toEqual([])
  })

  it.each(['chains', 'solid'] as const)(
    'gives up no more than eight cells to what is kept whole (%s)',
    (name) => {
      const texts = body(own[name]).map(({ text }) => text.trim())
      const full = texts.filter((text) => !text.endsWith('。') && text.length > 10)
      expect(full.length).toBeGreaterThan(40)
      expect(full.filter((text) => widthInEm(text) < 28 - 8.5)).toEqual([])
    },
  )

  it('stays inside the type area', () => {
    for (const line of issues.flatMap(linesOf)) {
      if (line.text.trim() === '') continue
      expect(inkLeft(line), line.text).toBeGreaterThan(27.8)
      expect(inkRight(line), line.text).toBeLessThan(184.5)
    }
  })
})

describe('a page', () => {
  it('never ends with a heading', () => {
    const wrong = issues.flatMap(({ pdf }) =>
      pdf.pages.flatMap((page) => {
        const last = linesIn(page).at(-1)
        const fonts = new Set(last?.glyphs.map(({ font }) => font))
        const isHeading =
          page.number > 1 &&
          last !== undefined &&
          fonts.size === 1 &&
          ['BulletinHei', 'BulletinTitle', 'BulletinFangsong-Bold'].includes([...fonts][0] ?? '')
        return isHeading ? [`${page.number}: ${last?.text}`] : []
      }),
    )
    expect(wrong).toEqual([])
  })

  it('never holds a signature alone', () => {
    const pages = own.signed.pdf.pages.map((page) => linesIn(page).map(({ text }) => text.trim()))
    const holding = pages.filter((lines) => lines.some((text) => text === '（甲县文化馆）'))
    expect(holding).toHaveLength(12)
    expect(holding.filter(([first]) => first === '（甲县文化馆）')).toEqual([])
  })

  it('never ends with a heading of any level, wherever it falls', () => {
    const ends = own.headings.pdf.pages.slice(2).map((page) => linesIn(page).at(-1)?.text ?? '')
    expect(ends.length).toBeGreaterThan(15)
    expect(ends.filter((text) => text.startsWith('标题'))).toEqual([])
  })
})

it('joins soft line breaks between Han characters and keeps the space between Latin words', async () => {
  const { one } = await press(folder, {
    one: { '1.md': article({ title: '换行' }, '文化教\n育与 Linux\nkernel 开发。') },
  })
  const text = one.pdf.pages[2]?.text ?? ''
  expect(text).toContain('文化教育与')
  expect(text).toMatch(/Linux kernel/)
})
