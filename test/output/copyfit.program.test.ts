import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { contentsOf } from '../kit/contents.js'
import type { Printed } from '../kit/press.js'
import { buildFixture } from '../kit/press.js'
import { bulletin } from '../kit/program.js'
import type { PdfPage } from '../kit/read-pdf.js'
import { linesIn } from '../kit/type-area.js'
import { copyFixture, workspace, writeFiles } from '../kit/workspace.js'

/*
 * The fixture `copyfit/issue-2` with `page.fit` and without. Every build proves the lines of both
 * layouts (BULLETIN_STRICT_LINES in vitest.config.ts) and the page numbers.
 */

const folder = workspace('copyfit')

let fitted: Printed
let usual: Printed
beforeAll(async () => {
  const issue = copyFixture('copyfit/issue-2', join(folder, 'fitted'))
  const other = copyFixture('copyfit/issue-2', join(folder, 'usual'))
  writeFiles(other, {
    'bulletin.yaml': readText(join(other, 'bulletin.yaml')).replace('增减行: 是', '增减行: 否'),
  })
  fitted = await buildFixture(join(folder, 'with'), issue)
  usual = await buildFixture(join(folder, 'without'), other)
})

const readText = (path: string) => readFileSync(path, 'utf8')

const texts = (page: PdfPage | undefined) =>
  page === undefined ? [] : linesIn(page).map(({ text }) => text.replace(/\s/g, ''))
const page = ({ pdf }: Printed, number: number) => texts(pdf.pages[number - 1])
/** Where the last line of a page stands, mm. */
const foot = ({ pdf }: Printed, number: number) =>
  Math.max(
    ...pdf.pages
      .slice(number - 1, number)
      .flatMap(linesIn)
      .map(({ y }) => Math.round(y)),
  )

describe('an issue that may have a line fewer or more', () => {
  it('has no last page of two lines, and needs no paper for it', () => {
    expect(page(usual, 9)).toEqual([
      '个身影，一个弯着腰看水尺，一个低着头看手机。',
      '（鹿鸣县志愿巡护队沈渡）',
    ])
    expect(usual.report.pages).toBe(12)
    expect(page(fitted, 8).slice(-2)).toEqual(page(usual, 9))
    expect(fitted.report.pages).toBe(10)
  })

  it('has no hole where a heading moved on: facing pages are level', () => {
    expect(page(usual, 5)[0]).toBe('四、最后把账算明白')
    expect(foot(usual, 4)).toBeLessThan(foot(usual, 5))
    expect(page(fitted, 5)[0]).toBe('四、最后把账算明白')
    expect(foot(fitted, 4)).toBe(foot(fitted, 5))
  })

  it('has no paragraph of which one line stands alone', () => {
    expect(page(usual, 6)[0]).toBe('让更多的人睡得着。')
    expect(page(fitted, 5).at(-1)).toMatch(/让更多的人睡得着。$/)
  })

  it('has the same text, and the right numbers in its 目录', () => {
    const bodies = ({ pdf }: Printed) =>
      pdf.pages.slice(2).flatMap(texts).join('').replace(/—\d+—/g, '')
    expect(bodies(fitted)).toBe(bodies(usual))
    const rows = contentsOf(fitted.pdf)
    expect(rows.map(({ number }) => number)).toEqual([3, 7, 9])
    expect(rows.every(({ number, leadsTo }) => number === leadsTo)).toBe(true)
    expect(fitted.report.articles.map((article) => article.page)).toEqual([3, 7, 9])
  })

  it('says which paragraphs were asked, and what for', () => {
    const { asked = [] } = fitted.report
    expect(
      asked.map(({ file, line, lines, why, page: on }) => [
        file.replace(/^.*\//, '').slice(0, 2),
        readText(join(fitted.report.issue, file.replace(/^.*\//, '')))
          .split('\n')
          [line - 1]?.slice(0, 6),
        lines,
        why,
        on,
      ]),
    ).toEqual([
      ['01', '6月1日到9', 1, 'hole', 4],
      ['01', '还有许多名字', -1, 'lone-last', 6],
      ['02', '父亲的本子一', -1, 'lone-first', 7],
      ['02', '去年秋天，两', -1, 'short-end', 9],
    ])
    expect(usual.report.asked).toBeUndefined()
  })

  it('says so in words with --verbose', async () => {
    const { stderr } = await bulletin([
      'build',
      fitted.report.issue,
      '--verbose',
      '-o',
      join(folder, 'verbose.pdf'),
    ])
    expect(stderr).toMatch(
      /^增减行：.*02-水尺\.md:30 这一段少一行，原来一篇的末页（第 9 页）只有一两行$/m,
    )
  })
})
