import { join } from 'node:path'
import { packageRoot } from '../../src/system/package.js'
import { bare, bulletin, fromScratch } from '../contenders.js'
import { finishedPage } from '../finished-page.js'
import type { Scene } from '../scene.js'
import { sizeRatio, timeRatio } from '../target.js'
import { typst } from '../typst.js'

/** One issue in a cold process. */
export const issue: Scene = {
  name: 'issue',
  title: '一期，冷进程（fixtures/issue-54）',
  async prepare(context) {
    const folder = join(packageRoot(), 'fixtures/issue-54')
    const page = await finishedPage(folder, context)
    const ours = await bulletin('bulletin build', [folder], context, fromScratch)
    const puppeteer = await bare('裸 Puppeteer', [page], context)
    const typesetter = await typst('Typst 0.14', [page], context)
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
