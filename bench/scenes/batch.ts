import { join } from 'node:path'
import { bare, bulletin, fromScratch } from '../contenders.js'
import type { FinishedPage } from '../finished-page.js'
import { finishedPage } from '../finished-page.js'
import { writeBackIssues } from '../made/back-issues.js'
import type { Scene } from '../scene.js'
import { timeRatio } from '../target.js'
import { typst } from '../typst.js'

/** Many issues in one run. */
export const batch: Scene = {
  name: 'batch',
  title: '往期重排，一个进程',
  async prepare(context) {
    const folders = await writeBackIssues(join(context.folder, 'back-issues'), context.issues)
    const pages: FinishedPage[] = []
    for (const folder of folders) pages.push(await finishedPage(folder, context))
    const ours = await bulletin(`bulletin，${folders.length} 期`, folders, context, fromScratch)
    const puppeteer = await bare(`裸 Puppeteer，${folders.length} 期`, pages, context)
    const typesetter = await typst(`Typst，${folders.length} 期`, pages, context)
    return {
      contenders: [ours, puppeteer, typesetter],
      targets: [timeRatio(ours, puppeteer, 0.7), timeRatio(ours, typesetter, 1.5)],
    }
  },
}
