import { join } from 'node:path'
import { bulletin, fromScratch } from '../contenders.js'
import { writeMagazines } from '../made/magazine.js'
import type { Scene } from '../scene.js'
import { sizeRatio, timeRatio } from '../target.js'

/** A magazine whose pictures are PNG, against the same with JPEG. */
export const pictures: Scene = {
  name: 'pictures',
  title: 'PNG 图片的杂志，和同样的 JPEG',
  async prepare(context) {
    const made = await writeMagazines(join(context.folder, 'pictures'), context.pictures)
    const build = (name: string, folder: string) => bulletin(name, [folder], context, fromScratch)
    const png = await build('PNG', made.png)
    const jpeg = await build('JPEG', made.jpeg)
    const likeJpeg = await build('JPEG，同样像', made.likeJpeg)
    const lossless = await build('PNG，无损', made.lossless)
    return {
      contenders: [png, jpeg, likeJpeg, lossless],
      targets: [timeRatio(png, jpeg, 1.15), sizeRatio(png, lossless, 0.5)],
      notes: [
        `${context.pictures} 张图，每三页一张；四分之一是带文字的截图。“无损”是 images: { lossless: true }。`,
        'JPEG 的质量是 90，照片的颗粒没有了，和 PNG 的相似度只有 0.95；“同样像”的质量是 97，相似度 0.98，和 PNG 转成的一样。',
      ],
    }
  },
}
