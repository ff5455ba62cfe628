import { join } from 'node:path'
import { editedIssue } from '../edited-issue.js'
import { finishedPage } from '../finished-page.js'
import type { Scene } from '../scene.js'
import { timeRatio } from '../target.js'
import { warmPage } from '../warm-page.js'
import { watching } from '../watching.js'

/** The time from saving an article to the finished PDF. */
export const watch: Scene = {
  name: 'watch',
  title: '--watch：从存盘到 PDF 写好',
  async prepare(context) {
    const issue = await editedIssue(join(context.folder, 'watch'))
    const page = await finishedPage(issue.folder, context)
    const warm = await warmPage(page, context)
    const reloaded = await warmPage(page, context, { reload: true })
    const watcher = await watching(issue, context)
    return {
      contenders: [watcher.contender, warm.contender, reloaded.contender],
      targets: [
        timeRatio(watcher.contender, warm.contender, 1.5),
        timeRatio(reloaded.contender, warm.contender, 1.5),
      ],
      close: async () =>
        void (await Promise.all([watcher, warm, reloaded].map(({ stop }) => stop()))),
      notes: ['后一行是下限：改过的页面总要重新装入一次，“热页面再打印”连这一步也不做。'],
    }
  },
}
