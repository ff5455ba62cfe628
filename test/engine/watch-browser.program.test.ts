import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { article, paragraphs, prose } from '../kit/manuscript.js'
import { processesWith } from '../kit/processes.js'
import type { Watching } from '../kit/watching.js'
import { watching } from '../kit/watching.js'
import { type Files, workspace, writeFiles } from '../kit/workspace.js'

const folder = workspace('watch-browser')
const temporary = join(folder, 'tmp')
mkdirSync(temporary)

const save = (path: string, content: string) => writeFiles(folder, { [path]: content })
const settings = 'title: 工作通讯\nfonts: bundled\n'

/**
 * Ids of the browser's processes: those that use our temporary folder, except the program itself.
 */
const browsers = (run: Watching) => processesWith(temporary).filter((pid) => pid !== run.pid)
const signal = (pids: readonly number[], name: NodeJS.Signals) => {
  for (const pid of pids) {
    try {
      process.kill(pid, name)
    } catch {
      // The process has ended already, with another one that was signalled.
    }
  }
}

/** Waits until a process uses no more CPU time. */
async function untilIdle(pid: number): Promise<void> {
  const used = () => readFileSync(`/proc/${pid}/stat`, 'latin1').split(' ').slice(13, 15).join()
  for (let same = 0, last = ''; same < 10; ) {
    await sleep(50)
    const now = used()
    same = now === last ? same + 1 : 0
    last = now
  }
}

describe.runIf(process.platform === 'linux')('a watch', () => {
  let run: Watching

  beforeEach(async () => {
    const files: Files = { 'issue/bulletin.yaml': settings }
    for (let n = 1; n <= 20; n++) {
      files[`issue/${n}.md`] = article({ title: `第${n}篇` }, paragraphs(4, 150, n))
    }
    writeFiles(folder, files)
    const env = { TMPDIR: temporary }
    run = watching(['issue', '--json'], { cwd: folder, env })
    expect(await run.report()).toMatchObject({ exitCode: 0 })
  })

  afterEach(async () => {
    expect(await run.stop()).toMatchObject({ code: 130 })
    // The operating system takes a moment to end a browser's child processes.
    for (let wait = 0; wait < 100 && processesWith(temporary).length > 0; wait++) await sleep(50)
    expect(processesWith(temporary)).toEqual([])
    expect(readdirSync(temporary)).toEqual([])
    expect(readdirSync(folder).toSorted()).toEqual(['issue', 'issue.pdf', 'tmp'])
  })

  it('keeps one browser for all builds', async () => {
    const before = browsers(run)[0]
    save('issue/1.md', article({ title: '改' }, prose(60)))
    expect(await run.report()).toMatchObject({ changed: ['1.md'], exitCode: 0 })
    expect(browsers(run)).toContain(before)
    expect(readdirSync(temporary)).toHaveLength(1)
  })

  it('starts another browser when the one it had is dead', async () => {
    signal(browsers(run), 'SIGKILL')
    save('issue/1.md', article({ title: '改' }, prose(60)))
    expect(await run.report()).toMatchObject({ changed: ['1.md'], exitCode: 0, prints: 1 })
    save('issue/1.md', article({ title: '再改' }, prose(60)))
    expect(await run.report()).toMatchObject({ changed: ['1.md'], exitCode: 0 })
  })

  it('prints again with another browser when the one it had dies in the middle', async () => {
    const stopped = browsers(run)
    signal(stopped, 'SIGSTOP')
    save('issue/1.md', article({ title: '改' }, '各协会坚持服务群众,组织文化活动。'))
    await untilIdle(run.pid)
    signal(stopped, 'SIGKILL')
    const report = await run.report()
    expect(report).toMatchObject({ changed: ['1.md'], exitCode: 0, prints: 1 })
    expect(report.diagnostics.filter(({ rule }) => rule === 'half-width-mark')).toHaveLength(1)
  })

  it('ends with 130 on Ctrl-C in the middle of a build, and leaves nothing behind', async () => {
    signal(browsers(run), 'SIGSTOP')
    save('issue/1.md', article({ title: '改' }, prose(60)))
    await untilIdle(run.pid)
  })
})
