import { join } from 'node:path'
import { packageRoot } from '../../src/package.js'
import { bare, bulletin, fromScratch } from '../contenders.js'
import { finishedPages } from '../finished-page.js'
import type { Scene } from '../scene.js'
import { sizeRatio, timeRatio } from '../target.js'
import { typst } from '../typst/index.js'

/** One issue in a cold process. */
export const issue: Scene = {
  name: 'issue',
  title: '一期，冷进程（fixtures/issue-54）',
  async prepare(grounds) {
    const folder = join(packageRoot(), 'fixtures/issue-54')
    const pages = await finishedPages([folder], grounds)
    const ours = bulletin('bulletin build', [folder], grounds, fromScratch)
    const puppeteer = await bare('裸 Puppeteer', pages, grounds)
    const papers = pages.map((page) => ({ issue: folder, page }))
    const setter = await typst('Typst 0.14', papers, grounds)
    return {
      contenders: [ours, puppeteer, setter],
      targets: [
        timeRatio(ours, puppeteer, 0.8),
        timeRatio(ours, setter, 1),
        sizeRatio(ours, puppeteer, 1),
      ],
    }
  },
}
