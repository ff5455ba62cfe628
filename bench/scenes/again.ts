import { join } from 'node:path'
import { bulletin, fromScratch } from '../contenders.js'
import { editedIssue } from '../edited-issue.js'
import type { Scene } from '../scene.js'
import { helpersOf, timeRatio } from '../target.js'

/** Rebuilding the same issue without changes, and with one changed paragraph. */
export const again: Scene = {
  name: 'again',
  title: '同一期再排一次，冷进程',
  async prepare(context) {
    const copy = (name: string) => editedIssue(join(context.folder, 'again', name))
    const [same, changed] = [await copy('same'), await copy('changed')]
    const cold = await bulletin('冷生成', [same.folder], context, fromScratch)
    const unchanged = await bulletin('没有改动', [same.folder], context)
    const edited = await bulletin('改一段', [changed.folder], context, { before: changed.fix })
    return {
      contenders: [cold, unchanged, edited],
      targets: [
        timeRatio(unchanged, cold, 0.3),
        helpersOf(unchanged, 0),
        timeRatio(edited, cold, 0.95),
      ],
    }
  },
}
