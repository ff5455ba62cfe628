import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bundledPackage } from '../../src/browser/bundled-package.js'
import { pressFixture } from '../kit/press.js'
import { bulletin } from '../kit/program.js'
import { readPdf } from '../kit/read-pdf.js'
import { breakingLine, type RemoteBrowser, remoteBrowser } from '../kit/remote-browser.js'
import { copyFixture, workspace } from '../kit/workspace.js'

const folder = workspace('remote')

describe.runIf(process.platform === 'linux' && bundledPackage())('a browser elsewhere', () => {
  let remote: RemoteBrowser
  beforeAll(async () => {
    remote = await remoteBrowser(folder)
  })
  afterAll(() => remote.close())

  const build = (issue: string, out: string, browser: string) =>
    bulletin(['build', issue, '-o', join(folder, out), '--browser', browser], { cwd: folder })

  it('prints the same pages as one here', async () => {
    const issue = copyFixture('issue-54', folder)
    const { code, stderr } = await build(issue, 'elsewhere.pdf', remote.address)
    expect(code, stderr).toBe(0)
    const there = await readPdf(readFileSync(join(folder, 'elsewhere.pdf')))
    const { pdf: here } = await pressFixture('issue-54')
    expect(there.pages.map(({ text }) => text)).toEqual(here.pages.map(({ text }) => text))
    const [lines, linesHere] = [there, here].map(({ pages }) => pages.flatMap((page) => page.lines))
    const off = (lines ?? []).map(({ x, y }, i) => {
      const line = linesHere?.[i]
      return Math.max(Math.abs(x - (line?.x ?? 0)), Math.abs(y - (line?.y ?? 0)))
    })
    expect(Math.max(...off)).toBeLessThan(0.2)
    expect([...there.fonts.values()].every(({ embedded, type3 }) => embedded && !type3)).toBe(true)
  })

  it('prints several issues side by side', async () => {
    const issues = ['back-issues/issue-52', 'back-issues/issue-53'].map((name) =>
      copyFixture(name, folder),
    )
    const out = join(folder, 'both')
    const words = ['build', ...issues, '--out-dir', out, '--browser', remote.address]
    const { code, stderr } = await bulletin(words, { cwd: folder })
    expect(code, stderr).toBe(0)
    for (const n of [52, 53]) expect(existsSync(join(out, `issue-${n}.pdf`))).toBe(true)
  })

  it('is left for good when the line breaks twice: exit 3, and the PDF that was there stays', async () => {
    const line = await breakingLine(remote, { after: 300_000, cuts: Number.POSITIVE_INFINITY })
    const issue = copyFixture('issue-54', join(folder, 'cut'))
    writeFileSync(join(folder, 'cut.pdf'), 'the one before')
    const { code, stderr } = await build(issue, 'cut.pdf', line.address)
    await line.close()
    expect(code, stderr).toBe(3)
    expect(line.broken()).toBe(2)
    expect(stderr).toContain(`和浏览器“${line.address}”的连接断了，没有排完。`)
    expect(stderr).toContain('改法：')
    expect(readFileSync(join(folder, 'cut.pdf'), 'utf8')).toBe('the one before')
  })

  it('is met again when the line breaks once', async () => {
    const line = await breakingLine(remote, { after: 300_000, cuts: 1 })
    const issue = copyFixture('issue-54', join(folder, 'again'))
    const { code, stderr } = await build(issue, 'again.pdf', line.address)
    await line.close()
    expect(code, stderr).toBe(0)
    expect(line.broken()).toBe(1)
    expect(readFileSync(join(folder, 'again.pdf'), 'latin1')).toMatch(/^%PDF-/)
  })
})
