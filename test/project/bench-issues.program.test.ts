import { readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { writeBackIssues } from '../../bench/made/back-issues.js'
import { writeLongIssue } from '../../bench/made/long-issue.js'
import { writeMagazines } from '../../bench/made/magazine.js'
import { press } from '../kit/press.js'
import { workspace } from '../kit/workspace.js'

const folder = workspace('bench-issues')

/** Every text of a folder by its path. */
const textsIn = (root: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((path) => statSync(join(root, path)).isFile() && !path.endsWith('.jpg'))
      .map((path) => [path, readFileSync(join(root, path), 'utf8')]),
  )

describe('the issues that the bench makes', () => {
  it('are the same every time', async () => {
    for (const name of ['one', 'two']) {
      await writeBackIssues(join(folder, name, 'back'), 3)
      await writeLongIssue(join(folder, name, 'long'), 20)
      await writeMagazines(join(folder, name, 'magazine'), 2)
    }
    expect(textsIn(join(folder, 'one'))).toEqual(textsIn(join(folder, 'two')))
  })

  it('print without an error: back issues as long as issue 54, a long one of a page and a third an article', async () => {
    const back = await writeBackIssues(join(folder, 'print'), 2)
    const long = join(folder, 'print/long')
    await writeLongIssue(long, 20)
    const issues = Object.fromEntries([...back, long].map((path) => [basename(path), path]))
    const printed = await press(folder, issues)
    const pages = Object.values(printed).map(({ report }) => report.pages ?? 0)
    for (const count of pages.slice(0, 2)) {
      expect(count).toBeGreaterThanOrEqual(40)
      expect(count).toBeLessThanOrEqual(52)
    }
    expect(pages[2]).toBeGreaterThanOrEqual(24)
    expect(pages[2]).toBeLessThanOrEqual(36)
    expect(printed['issue-101']?.report.issueLine).toBe('第1期（总第101期）')
    expect(printed['issue-102']?.report.issueLine).toBe('第2期（总第102期）')
  })

  it('say different things', async () => {
    const [first = '', second = ''] = await writeBackIssues(join(folder, 'different'), 2)
    const [one, two] = [textsIn(first), textsIn(second)]
    const same = Object.keys(one).filter((path) => path.endsWith('.md') && one[path] === two[path])
    expect(same).toEqual([])
  })
})
