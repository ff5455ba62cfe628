import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { root } from '../kit/workspace.js'

it.runIf(process.platform !== 'win32')(
  'says so when it may open too few files to begin',
  async () => {
    const command = 'ulimit -n 40 && exec "$0" "$@"'
    const words = [process.execPath, join(root, 'bin/bulletin.js'), 'check', 'fixtures/minimal']
    const ended = await new Promise((resolve) => {
      execFile('/bin/sh', ['-c', command, ...words], { cwd: root }, (error, _, stderr) =>
        resolve({ code: error?.code, stderr }),
      )
    })
    expect(ended).toEqual({
      code: 3,
      stderr:
        '同时打开的文件太多，程序装不起来。\n改法：关掉一些程序再试；Linux、macOS 上先运行 ulimit -n 1024。\n',
    })
  },
)
