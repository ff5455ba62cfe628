import { beforeAll, describe, expect, it } from 'vitest'
import { contentsOf, contentsPages } from '../kit/contents.js'
import { article, han, paragraphs, prose } from '../kit/manuscript.js'
import { drawing } from '../kit/pictures.js'
import type { Printed } from '../kit/press.js'
import { press, pressFixture } from '../kit/press.js'
import { linesIn, solid, textIn } from '../kit/type-area.js'
import { type Files, workspace } from '../kit/workspace.js'

const folder = workspace('contents')

/** Title lengths around the 24 cells of a row, and much longer ones. */
const titleOf = (n: number) => `第${n}篇${han([4, 12, 20, 21, 22, 30, 47, 60][n % 8] ?? 9, n)}`

const issueOf = (count: number, body: (n: number) => string, settings = ''): Files => {
  const files: Files = { 'bulletin.yaml': `title: 工作通讯\n${settings}` }
  for (let n = 1; n <= count; n++) {
    const keys = { title: titleOf(n), section: `栏目${Math.ceil(n / 7)}` }
    files[`${n}.md`] = article(keys, body(n))
  }
  return files
}

const table = `| 地区 | 场次 | 人次 |\n| --- | --- | --- |\n${'| 青禾区 | 12 | 3400 |\n'.repeat(30)}`
const mixed = (n: number) =>
  [
    paragraphs(1 + (n % 3), 200, n),
    '![现场](images/a.png)',
    n % 2 ? table : prose(60, n),
    '![左](images/a.png) ![右](images/b.png)',
    n % 3 ? '<!-- pagebreak -->' : '## 一、做法',
    paragraphs(2, 150, n + 9),
  ].join('\n\n')

let printed: Record<'single' | 'many' | 'mixed' | 'recto' | 'kept' | 'flow', Printed>
beforeAll(async () => {
  const pictures = {
    'images/a.png': await drawing(1600, 1000),
    'images/b.png': await drawing(600, 900),
  }
  printed = await press(folder, {
    single: issueOf(1, () => prose(80)),
    many: issueOf(300, (n) => paragraphs(1 + (n % 4 === 0 ? 6 : 0), 120, n)),
    mixed: { ...issueOf(12, mixed), ...pictures },
    recto: issueOf(9, (n) => paragraphs(1 + (n % 3) * 6, 120, n), 'startOn: recto\n'),
    kept: {
      'bulletin.yaml': 'title: 工作通讯\n',
      // A number, a quotation and the end of the title near the limit of 24 cells.
      ...Object.fromEntries(
        Array.from({ length: 24 }, (_, n) => {
          const title = `${han(n, n)}2022/2021年“体验式”${han(5, n)}`
          return [`${n + 10}.md`, article({ title, section: '要闻' }, prose(60, n))]
        }),
      ),
    },
    flow: issueOf(12, (n) => paragraphs(1 + (n % 3), 120, n), 'startOn: flow\n'),
  })
})

/** Compares every page number and link of the contents with the pages themselves. */
function expectTrue({ pdf, report }: Printed): void {
  const rows = contentsOf(pdf)
  const titled = report.articles.filter(({ file }) => !file.includes('简讯'))
  expect(rows.filter(({ title }) => title !== '').map(({ title }) => solid(title))).toEqual(
    titled.map(({ title }) => solid(title)),
  )
  for (const { title, number, leadsTo } of rows) {
    const page = pdf.pages[number - 1]
    expect(page && textIn(page, 'BulletinTitle'), `${title} on page ${number}`).toContain(
      solid(title) || '简讯',
    )
    expect(leadsTo, title).toBe(number)
  }
  expect(titled.map(({ page }) => page)).toEqual(
    rows.filter(({ title }) => title !== '').map(({ number }) => number),
  )
}

describe('the 目录', () => {
  it('names the page on which every title of a whole issue stands', async () => {
    const issue = await pressFixture('issue-54')
    expectTrue(issue)
    const briefs = contentsOf(issue.pdf).filter(({ title }) => title === '')
    expect(briefs).toHaveLength(1)
    expect(new Set(issue.report.articles.slice(-9).map(({ page }) => page))).toEqual(
      new Set([briefs[0]?.number]),
    )
  })

  it.each(['single', 'many', 'mixed', 'recto', 'flow'] as const)('is true: %s', (name) => {
    expect(printed[name].report.exitCode).toBe(0)
    expectTrue(printed[name])
  })

  it('runs over several pages for 300 articles and counts them', () => {
    const { pdf } = printed.many
    const pages = contentsPages(pdf)
    expect(pages.length).toBeGreaterThan(10)
    expect(contentsOf(pdf)[0]?.number).toBe((pages.at(-1)?.number ?? 0) + 1)
    expect(contentsOf(pdf)).toHaveLength(300)
  })

  it('never parts a row from its number at the foot of a page', () => {
    for (const page of contentsPages(printed.many.pdf)) {
      expect(linesIn(page).at(-1)?.text).toMatch(/\d$/)
    }
  })

  it('keeps a title within 24 cells and ends every number at the edge', () => {
    for (const { lines } of contentsOf(printed.many.pdf)) {
      for (const { glyphs } of lines) {
        const words = glyphs.filter(({ text }) => /\p{Script=Han}/u.test(text))
        const last = words.at(-1)
        if (last) expect(last.x + last.width).toBeLessThan(28 + (156 / 28) * 24 + 0.3)
      }
      expect(lines.at(-1)?.right).toBeCloseTo(184, 0)
    }
  })

  it('cuts no number and no short quotation, and leaves no character alone on a line', () => {
    for (const { lines, title } of contentsOf(printed.kept.pdf)) {
      const texts = lines.map(({ text }) => text.replace(/\s|…|\d+$/g, ''))
      expect(
        texts.some((text) => text.includes('2022/2021年')),
        title,
      ).toBe(true)
      expect(
        texts.some((text) => text.includes('“体验式”')),
        title,
      ).toBe(true)
      expect(texts.filter((text) => [...text].length === 1)).toEqual([])
    }
  })

  it('ends the leaders of all rows in one line', () => {
    const ends = contentsOf(printed.many.pdf).flatMap(({ lines }) => {
      const dots = lines.at(-1)?.glyphs.filter(({ text }) => text === '…') ?? []
      const last = dots.at(-1)
      return last ? [last.x + last.width] : []
    })
    expect(ends.length).toBeGreaterThan(250)
    expect(Math.max(...ends) - Math.min(...ends)).toBeLessThan(0.5)
  })
})

describe('where an article begins', () => {
  it('is a right-hand page with recto, and the page before may be blank', () => {
    const numbers = contentsOf(printed.recto.pdf).map(({ number }) => number)
    expect(numbers.filter((number) => number % 2 === 0)).toEqual([])
    expect(printed.recto.pdf.pages.some(({ glyphs }) => glyphs.length === 0)).toBe(true)
  })

  it('is a new page of its own by default', () => {
    const numbers = contentsOf(printed.many.pdf).map(({ number }) => number)
    expect(new Set(numbers).size).toBe(300)
  })

  it('is straight after the last article with flow', () => {
    const numbers = contentsOf(printed.flow.pdf).map(({ number }) => number)
    expect(new Set(numbers).size).toBeLessThan(numbers.length)
    expect(numbers).toEqual(numbers.toSorted((a, b) => a - b))
  })
})
