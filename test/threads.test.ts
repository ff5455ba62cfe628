import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import type { Threads } from '../src/threads/index.js'
import { openThreads } from '../src/threads/index.js'
import { root, workspace, writeFiles } from './kit/workspace.js'

const options = { settings: { where: {} }, single: false, all: true }
const thread = join(root, 'dist/thread.js')

/** More articles than one thread is left alone with, each with something to find and to mend. */
const files = Array.from({ length: 90 }, (_, index) => ({
  path: `${index}.md`,
  absolute: `/issue/${index}.md`,
  text:
    index % 30 === 7
      ? '---\n没有收尾'
      : `---\ntitle: 第${index}场讲座\n---\n\n会议强调,要抓好落实。第${index}次提到其它单位。`,
}))

const work = files.map((file) => ({ file, options }))

const open: Threads[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((threads) => threads.close()))
})

function threadsWith(file: string, processors: number): Threads {
  const threads = openThreads({ issues: 1, file, processors })
  open.push(threads)
  return threads
}

const folder = workspace('threads')

describe('sources that several threads share', () => {
  const alone = () => threadsWith(thread, 1).each('examine', work)

  it('give what one thread gives, in the same order, for every job', async () => {
    const threads = threadsWith(thread, 3)
    expect(await threads.each('examine', work)).toEqual(await alone())
    const mended = await threads.each('mend', work)
    expect(mended[8]).toEqual({ text: files[8]?.text.replace(',', '，'), count: 1 })
    expect(await threads.each('examine', work)).toEqual(await alone())
  })

  it('parse articles to the same trees', async () => {
    const parts = files.map((file, index) => ({
      file,
      options: { idPrefix: `a${index}`, single: false },
    }))
    const alone = await threadsWith(thread, 1).each('parse', parts)
    expect(await threadsWith(thread, 3).each('parse', parts)).toEqual(alone)
  })

  it.each([
    ['does not start', 'throw new Error("no")'],
    ['dies at once', 'process.exit(1)'],
    [
      'dies at its work',
      "require('node:worker_threads').parentPort.once('message', ({ next }) => { Atomics.add(next, 0, 1); process.exit(1) })",
    ],
  ])('lose nothing when a thread %s', async (_, code) => {
    writeFiles(folder, { 'thread.cjs': code })
    const threads = threadsWith(join(folder, 'thread.cjs'), 2)
    expect(await threads.each('examine', work)).toEqual(await alone())
    expect(await threads.each('examine', work)).toEqual(await alone())
  })

  it('are checked by this thread where there is no other', async () => {
    const threads = threadsWith(join(root, 'missing.js'), 4)
    expect(await threads.each('examine', work)).toEqual(await alone())
  })
})
