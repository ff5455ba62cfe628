import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { stopwatch, timingsOf } from '../../src/engine/timings.js'
import type { IssueReport } from '../../src/model/report.js'
import type { Span } from '../../src/model/timing.js'
import { timingsTable } from '../../src/report/timings-table.js'
import { traceEvents } from '../../src/report/trace-events.js'
import { article, prose } from '../kit/manuscript.js'
import { photo } from '../kit/pictures.js'
import { bulletin } from '../kit/program.js'
import { workspace, writeFiles } from '../kit/workspace.js'

const steps: Span[] = [
  { name: 'browser', start: 60, ms: 140 },
  { name: 'read', start: 100, ms: 20 },
  { name: 'parse', start: 120, ms: 180 },
  { name: 'print', start: 300, ms: 200 },
  { name: 'rules', start: 310, ms: 100 },
  { name: 'print.load', start: 320, ms: 80 },
  { name: 'print.pdf', start: 400, ms: 100 },
]
const report = { issue: 'issue-54', steps } as IssueReport

describe('the table of timings', () => {
  it('has a row for each step, parts under their step', () => {
    expect(timingsTable(report).split('\n')).toEqual([
      'issue-54 各步用时（毫秒）：',
      '步骤        开始  用时',
      '浏览器启动     0   140',
      '读取          40    20',
      '解析          60   180',
      '打印         240   200',
      '  装入页面   260    80',
      '  输出       340   100',
      '校对         250   100',
      '共                 440',
    ])
  })
})

describe('the trace', () => {
  it('has an event for each step, in microseconds, what runs beside on another track', () => {
    const { traceEvents: events } = JSON.parse(traceEvents([report]))
    expect(events).toContainEqual({
      ph: 'M',
      pid: 1,
      name: 'process_name',
      args: { name: 'issue-54' },
    })
    const event = (name: string) => events.find((one: { name: string }) => one.name === name)
    expect(event('打印')).toMatchObject({ ph: 'X', ts: 300_000, dur: 200_000 })
    expect(event('读取').tid).toBe(event('打印').tid)
    expect(event('校对').tid).not.toBe(event('打印').tid)
  })
})

describe('the stopwatch', () => {
  it('times steps one after another and what goes on beside them', async () => {
    let now = 10
    const { begin, beside, spans } = stopwatch({ clock: () => now })
    begin('read')
    now = 30
    begin('parse')
    let finish = () => {}
    const scaled = beside('pictures', () => new Promise<void>((resolve) => (finish = resolve)))
    now = 50
    beside('rules', () => {
      now = 55
    })
    begin(undefined)
    now = 80.04
    finish()
    await scaled
    expect(spans()).toEqual([
      { name: 'read', start: 10, ms: 20 },
      { name: 'pictures', start: 30, ms: 50 },
      { name: 'parse', start: 30, ms: 25 },
      { name: 'rules', start: 50, ms: 5 },
    ])
    expect(timingsOf(spans())).toEqual({ read: 20, pictures: 50, parse: 25, rules: 5 })
  })
})

describe('bulletin build --timings', () => {
  const folder = workspace('timings')
  beforeAll(async () => {
    for (const name of ['first', 'second', 'wrong']) {
      const title = name === 'wrong' ? '' : '一篇'
      writeFiles(folder, {
        [`${name}/bulletin.yaml`]: 'title: 工作通讯\nfonts: bundled\ndate: 2021-06-28\n',
        [`${name}/1.md`]: article({ title }, `${prose(60)}\n\n![一座桥](images/1.jpg)`),
        [`${name}/images/1.jpg`]: await photo({ width: 300, height: 200 }),
      })
    }
  })
  const run = (...words: string[]) => bulletin(['build', ...words], { cwd: folder })

  it('shows a table of each issue after what is said of it, and keeps a trace of all', async () => {
    const { stdout, stderr } = await run('first', 'second', '--timings', '--trace', 'trace.json')
    expect(stdout).toBe('')
    for (const issue of ['first', 'second']) {
      const [, after = ''] = stderr.split(`PDF 已生成：${issue}.pdf`)
      expect(after).toMatch(new RegExp(`^（4 页）\n${issue} 各步用时`))
    }
    const names = ['读取', '解析', '检查', '图片缩放', '校对', '排版', '打印', '  输出', '写入']
    for (const name of names)
      expect(stderr.match(new RegExp(`^${name} .*\\d$`, 'gm'))).toHaveLength(2)
    const { traceEvents: events } = JSON.parse(readFileSync(join(folder, 'trace.json'), 'utf8'))
    const named = (name: string) => events.filter((one: { name: string }) => one.name === name)
    expect(named('process_name')).toHaveLength(2)
    expect(named('打印')).toHaveLength(2)
  })

  it('shows what was done of an issue that failed', async () => {
    const { code, stderr } = await run('wrong', '--timings')
    expect(code).toBe(1)
    expect(stderr).toMatch(/^检查 .*\d$/m)
    expect(stderr).not.toMatch(/^打印/m)
  })

  it('tells scripts when each step began and how long it took', async () => {
    const { stdout } = await run('first', '--json')
    const { steps, timings }: IssueReport = JSON.parse(stdout)
    const at = (name: string) => steps.find((step) => step.name === name) ?? expect.fail(name)
    const inTurn = ['read', 'parse', 'check', 'render', 'print', 'finish'].map(at)
    for (const [i, { start, ms }] of inTurn.entries()) {
      const before = inTurn[i - 1]
      expect(ms).toBe(timings[inTurn[i]?.name ?? ''])
      if (before) expect(start).toBeGreaterThanOrEqual(before.start)
    }
    expect(at('read').start).toBeGreaterThan(0)
    expect(at('browser').start).toBeLessThan(at('read').start)
    for (const part of ['print.load', 'print.layout', 'print.pdf'].map(at)) {
      expect(part.start).toBeGreaterThanOrEqual(at('print').start)
      expect(part.start + part.ms).toBeLessThanOrEqual(at('finish').start + 0.2)
    }
  })
})
