import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { contentsOf } from '../kit/contents.js'
import { fullLines, percentile } from '../kit/full-lines.js'
import { type Printed, press } from '../kit/press.js'
import { bulletin } from '../kit/program.js'
import { root, workspace } from '../kit/workspace.js'

const folder = workspace('examples')
const publication = join(folder, 'newsletter')
cpSync(join(root, 'examples/newsletter'), publication, { recursive: true })
const shared = join(publication, 'bulletin.yaml')
writeFileSync(shared, `${readFileSync(shared, 'utf8')}\nfonts: bundled\n`)

const issues = readdirSync(publication)
  .filter((name) => name.startsWith('issue-'))
  .toSorted()
const folders = issues.map((name) => join(publication, name))
const solid = (text: string): string => text.replace(/\s/g, '')

/** By folder name. */
let printed: Record<string, Printed>

beforeAll(async () => {
  printed = await press(
    folder,
    Object.fromEntries(issues.map((name, at) => [name, folders[at] ?? ''])),
  )
})

describe('the publication to copy', () => {
  it.each(issues)('%s prints without a word of complaint', (name) => {
    const { report, pdf } = printed[name] as Printed
    expect(report).toMatchObject({ exitCode: 0, diagnostics: [], pages: pdf.pages.length })
    expect(pdf.pages.length).toBeGreaterThan(0)
  })

  it.each(issues)('%s: the 目录 names the page on which every article begins', (name) => {
    const { report, pdf } = printed[name] as Printed
    // A briefs section has one row, however many items it has.
    const expected = report.articles.filter(
      ({ section }, at, all) => section !== '简讯' || all[at - 1]?.section !== '简讯',
    )
    const rows = contentsOf(pdf)
    expect(rows.map(({ number }) => number)).toEqual(expected.map(({ page }) => page))
    for (const [at, { number, leadsTo }] of rows.entries()) {
      const { section, title } = expected[at] ?? {}
      expect(leadsTo).toBe(number)
      const head = section === '简讯' ? section : solid(title ?? '')
      expect(solid(pdf.pages[number - 1]?.text ?? ''), `page ${number}`).toContain(head)
    }
  })

  it.each(issues)('%s: lines end on the measure and are hardly spread', (name) => {
    const full = fullLines((printed[name] as Printed).pdf)
    expect(full.length).toBeGreaterThan(50)
    expect(full.filter(({ off }) => Math.abs(off) > 0.15).map(({ text }) => text)).toEqual([])
    expect(
      percentile(
        full.map(({ spread }) => spread),
        95,
      ),
    ).toBeLessThan(0.05)
  })

  it('is numbered through the year', () => {
    const year = [1, 2, 3, 4, 5, 6]
    expect(issues).toEqual(year.map((n) => `issue-${n}`))
    expect(issues.map((name) => printed[name]?.report.issueLine)).toEqual(
      year.map((n) => `第${n}期（总第${n + 30}期）`),
    )
  })

  it('has nothing for the proofreader to say, until a number is wrong', async () => {
    const clean = await bulletin(['check', ...folders, '--max-warnings', '0'])
    expect(clean.code, clean.stdout + clean.stderr).toBe(0)
    const settings = join(publication, 'issue-2/bulletin.yaml')
    const text = readFileSync(settings, 'utf8')
    writeFileSync(settings, text.replace('总期号: 32', '总期号: 31'))
    const wrong = await bulletin(['check', ...folders, '--max-warnings', '0'])
    writeFileSync(settings, text)
    expect(wrong.code).toBe(1)
    expect(wrong.stdout + wrong.stderr).toContain('issue-continuity')
  })
})
