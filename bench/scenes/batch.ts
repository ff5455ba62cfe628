import { join } from 'node:path'
import { bare, bulletin, fromScratch } from '../contenders.js'
import { finishedPages } from '../finished-page.js'
import { writeBackIssues } from '../made/back-issues.js'
import type { Scene } from '../scene.js'
import { timeRatio } from '../target.js'
import { typst } from '../typst/index.js'

/** Many issues in one run. */
export const batch: Scene = {
  name: 'batch',
  title: '往期重排，一个进程',
  async prepare(grounds) {
    const folders = await writeBackIssues(join(grounds.folder, 'back-issues'), grounds.issues)
    const pages = await finishedPages(folders, grounds)
    const ours = bulletin(`bulletin，${folders.length} 期`, folders, grounds, fromScratch)
    const puppeteer = await bare(`裸 Puppeteer，${folders.length} 期`, pages, grounds)
    const papers = pages.map((page, index) => ({ issue: folders[index] ?? '', page }))
    const setter = await typst(`Typst，${folders.length} 期`, papers, grounds)
    return {
      contenders: [ours, puppeteer, setter],
      targets: [timeRatio(ours, puppeteer, 0.7), timeRatio(ours, setter, 1.5)],
    }
  },
}
