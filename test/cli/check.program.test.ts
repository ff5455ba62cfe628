import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { rules } from '../../src/lint/rules/index.js'
import { bulletin, lastLine } from '../kit/program.js'
import { type Files, root, workspace, writeFiles } from '../kit/workspace.js'

const folder = workspace('check-cli')
const article = (body: string) =>
  `---\ntitle: 讲座\nsection: 交流\nunit: 甲馆\ndate: 2021-06-15\n---\n\n${body}\n`

const clean = article('会议强调，要抓好落实。')
const warned = article('会议强调,要抓好落实。\n\n共有３２支队伍。')

/** Writes an issue. A check starts no browser, so the environment offers none. */
function issue(name: string, files: Files) {
  writeFiles(join(folder, name), files)
  const check = (...words: string[]) =>
    bulletin(['check', name, ...words], { cwd: folder, env: { BULLETIN_BROWSER: '/nowhere' } })
  return { check, read: (file: string) => readFileSync(join(folder, name, file)) }
}

describe('bulletin check ends with', () => {
  it('0 when there is nothing to say, and says so', async () => {
    const run = await issue('clean', { 'a.md': clean }).check()
    expect(run).toEqual({ code: 0, stdout: 'clean：没有发现问题。\n', stderr: '' })
  })

  it('0 when there are warnings, each with place, words, caret and remedy', async () => {
    const { code, stdout } = await issue('warned', { 'a.md': warned }).check()
    expect(code).toBe(0)
    expect(stdout).toContain('warned/a.md:8:5')
    expect(stdout).toContain('half-width-mark')
    expect(stdout).toContain('中文里用了半角标点：“会议强调,要抓好落实”。')
    expect(stdout).toContain('改法：“,”改成“，”。')
    expect(stdout).toContain('8 │ 会议强调,要抓好落实。')
    expect(lastLine(stdout)).toBe('warned：2 个警告。')
  })

  it('1 when an article has an error', async () => {
    const { code, stdout } = await issue('wrong', { 'a.md': '没有标题。\n' }).check()
    expect(code).toBe(1)
    expect(stdout).toContain('title-missing')
  })

  it('1 when a rule is made an error, and 0 when it is off', async () => {
    const yaml = (severity: string) => `check:\n  rules: { half-width-mark: ${severity} }\n`
    const strict = issue('strict', { 'a.md': warned, 'bulletin.yaml': yaml('error') })
    expect((await strict.check()).code).toBe(1)
    const off = await issue('off', { 'a.md': warned, 'bulletin.yaml': yaml('off') }).check()
    expect(off.code).toBe(0)
    expect(off.stdout).not.toContain('half-width-mark')
  })

  it('1 when there are more warnings than --max-warnings allows', async () => {
    const { check } = issue('many', { 'a.md': warned })
    expect((await check('--max-warnings', '2')).code).toBe(0)
    const { code, stderr } = await check('--max-warnings', '1')
    expect(code).toBe(1)
    expect(stderr).toBe('警告 2 个，超过了 --max-warnings 1。\n')
  })

  it.each([
    [[], '没有写要校对哪一期。'],
    [['nowhere'], '找不到'],
    [['--format', 'xml'], 'pretty、json、github、sarif'],
    [['--explain', 'half-width-mrak'], '改成 half-width-mark。'],
    [['--max-warnings', 'all'], '整数'],
  ])('2 when it is used wrongly: %j', async (words, said) => {
    const { code, stdout, stderr } = await bulletin(['check', ...words], { cwd: folder })
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toContain(said)
  })

  it('2 when bulletin.yaml is wrong; a rule that there is not is a warning with the nearest name', async () => {
    const broken = issue('broken', { 'a.md': clean, 'bulletin.yaml': 'number: 零\n' })
    expect((await broken.check()).code).toBe(2)
    const yaml = 'check:\n  rules: { half-width-mrak: off }\n'
    const { code, stdout } = await issue('unknown', {
      'a.md': clean,
      'bulletin.yaml': yaml,
    }).check()
    expect(code).toBe(0)
    expect(stdout).toContain('没有“half-width-mrak”这条检查规则。')
    expect(stdout).toContain('改成 half-width-mark。')
  })

  it('the worst of several issues', async () => {
    issue('first', { 'a.md': clean })
    issue('second', { 'a.md': '没有标题。\n' })
    const { code, stdout } = await bulletin(['check', 'first', 'second'], { cwd: folder })
    expect(code).toBe(1)
    expect(stdout).toContain('first：没有发现问题。')
    expect(lastLine(stdout)).toMatch(/^second：/)
  })
})

describe('bulletin check looks at', () => {
  it('a single file, whose front-matter may hold the settings', async () => {
    const text = warned.replace('---\n', '---\ncheck: { rules: { half-width-mark: error } }\n')
    writeFiles(folder, { 'one.md': text })
    const { code, stdout } = await bulletin(['check', 'one.md', '--format', 'json'], {
      cwd: folder,
    })
    expect(code).toBe(1)
    expect(stdout).toContain('"rule":"half-width-mark"')
  })

  it('suggestions too with --all, and errors alone with -q', async () => {
    const { check } = issue('classes', { 'a.md': article('会议强调,提到其它单位。') })
    expect((await check()).stdout).not.toContain('qita')
    expect((await check('--all')).stdout).toContain('qita')
    expect(await check('-q')).toEqual({ code: 0, stdout: '', stderr: '' })
  })

  it('a thousand paragraphs in many articles as it looks at few', async () => {
    const names = Array.from({ length: 70 }, (_, index) => `${index + 1}.md`)
    const body = '会议强调,要抓好落实。\n\n'.repeat(15)
    const files = Object.fromEntries(names.map((name) => [name, article(body)]))
    const { stdout } = await issue('large', files).check('--format', 'json')
    const said = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { file: string; rule: string })
    const marks = said.filter(({ rule }) => rule === 'half-width-mark')
    expect(marks.map(({ file }) => file)).toEqual(
      names.flatMap((name) => Array.from({ length: 15 }, () => `large/${name}`)),
    )
    expect(said.filter(({ rule }) => rule === 'near-duplicate')).toHaveLength(69)
  })
})

describe('bulletin check reports', () => {
  const { check } = issue('formats', { 'a.md': warned })

  it('one JSON object a line', async () => {
    const { stdout } = await check('--format', 'json')
    const [first, second, ...others] = stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(others).toEqual([])
    expect(first).toEqual({
      file: 'formats/a.md',
      at: { line: 8, column: 5 },
      end: { line: 8, column: 6 },
      severity: 'warning',
      rule: 'half-width-mark',
      message: '中文里用了半角标点：“会议强调,要抓好落实”。',
      hint: '“,”改成“，”。',
      fix: { from: first.fix.from, to: first.fix.from + 1, text: '，' },
    })
    expect(second.rule).toBe('full-width-alphanumeric')
  })

  it('workflow commands for GitHub', async () => {
    const { stdout } = await check('--format', 'github')
    expect(stdout).toMatch(
      /^::warning file=formats\/a\.md,line=8,col=5,endColumn=6,title=half-width-mark::/,
    )
    expect(stdout.trim().split('\n')).toHaveLength(2)
  })

  it('one SARIF log for all issues', async () => {
    const run = await bulletin(['check', 'formats', 'formats', '--format', 'sarif'], {
      cwd: folder,
    })
    const { runs } = JSON.parse(run.stdout)
    expect(runs).toHaveLength(1)
    expect(runs[0].results).toHaveLength(4)
    expect(runs[0].tool.driver.rules).toHaveLength(rules.length)
  })
})

describe('bulletin check --fix', () => {
  const text = `\ufeff${warned.replaceAll('\n', '\r\n')}末行没有换行 ,\t \r\n\r\n\r\n* 甲`
  const files = { 'a.md': text, 'b.md': clean }

  it('is shown by --diff, which writes nothing', async () => {
    const { check, read } = issue('diff', files)
    const { code, stdout, stderr } = await check('--diff')
    expect(code).toBe(0)
    expect(stdout).toContain('-会议强调,要抓好落实。\n+会议强调，要抓好落实。')
    expect(stdout).not.toContain('b.md')
    expect(lastLine(stderr)).toMatch(/^可以自动改 \d 处；加 --fix 就改。$/)
    expect(read('a.md')).toEqual(Buffer.from(text))
  })

  it('changes what it mends and not a byte besides; the second time nothing', async () => {
    const { check, read } = issue('fix', files)
    const first = await check('--fix')
    const mended = text.replace('强调,', '强调，').replace('３２', '32')
    expect(read('a.md').toString()).toBe(mended)
    expect(read('b.md')).toEqual(Buffer.from(clean))
    expect(first.stderr).toMatch(/^fix\/a\.md：改了 \d 处。\n$/)
    expect(lastLine(first.stdout)).toBe('fix：没有发现问题。')
    const second = await check('--fix')
    expect(second).toEqual({ code: 0, stdout: 'fix：没有发现问题。\n', stderr: '' })
    expect(read('a.md').toString()).toBe(mended)
  })
})

describe('bulletin check --fix in a folder with an article in GBK', () => {
  // “甲,乙。” in GBK, below an ASCII front-matter.
  const gbk = Buffer.concat([
    Buffer.from('---\ntitle: A\nsection: B\nunit: C\ndate: 2021-06-15\n---\n\n'),
    Buffer.from([0xbc, 0xd7, 0x2c, 0xd2, 0xd2, 0xa1, 0xa3, 0x0a]),
  ])
  const files = { 'a.md': warned, 'b.md': gbk, 'c.md': warned }

  it('mends the others, names that one with what to do, and ends with 1', async () => {
    const { check, read } = issue('gbk', files)
    const { code, stdout, stderr } = await check('--fix')
    expect(code).toBe(1)
    expect(stderr).toBe('gbk/a.md：改了 2 处。\ngbk/c.md：改了 2 处。\n')
    for (const name of ['a.md', 'c.md']) expect(read(name).toString()).not.toContain('强调,')
    expect(read('b.md')).toEqual(gbk)
    expect(stdout).toContain('“gbk/b.md”不是 UTF-8 编码，能自动改的 1 处没有改。')
    expect(stdout).toContain('改法：用记事本打开，另存为时编码选 UTF-8，再运行一次。')
    // What was not fixed is still reported and quoted as it is in the file.
    expect(stdout).toContain('half-width-mark')
    expect(stdout).toContain('│ 甲,乙。')
    expect(lastLine(stdout)).toMatch(/^gbk：1 个错误，1 个警告。$/)
  })

  it('says the same with --diff, and shows what the others become', async () => {
    const { code, stdout, stderr } = await issue('gbk-diff', files).check('--diff')
    expect(code).toBe(1)
    expect(stdout).not.toContain('gbk-diff/b.md')
    expect(stderr).toContain('“gbk-diff/b.md”不是 UTF-8 编码，能自动改的 1 处没有改。')
    expect(lastLine(stderr)).toBe('可以自动改 4 处；加 --fix 就改。')
  })

  it('only warns when there is nothing to mend in it', async () => {
    const plain = Buffer.concat([gbk.subarray(0, -6), gbk.subarray(-5)])
    const { code, stdout } = await issue('gbk-plain', { 'a.md': plain }).check('--fix')
    expect(code).toBe(0)
    expect(stdout).toContain('按 GB18030（GBK）读了')
  })
})

describe('bulletin check says of a picture', () => {
  const photo = readFileSync(join(root, 'fixtures/corpus/newsletter/images/street.jpg'))
  const said = async (name: string, bytes: Buffer) => {
    const files = { 'a.md': article('![街景](a.jpg)'), 'a.jpg': bytes }
    return issue(name, files).check()
  }

  it('that broke off what build says of it', async () => {
    const { code, stdout } = await said('cut', photo.subarray(0, photo.length / 2))
    expect(code).toBe(1)
    expect(stdout).toContain('cut/a.md:8:1')
    expect(stdout).toContain('图片“a.jpg”打不开')
  })

  it('nothing when it is whole, though a camera wrote on behind its end', async () => {
    expect((await said('whole', photo)).code).toBe(0)
    expect((await said('trailer', Buffer.concat([photo, Buffer.from('SEFT')]))).code).toBe(0)
  })
})

describe('the rules are told by', () => {
  it('--rules, every one on a line', async () => {
    const { code, stdout } = await bulletin(['check', '--rules'], { cwd: folder })
    expect(code).toBe(0)
    for (const { id } of rules) expect(stdout).toMatch(new RegExp(`^${id} `, 'm'))
    expect(stdout).toContain(rules[0]?.about)
  })

  it('--explain, with reason, source and examples', async () => {
    const { code, stdout } = await bulletin(['check', '--explain', 'year-zero'], { cwd: folder })
    expect(code).toBe(0)
    expect(stdout).toMatch(/^year-zero（可改）\n/)
    expect(stdout).toContain('为什么：')
    expect(stdout).toContain('依据：GB/T 15835')
    expect(stdout).toContain('二0二二年五月')
  })
})
