import { join } from 'node:path'
import { packageRoot } from '../../src/system/package.js'
import { coldContenders } from '../cold.js'
import type { Scene } from '../scene.js'
import { sizeRatio, timeRatio } from '../target.js'

/** One issue in a cold process. */
export const issue: Scene = {
  name: 'issue',
  title: '一期，冷进程（fixtures/issue-54）',
  async prepare(context) {
    const folder = join(packageRoot(), 'fixtures/issue-54')
    const { ours, puppeteer, typesetter } = await coldContenders(folder, context)
    return {
      contenders: [ours, puppeteer, typesetter],
      targets: [
        timeRatio(ours, puppeteer, 0.8),
        timeRatio(ours, typesetter, 1),
        sizeRatio(ours, puppeteer, 1),
      ],
    }
  },
}
