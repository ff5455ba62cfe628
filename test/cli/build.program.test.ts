import { chmodSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import type { IssueReport } from '../../src/model/report.js'
import { article, prose } from '../kit/manuscript.js'
import { drawing } from '../kit/pictures.js'
import { bulletin, lastLine, type Run } from '../kit/program.js'
import { workspace, writeFiles } from '../kit/workspace.js'

const folder = workspace('cli')
const settings = 'title: 工作通讯\nnumber: 2\nfonts: bundled\ndate: 2021-06-28\n'

beforeAll(async () => {
  writeFiles(folder, {
    'good/bulletin.yaml': settings,
    'good/1.md': article({ title: '一篇', unit: '甲馆' }, `${prose(60)}\n\n![“图”](a.png)`),
    'good/a.png': await drawing(900, 600),
    'other/bulletin.yaml': settings,
    'other/1.md': article({ title: '另一篇' }, prose(60)),
    'warned/bulletin.yaml': settings,
    'warned/1.md': article({ title: '警告' }, `${prose(40)}\n\n<script>x</script>`),
    'wrong/bulletin.yaml': settings,
    'wrong/1.md': article({ title: '' }, prose(40)),
    'misset/bulletin.yaml': '刊明: 工作通讯\n',
    'misset/1.md': article({ title: '一篇' }, prose(40)),
    'empty/readme.txt': '',
    'draft/bulletin.yaml': settings,
    'draft/1.md': article({ title: '一篇' }, prose(40)),
    'draft/2.md': article({ title: '未定稿', draft: true }, prose(40)),
    'notice.md': article({ title: '单篇' }, prose(40)),
    'a-file': '',
  })
})

const run = (...words: string[]): Promise<Run> => bulletin(words, { cwd: folder })
const reportsIn = ({ stdout }: Run): IssueReport[] =>
  stdout
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as IssueReport)

describe('words typed → exit code and last line', () => {
  const table: [words: string, code: number, last: RegExp][] = [
    ['', 2, /./],
    ['--help', 0, /退出码|130/],
    ['build --help', 0, /130/],
    ['--version', 0, /^\d+\.\d+\.\d+$/],
    ['build', 2, /^改法：写上文件夹/],
    ['biuld good', 2, /^改法：改成 build。$/],
    ['build good --outdir x', 2, /^改法：改成 --out-dir。$/],
    ['build good -o', 2, /^改法：/],
    ['build good --jobs 0', 2, /^改法：/],
    ['build goood', 2, /good/],
    ['build a-file', 2, /^改法：/],
    ['build empty', 2, /^改法：/],
    ['build good other -o x.pdf', 2, /^改法：改用 --out-dir/],
    ['build good other --html x.html', 2, /^改法：改用 --out-dir/],
    ['build good -o x.pdf --out-dir y', 2, /只能|删去其中一个/],
    ['build good ./good', 2, /^改法：分两次生成/],
    ['build good --template nowhere', 2, /没有生成 PDF|改法：/],
    ['build misset', 2, /没有生成 PDF：misset$/],
    ['build wrong', 1, /^1 个错误(，\d+ 个警告)?；没有生成 PDF：wrong$/],
    ['build warned --strict', 1, /没有生成 PDF：warned$/],
    ['build wrong --format docx', 1, /^1 个错误(，\d+ 个警告)?；没有生成 Word：wrong$/],
    ['build warned --out-dir out', 0, /^\d+ 个警告；PDF 已生成：out\/warned\.pdf（4 页）$/],
    ['build good --out-dir out', 0, /(^|；)PDF 已生成：out\/good\.pdf（4 页）$/],
    ['build good/ -o out/深/第2期.pdf', 0, /(^|；)PDF 已生成：out\/深\/第2期\.pdf（4 页）$/],
    ['build notice.md', 0, /(^|；)PDF 已生成：notice\.pdf（3 页）$/],
  ]
  it.each(table)('bulletin %s → %i', async (words, code, last) => {
    const said = await run(...words.split(' ').filter(Boolean))
    expect(said.code, said.stderr).toBe(code)
    expect(lastLine(said.stderr || said.stdout)).toMatch(last)
    expect(said.stderr).not.toMatch(/\bat .*:\d+:\d+\)?$/m)
    expect(said.stderr).not.toMatch(/error: /)
  })

  it('writes nothing where it failed', () => {
    expect(readdirSync(folder).filter((name) => name.endsWith('.pdf'))).toEqual(['notice.pdf'])
  })
})

describe('what is said', () => {
  it('goes to stderr; stdout is empty when nothing was asked for', async () => {
    const { stdout, stderr } = await run('build', 'warned', '--out-dir', 'out')
    expect(stdout).toBe('')
    expect(stderr).toMatch(/^warned\/1\.md:\d+:\d+ {2}警告 {2}/)
    expect(stderr).toMatch(/改法：/)
  })

  it('is only errors with --quiet', async () => {
    expect(await run('build', 'warned', '--out-dir', 'out', '--quiet')).toEqual({
      code: 0,
      stdout: '',
      stderr: '',
    })
    expect((await run('build', 'wrong', '--quiet')).stderr).toContain('错误')
  })

  it('has no colours where nobody looks, with --no-color or NO_COLOR', async () => {
    const runs = [
      await run('build', 'warned', '--out-dir', 'out'),
      await run('build', 'warned', '--out-dir', 'out', '--no-color'),
    ]
    for (const { stderr } of runs) expect(stderr).not.toContain('\u001b')
  })

  it('names every step and the browser with --verbose', async () => {
    const { stderr } = await run('build', 'good', '--out-dir', 'out', '--verbose')
    expect(stderr).toMatch(/浏览器：.*\d/)
    for (const step of ['读取', '解析', '检查', '排版', '打印', '写入']) {
      expect(stderr).toContain(step)
    }
  })

  it('takes the drafts in with --drafts', async () => {
    const [without] = reportsIn(await run('build', 'draft', '--out-dir', 'out', '--json'))
    const [withDrafts] = reportsIn(
      await run('build', 'draft', '--out-dir', 'out', '--json', '--drafts'),
    )
    expect(without?.articles.map(({ title }) => title)).toEqual(['一篇'])
    expect(withDrafts?.articles.map(({ title }) => title)).toEqual(['一篇', '未定稿'])
  })
})

describe('--json', () => {
  it('prints one report object an issue', async () => {
    const said = await run('build', 'good', '--out-dir', 'out', '--json')
    const [report] = reportsIn(said)
    expect(report).toMatchObject({
      issue: 'good',
      title: '工作通讯',
      issueLine: '第2期',
      files: [{ format: 'pdf', path: 'out/good.pdf' }],
      pdf: 'out/good.pdf',
      pages: 4,
      prints: 1,
      articles: [
        { file: 'good/1.md', section: '工作交流', title: '一篇', page: 3, signature: '（甲馆）' },
      ],
      diagnostics: expect.any(Array),
      exitCode: 0,
    })
    expect(report?.fonts.map(({ role }) => role).toSorted()).toEqual([
      'fangsong',
      'hei',
      'kai',
      'song',
      'title',
    ])
    for (const step of ['read', 'parse', 'check', 'render', 'print', 'finish']) {
      expect(report?.timings[step]).toBeGreaterThanOrEqual(0)
    }
  })

  it('reports every issue of a run, those that failed as well, and exits with the worst', async () => {
    const said = await run(
      'build',
      'wrong',
      'good',
      'goood',
      'other',
      '--out-dir',
      'many',
      '--json',
    )
    const codes = Object.fromEntries(
      reportsIn(said).map(({ issue, exitCode }) => [issue, exitCode]),
    )
    expect(codes).toEqual({ wrong: 1, good: 0, goood: 2, other: 0 })
    expect(said.code).toBe(2)
    expect(readdirSync(join(folder, 'many')).toSorted()).toEqual(['good.pdf', 'other.pdf'])
    const failed = reportsIn(said).find(({ issue }) => issue === 'wrong')
    expect(failed?.diagnostics[0]).toMatchObject({ severity: 'error', file: 'wrong/1.md' })
    expect(failed?.pdf).toBeUndefined()
  })
})

describe('--html', () => {
  it('keeps what was printed in one file that needs nothing else', async () => {
    const { code } = await run('build', 'good', '-o', 'out/h.pdf', '--html', 'out/h.html')
    expect(code).toBe(0)
    const html = readFileSync(join(folder, 'out/h.html'), 'utf8')
    expect(html.includes('一篇')).toBe(true)
    expect(html).toMatch(/<img src="data:image\/png;base64,[^"]{200,}"/)
    expect(html).toContain('href="#a1"')
    expect(/@font-face[^}]+url\(["']?data:font/.test(html)).toBe(true)
    // The content security policy in its head may name an origin; nothing in the page may load from
    // one.
    const page = html.replace(/<meta http-equiv[^>]*>/, '')
    const found = page.match(/(?:src|href|url)\s*[=(]\s*["']?(?!data:|#)[^"')>]{1,40}/g)
    expect(found).toBeNull()
    for (const trace of ['https:', 'file:', 'local(', folder]) {
      expect(page.includes(trace), trace).toBe(false)
    }
  })
})

describe('a PDF that is there already', () => {
  const pdf = join(folder, 'keep.pdf')

  it.each(['wrong', 'misset', 'nowhere'])('stays as it is when %s fails', async (issue) => {
    writeFileSync(pdf, 'the one before')
    expect((await run('build', issue, '-o', 'keep.pdf')).code).not.toBe(0)
    expect(readFileSync(pdf, 'utf8')).toBe('the one before')
  })

  it('is replaced when the build succeeds', async () => {
    writeFileSync(pdf, 'the one before')
    expect((await run('build', 'good', '-o', 'keep.pdf')).code).toBe(0)
    expect(readFileSync(pdf, 'latin1')).toMatch(/^%PDF-/)
  })
})

describe('a machine that cannot', () => {
  it('is told of a browser that does not exist, exit 2', async () => {
    const { code, stderr } = await run('build', 'good', '-o', 'out/n.pdf', '--browser', '/no/such')
    expect(code, stderr).toBe(2)
    expect(stderr).toContain('/no/such')
    expect(stderr).toContain('改法：')
    expect(existsSync(join(folder, 'out/n.pdf'))).toBe(false)
  })

  it('is told of a browser that does not start, exit 3', async () => {
    const program = join(folder, 'browser')
    writeFileSync(program, '#!/bin/sh\nexit 1\n')
    chmodSync(program, 0o755)
    const { code, stderr } = await run('build', 'good', '-o', 'out/n.pdf', '--browser', program)
    expect(code, stderr).toBe(3)
    expect(stderr).not.toMatch(/\n {4}at /)
  })

  it.runIf(existsSync('/dev/full'))('is told of a disk that takes nothing, exit 3', async () => {
    const { code, stderr } = await run('build', 'good', '-o', '/proc/x.pdf')
    expect(code, stderr).toBe(3)
    expect(stderr).toContain('改法：')
  })
})
