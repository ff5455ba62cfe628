import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import type * as Api from '../../src/index.js'
import { article, prose } from '../kit/manuscript.js'
import { root, workspace, writeFiles } from '../kit/workspace.js'

const folder = workspace('api')
const issue = join(folder, 'issue')
writeFiles(issue, {
  'bulletin.yaml': 'title: 工作通讯\nfonts: bundled\n',
  '1.md': article({ title: '一篇' }, prose(60)),
})

/** Imports the API as a script does: the file that `exports` of package.json names. */
async function api(): Promise<typeof Api> {
  const { exports } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    exports: Record<string, { default: string; types: string }>
  }
  expect(existsSync(join(root, exports['.']?.types ?? 'nothing'))).toBe(true)
  return (await import(join(root, exports['.']?.default ?? 'nothing'))) as typeof Api
}

describe('build() of the package', () => {
  it('makes a PDF and returns the report', async () => {
    const { build } = await api()
    const output = join(folder, 'out/issue.pdf')
    const report = await build(issue, { output })
    expect(report).toMatchObject({ exitCode: 0, pdf: output, pages: 3 })
    expect(readFileSync(output, 'latin1')).toMatch(/^%PDF-/)
  })

  it('takes what has not changed from earlier builds when it is asked to', async () => {
    const { build } = await api()
    const output = join(folder, 'out/cached.pdf')
    vi.stubEnv('BULLETIN_CACHE', join(folder, 'cache'))
    try {
      expect((await build(issue, { output, cache: true })).cached).toBeUndefined()
      expect(await build(issue, { output, cache: true })).toMatchObject({ cached: true, pages: 3 })
      expect((await build(issue, { output })).cached).toBeUndefined()
    } finally {
      vi.unstubAllEnvs()
    }
  })

  it('reports trouble with the sources and throws for trouble with the folder', async () => {
    const { build } = await api()
    writeFiles(folder, { 'wrong/1.md': article({ title: '' }, prose(30)) })
    const report = await build(join(folder, 'wrong'))
    expect(report.exitCode).toBe(1)
    expect(report.diagnostics.length).toBeGreaterThan(0)
    await expect(build(join(folder, 'nowhere'))).rejects.toMatchObject({
      name: 'Fault',
      kind: 'usage',
    })
  })
})
