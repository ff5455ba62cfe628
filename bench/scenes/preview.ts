import { join } from 'node:path'
import { editedIssue } from '../edited-issue.js'
import { previewed } from '../previewed.js'
import type { Scene } from '../scene.js'
import { timeDifference } from '../target.js'
import { watching } from '../watching.js'

/** The time from saving an article to the changed page in the browser. */
export const preview: Scene = {
  name: 'preview',
  title: 'preview：从存盘到页面换上',
  async prepare(context) {
    const [watched, shown] = await Promise.all([
      editedIssue(join(context.folder, 'preview-watch')),
      editedIssue(join(context.folder, 'preview')),
    ])
    const watcher = await watching(watched, context)
    const viewer = await previewed(shown, context)
    return {
      contenders: [viewer.contender, watcher.contender],
      targets: [timeDifference(viewer.contender, watcher.contender, 100)],
      close: async () => void (await Promise.all([watcher, viewer].map(({ stop }) => stop()))),
      notes: ['看预览的浏览器也在这台机器上：它和排版的浏览器分用处理器。'],
    }
  },
}
