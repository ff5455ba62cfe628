import { join } from 'node:path'
import { coldContenders } from '../cold.js'
import { writeTextOnly } from '../made/text-only.js'
import type { Scene } from '../scene.js'
import { timeRatio } from '../target.js'

/** One issue without pictures in a cold process, against Typst. */
export const text: Scene = {
  name: 'text',
  title: '一期，没有图片，冷进程',
  async prepare(context) {
    const folder = await writeTextOnly(join(context.folder, 'text'))
    const { ours, puppeteer, typesetter } = await coldContenders(folder, context)
    return {
      contenders: [ours, puppeteer, typesetter],
      targets: [timeRatio(ours, typesetter, 1.3), timeRatio(ours, puppeteer, 1.15)],
      notes: ['“裸 Puppeteer”只打印排好的页面：它比 Typst 慢的，用 Chromium 就快不了。'],
    }
  },
}
