import { join } from 'node:path'
import { packageRoot } from '../../src/package.js'
import { atOnce, bare, least } from '../contenders.js'
import type { FinishedPage } from '../finished-page.js'
import { finishedPage } from '../finished-page.js'
import { writeBackIssues } from '../made/back-issues.js'
import { writeLongIssue } from '../made/long-issue.js'
import type { Scene } from '../scene.js'
import { growth, marginalGrowth, memoryRatio, timeRatio } from '../target.js'
import { typst } from '../typst/index.js'

/**
 * What the targets leave room for: the same ratios for a program that does nothing of its own. Where
 * it misses one, no work on ours can reach it with these parts on this machine.
 */
export const floor: Scene = {
  name: 'floor',
  title: '下限：只做非做不可的事（只用 remark 解析、sharp 缩图、浏览器印一次现成的页面）',
  async prepare(context) {
    const page = await finishedPage(join(packageRoot(), 'fixtures/issue-54'), context)
    const one = await least('下限，一期', page, context)
    const bareOne = await bare('裸 Puppeteer，一期', [page], context)
    const typstOne = await typst('Typst，一期', [page], context)

    const pageOf = async (articles: number) => {
      const folder = join(context.folder, 'long', `articles-${articles}`)
      await writeLongIssue(folder, articles)
      return finishedPage(folder, context)
    }
    const longPage = await pageOf(300)
    const long = await least('下限，约 400 页', longPage, context)
    const bareShort = await bare('裸 Puppeteer，约 40 页', [await pageOf(30)], context)
    const bareLong = await bare('裸 Puppeteer，约 400 页', [longPage], context)
    const bareLongest = await bare('裸 Puppeteer，约 1600 页', [await pageOf(1200)], context)

    const folders = await writeBackIssues(join(context.folder, 'back-issues'), context.issues)
    const pages: FinishedPage[] = []
    for (const folder of folders) pages.push(await finishedPage(folder, context))
    const half = Math.ceil(pages.length / 2)
    const halves = await Promise.all([
      bare('前一半', pages.slice(0, half), context),
      bare('后一半', pages.slice(half), context),
    ])
    const batch = atOnce(`下限，${pages.length} 期，两个浏览器各印一半`, halves)
    const bareBatch = await bare(`裸 Puppeteer，${pages.length} 期`, pages, context)
    const typstBatch = await typst(`Typst，${pages.length} 期`, pages, context)
    return {
      contenders: [
        ...[one, bareOne, typstOne],
        ...[long, bareShort, bareLong, bareLongest],
        ...[batch, bareBatch, typstBatch],
      ],
      targets: [
        timeRatio(one, bareOne, 0.8),
        timeRatio(one, typstOne, 1),
        timeRatio(long, bareLong, 1.15),
        memoryRatio(long, bareLong, 1.2),
        growth([bareShort, bareLong, bareLongest], 1.3),
        marginalGrowth([bareShort, bareLong, bareLongest], 1.3),
        timeRatio(batch, bareBatch, 0.7),
        timeRatio(batch, typstBatch, 1.5),
      ],
    }
  },
}
