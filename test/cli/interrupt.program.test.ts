import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { beforeAll, describe, expect, it } from 'vitest'
import { article, paragraphs } from '../kit/manuscript.js'
import { processesWith } from '../kit/processes.js'
import { bulletin } from '../kit/program.js'
import { type Files, workspace, writeFiles } from '../kit/workspace.js'

const folder = workspace('interrupt')
const temporary = join(folder, 'tmp')

beforeAll(() => {
  mkdirSync(temporary)
  const files: Files = { 'issue/bulletin.yaml': 'title: 工作通讯\nfonts: bundled\n' }
  for (let n = 1; n <= 300; n++) {
    files[`issue/${n}.md`] = article({ title: `第${n}篇` }, paragraphs(8, 150, n))
  }
  writeFiles(folder, files)
})

/** Builds the large issue and sends signals once `ready` returns true. */
async function interrupted(
  signals: readonly NodeJS.Signals[],
  ready: () => boolean,
  words: readonly string[] = ['build', 'issue'],
) {
  writeFileSync(join(folder, 'issue.pdf'), 'the one before')
  let pid = 0
  const run = bulletin(words, {
    cwd: folder,
    env: { TMPDIR: temporary },
    onStart: (started) => {
      pid = started
    },
  })
  while (!ready()) await sleep(10)
  for (const signal of signals) {
    process.kill(pid, signal)
    await sleep(10)
  }
  return { ...(await run), pid }
}

/** That nothing of a run is left, neither in the folders nor as a process. */
async function expectNothingLeft() {
  expect(readdirSync(folder).toSorted()).toEqual(['issue', 'issue.pdf', 'tmp'])
  expect(readFileSync(join(folder, 'issue.pdf'), 'utf8')).toBe('the one before')
  // The operating system takes a moment to end a browser's child processes.
  for (let wait = 0; wait < 100 && processesWith(temporary).length > 0; wait++) await sleep(50)
  expect(processesWith(temporary)).toEqual([])
  expect(readdirSync(temporary)).toEqual([])
}

describe.runIf(process.platform === 'linux')('Ctrl-C', () => {
  const browserRuns = () => readdirSync(temporary).length > 0
  const cases: [string, NodeJS.Signals[], () => boolean][] = [
    ['as the browser starts', ['SIGINT'], browserRuns],
    [
      'in the middle of the work',
      ['SIGINT'],
      (() => {
        let since = 0
        return () => {
          if (since === 0 && browserRuns()) since = Date.now()
          return since > 0 && Date.now() - since > 1200
        }
      })(),
    ],
    ['by a service manager', ['SIGTERM'], browserRuns],
    ['by a terminal that is closed', ['SIGHUP'], browserRuns],
    ['that npx passes on once more', ['SIGINT', 'SIGINT'], browserRuns],
  ]

  it.each(cases)('%s ends all with 130 and leaves nothing behind', async (_, signals, ready) => {
    const { code, stderr } = await interrupted(signals, ready)
    expect(code, stderr).toBe(130)
    await expectNothingLeft()
    expect(stderr).not.toMatch(/\n {4}at /)
  })

  it.each([
    ['doctor', ['doctor']],
    ['print', ['print', 'issue']],
  ])('ends %s too', async (_, words) => {
    const { code, stderr } = await interrupted(['SIGTERM'], browserRuns, words)
    expect(code, stderr).toBe(130)
    await expectNothingLeft()
  })
})

it('leaves no temporary folder after a build that went well', async () => {
  writeFiles(folder, { 'small/1.md': article({ title: '一篇' }, paragraphs(1)) })
  const { code } = await bulletin(['build', 'small'], { cwd: folder, env: { TMPDIR: temporary } })
  expect(code).toBe(0)
  expect(existsSync(join(folder, 'small.pdf'))).toBe(true)
  expect(readdirSync(temporary)).toEqual([])
})
