import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { root } from '../kit/workspace.js'

it.skipIf(process.platform === 'win32').each([28, 40])(
  'runs, or says so, when it may open only %i files',
  async (files) => {
    const command = `ulimit -n ${files} && exec "$0" "$@"`
    const words = [process.execPath, join(root, 'bin/bulletin.js'), 'check', 'fixtures/minimal']
    const ended = await new Promise((resolve) => {
      execFile('/bin/sh', ['-c', command, ...words], { cwd: root }, (error, _, stderr) =>
        resolve({ code: error?.code, stderr }),
      )
    })
    // Node 24 opens the program's own files one after the other, and is content with few.
    expect([
      { code: undefined, stderr: '' },
      {
        code: 3,
        stderr:
          '同时打开的文件太多，程序装不起来。\n改法：关掉一些程序再试；Linux、macOS 上先运行 ulimit -n 1024。\n',
      },
    ]).toContainEqual(ended)
  },
)
