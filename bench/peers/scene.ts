import { join } from 'node:path'
import { packageRoot } from '../../src/package.js'
import type { Contender } from '../contender.js'
import { bulletin, fromScratch } from '../contenders.js'
import { finishedPage } from '../finished-page.js'
import type { Scene } from '../scene.js'
import type { Target } from '../target.js'
import { timeRatio } from '../target.js'
import { peers } from './contenders.js'

/** Other tools with the text of one issue, each in its own way. Those that do not run are named. */
export const peersScene: Scene = {
  name: 'peers',
  title: '别的工具，一期，冷进程（fixtures/issue-54）',
  async prepare(context) {
    const issue = join(packageRoot(), 'fixtures/issue-54')
    const ours = await bulletin('bulletin build', [issue], context, fromScratch)
    const page = await finishedPage(issue, context)
    const contenders: Contender[] = [ours]
    const targets: Target[] = []
    const notes: string[] = []
    for (const peer of peers) {
      try {
        const contender = await peer.contender(page, context)
        await contender.run()
        contenders.push(contender)
        targets.push(timeRatio(ours, contender, peer.most))
      } catch (error) {
        const said = error instanceof Error ? error.message : String(error)
        notes.push(`${peer.name} ${peer.version} 装不上或不能运行：${said.trim().slice(0, 300)}`)
      }
    }
    return { contenders, targets, notes }
  },
}
