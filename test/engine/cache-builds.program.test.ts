import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { IssueReport } from '../../src/model/report.js'
import { type CountedBrowser, countedBrowser } from '../kit/counted-browser.js'
import { article, prose } from '../kit/manuscript.js'
import { drawing } from '../kit/pictures.js'
import { bulletin, lastLine } from '../kit/program.js'
import { root, workspace, writeFiles } from '../kit/workspace.js'

const folder = workspace('cache')
const series = join(folder, 'series')
const pdf = join(folder, 'issue.pdf')
let browser: CountedBrowser

const settings = 'template: ../look\nnumber: 2\ndate: 2021-06-28\n'

beforeAll(async () => {
  browser = await countedBrowser(folder)
  writeFiles(series, {
    'bulletin.yaml': 'title: 工作通讯\n',
    'look/styles/colours.css': ':root { --red: #c00; }\n',
    'issue-2/bulletin.yaml': settings,
    'issue-2/1.md': article({ title: '一篇', unit: '甲馆' }, `${prose(40)}\n\n![图](a.png)`),
    'issue-2/2.md': article({ title: '另一篇' }, `${prose(40)}\n\n<script>x</script>`),
    'issue-2/a.png': await drawing(60, 40),
    'issue-1/bulletin.yaml': 'number: 1\ndate: 2021-03-28\n',
  })
  mkdirSync(join(folder, 'fonts'))
})

/** An environment with a cache, a browser and fonts for this test only. */
const ownEnv = () => ({
  BULLETIN_BROWSER: browser.program,
  BULLETIN_CACHE: join(folder, 'cache'),
  BULLETIN_CACHE_SIZE: undefined,
  BULLETIN_FONTS: join(folder, 'fonts'),
})

interface Built {
  report: IssueReport
  stderr: string
  /** Number of browser starts. */
  starts: number
  bytes: Buffer
}

/** Builds the issue; returns the number of browser starts as well. */
async function build(
  words: readonly string[] = [],
  env: Record<string, string | undefined> = {},
): Promise<Built> {
  const before = browser.starts()
  const typed = ['build', 'issue-2', '-o', pdf, '--json', ...words]
  const run = await bulletin(typed, { cwd: series, env: { ...ownEnv(), ...env } })
  const report = JSON.parse(run.stdout) as IssueReport
  const bytes = existsSync(pdf) ? readFileSync(pdf) : Buffer.alloc(0)
  return { report, stderr: run.stderr, starts: browser.starts() - before, bytes }
}

const anew = { starts: 1, report: { exitCode: 0 } }
const again = { starts: 0, report: { exitCode: 0, cached: true } }

/** Builds twice: the first build prints, the second uses the cache. */
async function buildTwice(): Promise<Built> {
  const first = await build()
  expect(first).toMatchObject(anew)
  expect(first.report.cached).toBeUndefined()
  expect(await build()).toMatchObject(again)
  return first
}

describe('nothing has changed', () => {
  it('starts no browser, and says the same', async () => {
    const first = await buildTwice()
    const second = await build()
    expect(second.bytes.equals(first.bytes)).toBe(true)
    const { timings: _, steps: __, ...said } = first.report
    expect(said.diagnostics.length).toBeGreaterThan(0)
    expect(second.report).toMatchObject(said)
  })

  it('is what the last line says', async () => {
    const run = { cwd: series, env: ownEnv() }
    const { stderr } = await bulletin(['build', 'issue-2', '-o', pdf], run)
    expect(lastLine(stderr)).toMatch(/；没有改动，沿用上次的 PDF：.*issue\.pdf（\d+ 页）$/)
    expect(stderr).toContain('<script>x</script>')
  })

  it('brings a PDF back that was removed or altered', async () => {
    const { bytes } = await build()
    rmSync(pdf)
    expect((await build()).bytes.equals(bytes)).toBe(true)
    appendFileSync(pdf, 'x')
    const restored = await build()
    expect(restored).toMatchObject(again)
    expect(restored.bytes.equals(bytes)).toBe(true)
  })

  it('prints again for the HTML when that is not there', async () => {
    const html = join(folder, 'issue.html')
    expect(await build(['--html', html])).toMatchObject(anew)
    expect(await build(['--html', html])).toMatchObject(again)
    rmSync(html)
    expect(await build(['--html', html])).toMatchObject(anew)
    expect(existsSync(html)).toBe(true)
  })

  it('is not asked with --force', async () => {
    expect(await build(['--force'])).toMatchObject(anew)
    expect(await build()).toMatchObject(again)
  })

  it('is not asked where BULLETIN_CACHE_SIZE is 0', async () => {
    expect(await build([], { BULLETIN_CACHE_SIZE: '0' })).toMatchObject(anew)
  })
})

describe('something has changed', () => {
  const write = (path: string, text: string) => writeFiles(series, { [path]: text })
  const table: [what: string, change: () => unknown][] = [
    [
      'an article',
      () => write('issue-2/1.md', article({ title: '一篇' }, `${prose(50)}\n\n![图](a.png)`)),
    ],
    ['a picture', async () => writeFiles(series, { 'issue-2/a.png': await drawing(80, 40) })],
    ['bulletin.yaml', () => write('issue-2/bulletin.yaml', `${settings}feature: 专辑\n`)],
    ['bulletin.yaml of the folder above', () => write('bulletin.yaml', 'title: 工作简讯\n')],
    ['the template', () => write('look/styles/colours.css', ':root { --red: #d00; }\n')],
    ['a file that joins the template', () => write('look/styles/more.css', 'p { color: #111; }\n')],
    ['an article that joins', () => write('issue-2/3.md', article({ title: '新的' }, prose(40)))],
    ['an article that leaves', () => rmSync(join(series, 'issue-2/3.md'))],
    ['a neighbouring issue', () => write('issue-1/bulletin.yaml', 'number: 1\ndate: 2021-04-28\n')],
    ['an issue that joins', () => write('issue-3/bulletin.yaml', 'number: 3\ndate: 2021-09-28\n')],
    [
      'a font that is installed',
      () =>
        cpSync(join(root, 'dist/fonts/BulletinSong.ttf'), join(folder, 'fonts/BulletinSong.ttf')),
    ],
    ['the browser', () => appendFileSync(browser.program, '# updated\n')],
  ]

  it.each(table)('%s: it is built again', async (_, change) => {
    await build()
    await change()
    await buildTwice()
  })

  const parts: [what: string, change: () => unknown][] = [
    ['an article', () => write('issue-2/2.md', article({ title: '另一篇' }, prose(70)))],
    ['its settings', () => write('issue-2/bulletin.yaml', `${settings}page: { chars: 30 }\n`)],
  ]
  it.each(parts)(
    '%s: makes no difference to the PDF what was kept of the rest',
    async (_, change) => {
      await build()
      await change()
      const { bytes } = await buildTwice()
      expect((await build(['--force'])).bytes.equals(bytes)).toBe(true)
    },
  )

  const options: [what: string, words: string[], env: Record<string, string>][] = [
    ['--drafts', ['--drafts'], {}],
    ['--template', ['--template', 'briefing'], {}],
    ['SOURCE_DATE_EPOCH', [], { SOURCE_DATE_EPOCH: '86400' }],
  ]
  it.each(options)('%s: it is built again', async (_, words, env) => {
    await build()
    expect(await build(words, env)).toMatchObject(anew)
    expect(await build(words, env)).toMatchObject(again)
  })

  it('where the PDF goes: it is put there without building', async () => {
    const { bytes } = await build()
    const elsewhere = join(folder, 'elsewhere.pdf')
    expect(await build(['-o', elsewhere])).toMatchObject({ ...again, report: { pdf: elsewhere } })
    expect(readFileSync(elsewhere).equals(bytes)).toBe(true)
  })

  it('which other files are made: the PDF alone is found with what concerns it', async () => {
    const title = '一个长得公众号放不下的标题，写了三十二个字还没有写完，只好把它截短一些'
    write('issue-2/2.md', article({ title }, prose(40)))
    const out = join(folder, 'all')
    const built = await bulletin(
      ['build', 'issue-2', '--format', 'pdf,docx,wechat', '--out-dir', out, '--force', '--json'],
      { cwd: series, env: ownEnv() },
    )
    const concerning = (format: string | undefined) =>
      (JSON.parse(built.stdout) as IssueReport).diagnostics.filter((one) => one.format === format)
    expect(concerning('wechat').length).toBeGreaterThan(0)
    const { report, starts, bytes } = await build()
    expect({ starts, report }).toMatchObject(again)
    expect(report.files).toEqual([{ format: 'pdf', path: pdf }])
    expect(report.diagnostics).toEqual(concerning(undefined))
    expect(bytes.equals(readFileSync(join(out, 'issue-2.pdf')))).toBe(true)
  })

  it('that print and index follow other files: they find the pages', async () => {
    const env = { ...ownEnv(), SOURCE_DATE_EPOCH: '864000' }
    const run = (...words: string[]) => bulletin(words, { cwd: series, env })
    const out = ['--out-dir', join(folder, 'press')]
    expect((await run('build', 'issue-2', '--format', 'pdf,docx', ...out)).code).toBe(0)
    // Made of the same pages, without a PDF.
    expect((await run('build', 'issue-2', '--format', 'docx', ...out)).code).toBe(0)
    const before = browser.starts()
    expect(await run('print', 'issue-2', ...out, '-q')).toMatchObject({ code: 0 })
    expect((await run('index', 'issue-2')).stdout).toContain('一个长得公众号放不下')
    expect(browser.starts()).toBe(before)
    expect(existsSync(join(folder, 'press/issue-2-印刷.pdf'))).toBe(true)
  })

  it('keeps nothing of a build that failed', async () => {
    for (const run of [await build(['--strict']), await build(['--strict'])]) {
      expect(run.report).toMatchObject({ exitCode: 1 })
      expect(run.report.cached).toBeUndefined()
    }
  })
})

describe('a cache that is', () => {
  const kept = join(folder, 'cache/builds-v1')
  const files = () => readdirSync(kept).map((name) => join(kept, name))

  it('damaged is made anew in silence', async () => {
    const { bytes } = await build()
    for (const file of files()) writeFileSync(file, readFileSync(file).subarray(0, -1))
    const made = await buildTwice()
    expect(made.stderr).toBe('')
    expect(made.bytes.equals(bytes)).toBe(true)
  })

  it('no folder is done without', async () => {
    const { bytes } = await build()
    rmSync(kept, { recursive: true })
    writeFileSync(kept, 'a file')
    for (const run of [await build(), await build()]) {
      expect(run).toMatchObject({ ...anew, stderr: '' })
      expect(run.bytes.equals(bytes)).toBe(true)
    }
    rmSync(kept)
  })

  it('used by two builds at once serves both', async () => {
    rmSync(kept, { recursive: true, force: true })
    const paths = [join(folder, 'left.pdf'), join(folder, 'right.pdf')]
    await Promise.all(paths.map((path) => build(['-o', path])))
    const [left, right] = paths.map((path) => readFileSync(path))
    expect(left?.equals(right ?? Buffer.alloc(0))).toBe(true)
    for (const path of paths) expect(await build(['-o', path])).toMatchObject(again)
    expect(files().filter((file) => file.endsWith('.part'))).toEqual([])
  })
})
