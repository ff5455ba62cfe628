import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readIssue } from '../../src/input/files/index.js'
import { decode } from '../../src/system/decode.js'

let cwd: string
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'bulletin-reading-'))
})
afterEach(() => rmSync(cwd, { recursive: true, force: true }))

function write(files: Record<string, string>) {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(cwd, path)), { recursive: true })
    writeFileSync(join(cwd, path), text)
  }
}
const read = (target: string) => readIssue(target, { cwd })
const pathsOf = async (target: string) => (await read(target)).articles.map(({ path }) => path)

it('reads articles at any depth, numbers as numbers', async () => {
  write({
    'a/10.md': '',
    'a/2.md': '',
    'a/1/3.md': '',
    'a/1/README.md': '',
    'a/_x/4.md': '',
    'a/.git/5.md': '',
    'a/node_modules/p/6.md': '',
    'a/7.MD': '',
    'a/notes.txt': '',
  })
  expect(await pathsOf('a')).toEqual(['a/1/3.md', 'a/2.md', 'a/7.MD', 'a/10.md'])
})

it('names the issue after its folder, however the folder is spelt', async () => {
  write({ '第3期/1.md': '' })
  for (const target of ['第3期', './第3期/', join(cwd, '第3期')]) {
    expect(await read(target)).toMatchObject({
      name: '第3期',
      single: false,
      articles: [{ path: '第3期/1.md' }],
    })
  }
  expect(await readIssue('.', { cwd: join(cwd, '第3期') })).toMatchObject({
    name: '第3期',
    articles: [{ path: '1.md' }],
  })
})

it('spells names composed, as they are typed, while opening them as they are stored', async () => {
  write({ [`a/${'é'.normalize('NFD')}.md`]: '甲' })
  const [article] = (await read('a')).articles
  expect(article?.path).toBe(`a/${'é'.normalize('NFC')}.md`)
  expect(article?.absolute).toBe(join(cwd, 'a', `${'é'.normalize('NFD')}.md`))
})

it('lets pictures come from the folder above only when that is a publication', async () => {
  write({ 'a/1.md': '' })
  expect((await read('a')).roots).toEqual([join(cwd, 'a')])
  write({ 'bulletin.yaml': '' })
  const { roots, parent } = await read('a')
  expect(roots).toEqual([join(cwd, 'a'), cwd])
  expect(parent?.path).toBe('bulletin.yaml')
})

it('reads a single file with the settings beside it as its parent', async () => {
  write({ 'a/通知.md': '甲', 'a/bulletin.yaml': '刊名: 乙\n' })
  const sources = await read('a/通知.md')
  expect(sources).toMatchObject({
    name: '通知',
    single: true,
    folder: join(cwd, 'a'),
    parent: { text: '刊名: 乙\n' },
  })
  expect(sources.settings).toBeUndefined()
})

describe('links', () => {
  it('are not followed out of the folder, and that is said', async () => {
    write({ 'a/1.md': '', 'secret.md': '' })
    symlinkSync('../secret.md', join(cwd, 'a/2.md'))
    symlinkSync('../..', join(cwd, 'a/up'))
    const { articles, diagnostics } = await read('a')
    expect(articles.map(({ path }) => path)).toEqual(['a/1.md'])
    expect(diagnostics).toMatchObject([{ file: 'a/2.md', severity: 'error', rule: 'link-outside' }])
  })
  it('in a ring end, and no article comes twice', async () => {
    write({ 'a/b/1.md': '', 'a/_later/2.md': '' })
    symlinkSync('..', join(cwd, 'a/b/ring'))
    symlinkSync('b', join(cwd, 'a/again'))
    symlinkSync('_later/2.md', join(cwd, 'a/3.md'))
    expect(await pathsOf('a')).toEqual(['a/3.md', 'a/b/1.md'])
  })
  it('that are broken are named', async () => {
    write({ 'a/1.md': '' })
    symlinkSync('nowhere.md', join(cwd, 'a/2.md'))
    expect((await read('a')).diagnostics).toMatchObject([{ file: 'a/2.md' }])
  })
  it('cannot bring settings in from outside', async () => {
    write({ 'a/b/1.md': '', 'secret.yaml': '刊名: 乙\n' })
    symlinkSync('../../secret.yaml', join(cwd, 'a/b/bulletin.yaml'))
    const { settings, diagnostics } = await read('a/b')
    expect(settings).toBeUndefined()
    expect(diagnostics).toMatchObject([{ rule: 'link-outside', configuration: true }])
  })
})

describe('a target that is no issue', () => {
  const fault = (target: string) => read(target).catch((error: unknown) => error)
  it('gets the names that are near', async () => {
    write({ 'issue-54/1.md': '', 'issue-53/1.md': '', 'images/a.txt': '' })
    const found = await fault('issue-45')
    expect(found).toMatchObject({ kind: 'usage', message: '找不到文件夹“issue-45”。' })
    expect(found).toMatchObject({ hint: '检查名字；这里有 issue-53、issue-54。' })
  })
  it('may be a file of another kind', async () => {
    write({ 'a.docx': '' })
    expect(await fault('a.docx')).toMatchObject({ kind: 'usage' })
  })
  it('may be a folder without articles', async () => {
    write({ 'a/README.md': '', 'b/1.md.txt': '' })
    expect(await fault('a')).toMatchObject({
      kind: 'usage',
      message: '文件夹“a”里没有稿件（.md 文件）。',
    })
    expect(await fault('b')).toMatchObject({ hint: '把“1.md.txt”的扩展名改成 .md。' })
  })
  it('may lie under a file', async () => {
    write({ 'a.md': '' })
    expect(await fault('a.md/b')).toMatchObject({ kind: 'usage' })
  })
  // The superuser can read every file, so nothing is refused there.
  it.skipIf(process.getuid?.() === 0)('may be closed to us', async () => {
    write({ 'a/1.md': '' })
    chmodSync(join(cwd, 'a/1.md'), 0)
    expect(await fault('a')).toMatchObject({ kind: 'environment' })
  })
})

describe('decoding', () => {
  const bytes = (...values: number[]) => new Uint8Array(values)
  it('drops the mark of UTF-8 and UTF-16 and keeps line ends', () => {
    expect(decode(bytes(0xef, 0xbb, 0xbf, 0x61, 0x0d, 0x0a))).toEqual({ text: 'a\r\n' })
    expect(decode(bytes(0xff, 0xfe, 0x2d, 0x4e))).toEqual({ text: '中' })
    expect(decode(bytes(0xfe, 0xff, 0x4e, 0x2d))).toEqual({ text: '中' })
  })
  it('reads GBK, marked as such', () => {
    expect(decode(bytes(0xd6, 0xd0, 0xce, 0xc4))).toEqual({ text: '中文', legacy: true })
  })
  it('knows what is no text', () => {
    expect(decode(bytes(0x50, 0x4b, 0x00, 0xff))).toEqual({ wrong: 'binary', line: 1 })
    expect(decode(bytes(0x61, 0xff))).toEqual({ wrong: 'unknown-encoding', line: 1 })
  })
})
