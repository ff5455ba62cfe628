import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { beforeAll, describe, expect, it } from 'vitest'
import type { IssueReport } from '../../src/model/report.js'
import { batchTable } from '../../src/report/batch.js'
import { columnsOf } from '../../src/text/terminal-width.js'
import { article, paragraphs, prose } from '../kit/manuscript.js'
import { processesWith } from '../kit/processes.js'
import { bulletin, lastLine, type Run } from '../kit/program.js'
import { type Files, workspace, writeFiles } from '../kit/workspace.js'

const folder = workspace('batch')
const settings = 'title: 工作通讯\nfonts: bundled\ndate: 2021-06-28\n'

beforeAll(() => {
  const files: Files = {
    'issues/bulletin.yaml': settings,
    'issues/第三期·坏/1.md': article({ title: '' }, prose(40)),
    'issues/images/a.txt': '',
    'issues/issue-8.pdf': 'of an older run',
    'issues/README.md': '说明',
    'issues/_旧稿/1.md': article({ title: '旧稿' }, prose(40)),
  }
  for (const n of [1, 2, 10]) {
    files[`issues/issue-${n}/1.md`] = article({ title: `第${n}篇`, unit: '甲馆' }, prose(60, n))
  }
  writeFiles(folder, files)
})

const run = (...words: string[]): Promise<Run> => bulletin(['build', ...words], { cwd: folder })
const reportsIn = ({ stdout }: Run): IssueReport[] =>
  stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as IssueReport)
const good = ['issues/issue-1', 'issues/issue-2', 'issues/issue-10']

describe('several issues in one run', () => {
  it('have a line each as they finish, what is wrong before it, and a table in the order named', async () => {
    const { code, stdout, stderr } = await run(...good, 'issues/第三期·坏', '--out-dir', 'pdf')
    expect(code, stderr).toBe(1)
    expect(stdout).toBe('')
    const lines = stderr.split('\n')
    const finished = lines.filter((line) => /^\[\d\/4\] /.test(line))
    expect(finished.map((line) => line.slice(0, 5))).toEqual(['[1/4]', '[2/4]', '[3/4]', '[4/4]'])
    const bad = lines.findIndex((line) => line.endsWith('没有生成 PDF：issues/第三期·坏'))
    expect(lines.slice(0, bad).join('\n')).toMatch(/issues\/第三期·坏\/1\.md:\d+:\d+ {2}错误/)
    const table = lines.slice(lines.findIndex((line) => line.startsWith('期 ')))
    expect(table.slice(1, 5).map((line) => line.split(/ {2,}/)[0])).toEqual([
      ...good,
      'issues/第三期·坏',
    ])
    expect(table[4]).toMatch(/ - +\d+\.\d 秒 +0\/1 {2}稿件有错误$/)
    expect(table[5]).toMatch(
      /^共 4 期：生成 3 期，失败 1 期；12 页，\d+ 个警告，1 个错误；用时 \d+\.\d 秒。$/,
    )
    const results = table.slice(0, 5).map((line) => {
      const before = /^.*(?=结果|已生成|稿件有错误)/.exec(line)?.[0]
      return columnsOf(before ?? '')
    })
    expect(new Set(results).size).toBe(1)
  })

  it('name a stand-in font once', async () => {
    const { stderr } = await run(...good, '--out-dir', 'pdf')
    expect(stderr.match(/代用字体/g)).toHaveLength(1)
  })

  it('are told as one JSON line each, and nothing else', async () => {
    const said = await run(...good, '--out-dir', 'pdf', '--json')
    expect(said.stderr).toBe('')
    expect(
      reportsIn(said)
        .map(({ issue }) => issue)
        .toSorted(),
    ).toEqual(good.toSorted())
  })

  it('say nothing with --quiet when all is well', async () => {
    expect(await run(...good, '--out-dir', 'pdf', '--quiet')).toEqual({
      code: 0,
      stdout: '',
      stderr: '',
    })
  })

  it('come out the same from one job as from four', async () => {
    await run(...good, '--out-dir', 'one', '--jobs', '1', '--quiet')
    await run(...good, '--out-dir', 'four', '--jobs', '4', '--quiet')
    const bytes = (out: string, n: number) => readFileSync(join(folder, out, `issue-${n}.pdf`))
    for (const n of [1, 2, 10]) expect(bytes('one', n).equals(bytes('four', n))).toBe(true)
  })
})

describe('an issue that fails', () => {
  const words = ['issues/第三期·坏', ...good, '--jobs', '1']

  it('does not stop the others, unless told', async () => {
    const keep = await run(...words, '--out-dir', 'keep', '--keep-going', '--quiet')
    expect(keep.code).toBe(1)
    expect(readdirSync(join(folder, 'keep'))).toHaveLength(3)
  })

  it('stops those that have not begun with --fail-fast, and the table says so', async () => {
    const { code, stderr } = await run(...words, '--out-dir', 'fast', '--fail-fast')
    expect(code, stderr).toBe(1)
    expect(existsSync(join(folder, 'fast'))).toBe(false)
    expect(stderr.match(/没有开始$/gm)).toHaveLength(3)
    expect(lastLine(stderr)).toContain('生成 0 期，失败 1 期，没有开始 3 期')
  })

  it('is told from those not begun in JSON', async () => {
    const reports = reportsIn(await run(...words, '--out-dir', 'fast', '--fail-fast', '--json'))
    expect(reports.map(({ issue, exitCode, skipped }) => [issue, exitCode, skipped])).toEqual([
      ['issues/第三期·坏', 1, undefined],
      ...good.map((issue) => [issue, 130, true]),
    ])
  })

  it('cannot both stop the others and not', async () => {
    expect((await run(...words, '--fail-fast', '--keep-going')).code).toBe(2)
  })
})

describe('a pattern that no shell expanded', () => {
  it('means the issues it meets; what lies beside them is left out', async () => {
    const said = await run('issues/*', '--out-dir', 'pdf', '--json')
    expect(
      reportsIn(said)
        .map(({ issue }) => issue)
        .toSorted(),
    ).toEqual([...good, 'issues/第三期·坏'].toSorted())
    const { stderr } = await run('issues/*', '--out-dir', 'pdf')
    expect(stderr).toContain('没有排：issues/_旧稿、issues/images、issues/README.md，不是一期。')
  })

  it('is the same list as a shell makes of it', async () => {
    const names = readdirSync(join(folder, 'issues')).map((name) => `issues/${name}`)
    const listed = reportsIn(await run(...names, '--out-dir', 'pdf', '--json'))
    expect(listed.map(({ issue }) => issue).toSorted()).toEqual(
      [...good, 'issues/第三期·坏'].toSorted(),
    )
  })

  it('may meet a single issue, which is then told of as one', async () => {
    const { code, stderr } = await run('issues/issue-1[0]', '-o', 'pdf/ten.pdf')
    expect(code, stderr).toBe(0)
    expect(lastLine(stderr)).toBe('PDF 已生成：pdf/ten.pdf（4 页）')
  })

  it('may be a name after all', async () => {
    writeFiles(folder, {
      '[旧]期/bulletin.yaml': settings,
      '[旧]期/1.md': article({ title: '一' }, prose(40)),
    })
    expect((await run('[旧]期', '-o', 'pdf/old.pdf', '--quiet')).code).toBe(0)
  })

  it.each(['nothing/*', 'issues/*.docx', 'issues/ima*'])(
    'is an error when it meets none: %s',
    async (pattern) => {
      const { code, stderr } = await run(pattern)
      expect(code, stderr).toBe(2)
      expect(lastLine(stderr)).toMatch(/^改法：/)
    },
  )

  it('is understood by check as well', async () => {
    const { code, stdout } = await bulletin(['check', 'issues/*', '--format', 'json'], {
      cwd: folder,
    })
    expect(code).toBe(1)
    expect(stdout).toContain('"file":"issues/第三期·坏/1.md"')
  })
})

describe('--shard', () => {
  it('builds a part, and says so', async () => {
    const parts = await Promise.all(
      [1, 2].map((n) => run(...good, '--out-dir', `shard-${n}`, '--shard', `${n}/2`)),
    )
    expect(parts.map(({ code }) => code)).toEqual([0, 0])
    expect(parts[0]?.stderr).toContain('第 1/2 份：一共 3 期，分到 2 期。')
    expect([1, 2].map((n) => readdirSync(join(folder, `shard-${n}`)).toSorted())).toEqual([
      ['issue-1.pdf', 'issue-10.pdf'],
      ['issue-2.pdf'],
    ])
  })

  it('is content with nothing to do', async () => {
    const { code, stderr } = await run(...good, '--shard', '4/4')
    expect(code, stderr).toBe(0)
    expect(stderr).toBe('第 4/4 份：一共 3 期，没有分到，什么都不用排。\n')
  })

  it.each(['0/4', '5/4', 'all', 'auto'])('refuses %s with exit 2', async (shard) => {
    const { code, stderr } = await bulletin(['build', ...good, '--shard', shard], {
      cwd: folder,
      env: { CI_NODE_TOTAL: undefined, JOB_COMPLETION_INDEX: undefined },
    })
    expect(code, stderr).toBe(2)
    expect(lastLine(stderr)).toMatch(/^改法：/)
  })
})

describe.runIf(process.platform === 'linux')('a browser that dies in the middle of a run', () => {
  it('costs no issue', async () => {
    const temporary = join(folder, 'tmp')
    mkdirSync(temporary)
    const names = Array.from({ length: 6 }, (_, n) => `long/${n + 1}`)
    writeFiles(folder, { 'long/bulletin.yaml': settings })
    for (const [n, name] of names.entries()) {
      writeFiles(folder, {
        [`${name}/1.md`]: article({ title: `第${n}篇`, unit: '甲馆' }, paragraphs(60, 150, n)),
      })
    }
    let ended = false
    const running = bulletin(['build', ...names, '--out-dir', 'survived', '--json'], {
      cwd: folder,
      env: { TMPDIR: temporary },
    }).finally(() => {
      ended = true
    })
    // The first PDF exists, so browsers are working on the next one.
    while (!ended && !existsSync(join(folder, 'survived'))) await sleep(5)
    const browsers = processesWith(`${temporary}/`).filter(isBrowser)
    expect(browsers.length).toBeGreaterThan(0)
    for (const pid of browsers) process.kill(pid, 'SIGKILL')
    const said = await running
    expect(said.code, said.stdout + said.stderr).toBe(0)
    expect(readdirSync(join(folder, 'survived'))).toHaveLength(6)
    expect(readdirSync(temporary)).toEqual([])
  })
})

/** Whether the process is a browser itself, not one of its helper processes. */
function isBrowser(pid: number): boolean {
  const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8')
  return words.includes('--remote-debugging-pipe') && !words.includes('--type=')
}

describe('the table', () => {
  const row = {
    issue: 'a',
    time: 1234,
    warnings: 0,
    errors: 0,
    exitCode: 0,
    skipped: false,
  } as const

  it('tells what had not changed, and what warnings alone forbade', () => {
    const text = batchTable(
      [
        { ...row, pages: 4, cached: true },
        { ...row, issue: '第二期', warnings: 2, exitCode: 1, cached: false },
      ],
      125_000,
    )
    expect(text.split('\n')).toEqual([
      '期      页数    用时  警告/错误  结果',
      'a          4  1.2 秒        0/0  没有改动',
      '第二期     -  1.2 秒        2/0  有警告，没有生成',
      '共 2 期：生成 1 期，失败 1 期；4 页，2 个警告，0 个错误；用时 2 分 05 秒。',
    ])
  })
})

describe('a terminal', () => {
  it('is shown how many are done, in one line', async () => {
    const { terminal } = await import('../../src/cli/terminal.js')
    const written: string[] = []
    const live = { show: (text: string) => void written.push(text), clear: () => {} }
    const stream = { write: () => true, columns: 30 } as never
    const shown = terminal({ stdout: stream, stderr: stream, color: false, live })
    shown.expect(12)
    shown.progress('issue-1', 'read')
    shown.endProgress('issue-1')
    shown.progress('back-issues/第二期很长的名字', 'print')
    expect(written.at(0)).toContain('0/12  issue-1 读取…')
    expect(written.at(-1)).toContain('1/12  back-issues/第二期很')
    expect(columnsOf(written.at(-1) ?? '')).toBeLessThanOrEqual(29)
  })
})
