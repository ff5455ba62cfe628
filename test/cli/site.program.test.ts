import {
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import sax from 'sax'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { OpenBrowser } from '../../src/browser/index.js'
import { bulletin, lastLine } from '../kit/program.js'
import { axeFindings, onScreen, openScreens, overflow, screens } from '../kit/screen.js'
import { root, workspace, writeFiles } from '../kit/workspace.js'

const folder = workspace('site')
const year = join(folder, 'year')
const site = join(folder, 'public')
const issues = ['issue-1', 'issue-2', 'issue-3']
const address = 'https://www.example.org/tongxun'

const build = (words: readonly string[], targets = issues) =>
  bulletin(['build', ...targets.map((name) => join(year, name)), ...words], {
    env: { BULLETIN_CACHE_SIZE: undefined, BULLETIN_CACHE: join(folder, 'cache') },
  })

/** Every file of the site, with the time of its last change. */
const filesIn = (path: string) =>
  readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(path, name)).isFile())
    .sort()

let browser: OpenBrowser
let said: string

beforeAll(async () => {
  cpSync(join(root, 'examples/newsletter'), year, { recursive: true })
  const run = await build(['--site', site, '--base-url', address])
  expect(run.stderr).toContain('网站已生成')
  said = run.stderr
  browser = await openScreens()
})

afterAll(() => browser?.close())

const read = (name: string) => readFileSync(join(site, name), 'utf8')

describe('--site', () => {
  it('writes nothing where the folder of an issue is a link out of the site', async () => {
    const outside = join(folder, 'outside')
    writeFiles(folder, { 'outside/a.txt': '', 'linked/a.txt': '' })
    symlinkSync(outside, join(folder, 'linked/issue-1'))
    const { code, stderr } = await build(['--site', join(folder, 'linked')], ['issue-1'])
    expect([code, stderr]).toEqual([2, expect.stringContaining('指向文件夹之外的链接')])
    expect(readdirSync(outside)).toEqual(['a.txt'])
  })

  it('has one folder an issue, a list of them and a feed', () => {
    expect(filesIn(site)).toEqual(
      ['feed.xml', 'index.html', ...issues.map((name) => `${name}/index.html`)].sort(),
    )
    expect(lastLine(said)).toBe(`网站已生成：${join(site, 'index.html')}（3 期）`)
  })

  it('lists the issues newest first, with links that lead to their titles', async () => {
    const screen = { width: 360, scheme: 'light' } as const
    const links = await onScreen(browser, read('index.html'), screen, (page) =>
      page.$$eval('main a', (all) => all.map((link) => link.getAttribute('href') ?? '')),
    )
    expect(links.filter((href) => !href.includes('#'))).toEqual(
      issues.toReversed().map((name) => `${name}/index.html`),
    )
    for (const href of links) {
      const [file = '', id] = href.split('#')
      expect(existsSync(join(site, file)), href).toBe(true)
      if (id !== undefined) expect(read(file), href).toContain(`id="${id}"`)
    }
  })

  it('axe-core finds nothing on the list and on a page, and nothing is wider than a phone', async () => {
    for (const screen of screens)
      for (const name of ['index.html', 'issue-3/index.html']) {
        const found = await onScreen(browser, read(name), screen, async (page) => ({
          wider: await overflow(page),
          axe: await axeFindings(page),
        }))
        expect(found).toEqual({ wider: 0, axe: [] })
      }
  })

  it('has a feed that is well-formed, with absolute addresses and the dates of the issues', () => {
    const ids: string[] = []
    let inside = ''
    const parser = sax.parser(true)
    parser.onerror = (error) => {
      throw error
    }
    parser.onopentag = ({ name, attributes }) => {
      inside = name
      if (name === 'link') expect(String(attributes.href)).toMatch(/^https:\/\/www\.example\.org\//)
    }
    parser.ontext = (text) => {
      if (inside === 'id') ids.push(text.trim())
    }
    parser.write(read('feed.xml')).close()
    expect(ids.filter(Boolean)).toEqual([
      `${address}/`,
      ...issues.toReversed().map((name) => `${address}/${name}/`),
    ])
    expect(read('feed.xml')).toMatch(/<updated>\d{4}-\d\d-\d\dT00:00:00\+08:00<\/updated>/)
  })

  it('changes no byte and no file when nothing has changed, and only the page of a changed issue', async () => {
    const before = filesIn(site).map((name) => [
      name,
      read(name),
      statSync(join(site, name)).mtimeMs,
    ])
    await build(['--site', site, '--base-url', address])
    expect(
      filesIn(site).map((name) => [name, read(name), statSync(join(site, name)).mtimeMs]),
    ).toEqual(before)
    const [article = ''] = readdirSync(join(year, 'issue-2')).filter((name) => name.endsWith('.md'))
    const path = join(year, 'issue-2', article)
    writeFileSync(path, `${readFileSync(path, 'utf8')}\n又添了一段。\n`)
    await build(['--site', site, '--base-url', address])
    expect(
      before.filter(([name, text]) => read(String(name)) !== text).map(([name]) => name),
    ).toEqual(['issue-2/index.html'])
  })

  it('links to the PDF when it is built too, and has no feed without an address', async () => {
    const other = join(folder, 'other')
    const run = await build(['--site', other, '--format', 'pdf'], ['issue-1'])
    expect(lastLine(run.stderr)).toContain('没有订阅源：写 --base-url 网址，就有 feed.xml')
    expect(filesIn(other)).toEqual(['index.html', 'issue-1/index.html', 'issue-1/issue-1.pdf'])
    expect(readFileSync(join(other, 'issue-1/index.html'), 'utf8')).toContain('href="issue-1.pdf"')
    expect(readFileSync(join(other, 'index.html'), 'utf8')).toContain('href="issue-1/issue-1.pdf"')
  })

  it('leaves the list as it is when an issue could not be built', async () => {
    const before = read('index.html')
    writeFiles(join(year, 'issue-7'), { '01-坏.md': '---\n日期: 2021-02-30\n---\n\n正文。\n' })
    const run = await build(['--site', site, '--base-url', address], [...issues, 'issue-7'])
    expect(run.code).toBe(1)
    expect(lastLine(run.stderr)).toBe('有 1 期没有生成，网站的首页没有动；改好再运行一次。')
    expect(read('index.html')).toBe(before)
  })

  it.each([
    [['--site', 'x', '-o', 'a.html'], '--site 不能和 -o 一起用。'],
    [['--site', 'x', '--shard', '1/2'], '--site 不能和 --shard 一起用。'],
    [['--base-url', address], '--base-url 要和 --site 一起用。'],
    [
      ['--site', 'x', '--base-url', 'ftp://a'],
      '要写 https://www.example.org/tongxun/ 这样的网址。',
    ],
    [['--site', year], '和稿件混在一起'],
    [['--site', join(year, 'issue-1')], '和稿件混在一起'],
  ])('%j: %s', async (words, message) => {
    const run = await build(words, ['issue-1'])
    expect(run.code).toBe(2)
    expect(run.stderr).toContain(message)
  })
})
