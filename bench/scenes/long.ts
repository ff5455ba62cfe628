import { join } from 'node:path'
import { bare, bulletin, fromScratch } from '../contenders.js'
import { finishedPage } from '../finished-page.js'
import { writeLongIssue } from '../made/long-issue.js'
import type { Scene } from '../scene.js'
import { growth, marginalGrowth, memoryRatio, timeRatio } from '../target.js'

/** Numbers of articles of about 1.3 pages each: 40, 400 and 1,600 pages. */
const lengths = [30, 300, 1200] as const

/** Long issues, and how the time grows with the length. */
export const long: Scene = {
  name: 'long',
  title: '长的一期：约 40、400、1600 页',
  async prepare(context) {
    const folders: string[] = []
    for (const articles of lengths) {
      const folder = join(context.folder, 'long', `articles-${articles}`)
      await writeLongIssue(folder, articles)
      folders.push(folder)
    }
    const [short = '', middle = '', longest = ''] = folders
    const build = (name: string, folder: string) => bulletin(name, [folder], context, fromScratch)
    const ours = [
      await build('bulletin，约 40 页', short),
      await build('bulletin，约 400 页', middle),
      await build('bulletin，约 1600 页', longest),
    ] as const
    const page = await finishedPage(middle, context)
    const puppeteer = await bare('裸 Puppeteer，约 400 页', [page], context)
    return {
      contenders: [...ours, puppeteer],
      targets: [
        timeRatio(ours[1], puppeteer, 1.15),
        memoryRatio(ours[1], puppeteer, 1.2),
        growth(ours, 1.3),
        marginalGrowth(ours, 1.3),
      ],
      notes: ['短的一期里 Node 和浏览器的启动占得多，所以每页用时另按“每增加一页”比。'],
    }
  },
}
