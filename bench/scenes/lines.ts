import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { packageRoot } from '../../src/system/package.js'
import type { Contender } from '../contender.js'
import type { BenchContext } from '../context.js'
import { processContender } from '../process-contender.js'
import type { Scene } from '../scene.js'
import { plainScript } from '../scripts.js'
import { differenceIn, timeDifference } from '../target.js'

/**
 * What composing the lines adds to making the page of an issue, in a cold process. Where pictures have
 * to be scaled, the page waits longer for them.
 *
 * The 40 ms are those of a machine on which `node -e 0` takes 40 ms: the second target is the same for
 * all machines.
 */
export const lines: Scene = {
  name: 'lines',
  title: '断行：做成一期的页面（不启动浏览器）',
  async prepare(context) {
    const script = await plainScript('typeset-once')
    const folder = join(packageRoot(), 'fixtures/issue-54')
    const contender = (name: string, how: 'composed' | 'broken') =>
      typesetting(name, [script, folder, how], context)
    const composed = contender('程序断行', 'composed')
    const broken = contender('浏览器断行', 'broken')
    const node = processContender({
      name: 'node -e 0',
      command: [process.execPath, '-e', '0'],
      env: context.env,
      pdfs: [],
    })
    return {
      contenders: [composed, broken, node],
      targets: [timeDifference(composed, broken, 40), differenceIn(node, composed, broken, 1)],
    }
  },
}

/** A process that measures itself and says how long it took. */
const typesetting = (name: string, words: readonly string[], { env }: BenchContext): Contender => ({
  name,
  pdfs: [],
  async run(onStart = () => {}) {
    const running = promisify(execFile)(process.execPath, words, { env })
    if (running.child.pid !== undefined) onStart(running.child.pid)
    return Number((await running).stdout)
  },
})
