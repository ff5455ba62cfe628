import { join } from 'node:path'
import { editedIssue } from '../edited-issue.js'
import { finishedPages } from '../finished-page.js'
import type { Scene } from '../scene.js'
import { timeRatio } from '../target.js'
import { warmPage } from '../warm-page.js'
import { watching } from '../watching.js'

/** From the save of an article to the finished PDF. */
export const watch: Scene = {
  name: 'watch',
  title: '--watch：从存盘到 PDF 写好',
  async prepare(grounds) {
    const issue = await editedIssue(join(grounds.folder, 'watch'))
    const [page] = await finishedPages([issue.folder], grounds)
    if (!page) throw new Error('no page')
    const press = await warmPage(page, grounds)
    const watcher = await watching(issue, grounds)
    return {
      contenders: [watcher.contender, press.contender],
      targets: [timeRatio(watcher.contender, press.contender, 1.5)],
      close: async () => void (await Promise.all([watcher.stop(), press.stop()])),
    }
  },
}
