import { beforeAll, describe, expect, it } from 'vitest'
import { contentsPages } from '../kit/contents.js'
import { article, han } from '../kit/manuscript.js'
import type { Printed } from '../kit/press.js'
import { press } from '../kit/press.js'
import { linesIn, solid, typeArea } from '../kit/type-area.js'
import { type Files, workspace } from '../kit/workspace.js'

const folder = workspace('contents-rows')

/**
 * An issue whose contents have `rows` rows: three sections, their articles, and 简讯 with the row of
 * its page number.
 */
function issueOf(rows: number, settings = ''): Files {
  const files: Files = { 'bulletin.yaml': `title: 工作通讯\nstartOn: flow\n${settings}` }
  const articles = rows - 5
  for (let n = 0; n < articles; n++) {
    const section = `栏目${'甲乙丙'[Math.floor((n * 3) / articles)]}`
    files[`${n + 100}.md`] = article({ title: `第${n + 1}件${han(9, n)}`, section }, '开门办事。')
  }
  files['999.md'] = article({ section: '简讯' }, '开门办事。')
  return files
}

/** The lines of the contents below its title, page by page. */
const listed = ({ pdf }: Printed) =>
  contentsPages(pdf).map((page) => linesIn(page).filter(({ text }) => text !== '目录'))

const fits = 22
/** Four rows more than fit, and one row that is saved by setting 简讯 beside its page number. */
const squeezed = fits + 5
const onOnePage = Array.from({ length: 12 }, (_, n) => squeezed - 11 + n)
const onTwoPages = [squeezed + 1, 30, 33, 36, 40, 47, 48, 49, 50, 51, 52]

let printed: Record<string, Printed>
beforeAll(async () => {
  const counts = [...onOnePage, ...onTwoPages, 57, 60]
  printed = await press(folder, {
    ...Object.fromEntries(counts.map((rows) => [`rows-${rows}`, issueOf(rows)])),
    loose: issueOf(22, 'page: { lines: 22 }\n'),
    titles: titlesOf(''),
    briefing: titlesOf('template: briefing\ntoc: pages\n'),
    unnumbered: titlesOf('template: briefing\ntoc: list\n'),
  })
})
const rows = (count: number) => listed(printed[`rows-${count}`] as Printed)

describe('a 目录 about as long as a page', () => {
  it.each(onOnePage)('stands on one page with %i rows', (count) => {
    const pages = rows(count)
    expect(pages).toHaveLength(1)
    expect(pages[0]).toHaveLength(count === squeezed ? count - 1 : count)
    expect(Math.max(...pages.flat().map(({ y }) => y))).toBeLessThan(typeArea.bottom)
  })

  it('keeps the lines of the grid while it fits, and then sets its rows closer, down to 7.6 mm', () => {
    const pitch = (count: number) => {
      const [lines = []] = rows(count)
      return ((lines.at(-1)?.y ?? 0) - (lines[0]?.y ?? 0)) / (lines.length - 1)
    }
    expect(pitch(fits)).toBeCloseTo(typeArea.line, 1)
    expect(pitch(fits + 1)).toBeCloseTo(8.6, 1)
    expect(pitch(fits + 4)).toBeCloseTo(7.6, 1)
    expect(pitch(squeezed)).toBeCloseTo(7.6, 1)
  })

  it('sets 简讯 beside its number when the rows cannot come closer', () => {
    expect(rows(fits + 4)[0]?.at(-1)?.text).toMatch(/^…+\d+$/)
    const last = rows(squeezed)[0]?.at(-1)
    expect(last?.text).toMatch(/^简讯…+\d+$/)
    expect(last?.glyphs[0]?.font).toBe('BulletinHei')
    expect(last?.right).toBeCloseTo(typeArea.right, 0)
  })

  it.each(onTwoPages)('takes two pages with %i rows, and the second has its share', (count) => {
    const [first = [], second = [], ...more] = rows(count)
    expect(more).toEqual([])
    expect(first.length + second.length).toBe(count)
    expect(second.length).toBeGreaterThanOrEqual(12)
    expect(first.length).toBeGreaterThanOrEqual(12)
  })

  it('shares a longer one out over three pages', () => {
    for (const count of [57, 60]) {
      const pages = rows(count).map(({ length }) => length)
      expect(pages).toHaveLength(3)
      expect(Math.min(...pages)).toBeGreaterThanOrEqual(12)
    }
  })

  it('ends no page with the name of a section', () => {
    for (const page of Object.values(printed).flatMap(listed)) {
      expect(page.at(-1)?.text).not.toMatch(/^栏目.$/)
    }
  })

  it('has room for as many rows on a page of 22 lines', () => {
    expect(listed(printed.loose as Printed).map(({ length }) => length)).toEqual([22])
  })
})

/** Titles of 15 to 40 characters, with and without a number and its unit. */
function titlesOf(settings: string): Files {
  const files: Files = { 'bulletin.yaml': `title: 工作通讯\nstartOn: flow\n${settings}` }
  for (let length = 15; length <= 40; length++) {
    files[`${length}.md`] = article({ title: han(length, length) }, '开门办事。')
    files[`${length}-2.md`] = article({ title: `${han(length - 4, length + 50)}25万元` }, '开门。')
  }
  return files
}

/** The lines of the contents that are links, page by page, without leading dots. */
const linesOfTitles = ({ pdf }: Printed) =>
  pdf.pages.map((page) =>
    linesIn(page)
      .filter(({ text }) => text !== '●')
      .filter(({ y }) => page.links.some(({ top, bottom }) => top < y && y < bottom + 1)),
  )

describe('a title in a list of contents', () => {
  it.each([
    ['titles', typeArea.line],
    ['briefing', 225 / 22],
    ['unnumbered', 225 / 22],
  ])('never has its number, or nothing, on a line of its own: %s', (name, line) => {
    const pages = linesOfTitles(printed[name] as Printed)
    expect(pages.flat().length).toBeGreaterThan(52)
    for (const lines of pages) {
      for (const [index, { text, y }] of lines.entries()) {
        expect(text).toMatch(/\p{Script=Han}/u)
        const next = lines[index + 1]
        if (next) expect(next.y - y, solid(text)).toBeLessThan(line * 1.5)
      }
    }
  })

  it('has leaders before its number, and keeps clear of it', () => {
    for (const name of ['titles', 'briefing']) {
      const numbered = linesOfTitles(printed[name] as Printed)
        .flat()
        .filter(({ text }) => /\d$/.test(text) && !/万元$/.test(text))
      expect(numbered).toHaveLength(52)
      for (const { text, right } of numbered) {
        expect(text).toMatch(/…\d+$/)
        expect(right).toBeCloseTo(typeArea.right, 0)
      }
    }
  })
})
