import type { IssueRule } from '../rule.js'

/** Minimum resolution, dpi. Below it a print looks coarse. */
const minDpi = 150

/** Printed width below which a picture is one in a line of text, mm. */
const inLine = 12

/** Reports pictures with too low a resolution for their printed size. */
export const imageSmall: IssueRule = {
  id: 'image-small',
  class: 'report',
  severity: 'warning',
  about: '图片太小，印出来会糊（不到 150 dpi）',
  reason: '照片印刷要 300 dpi，低于 150 就看得出马赛克。聊天软件转发的图常被压小，向作者要原图。',
  clause: '印刷惯例',
  examples: {
    passes: ['picture images/a.jpg\n1800 150\n§§![说明](images/a.jpg)'],
    fails: [{ text: 'picture images/a.jpg\n600 150\n§§![说明](images/a.jpg)', at: '1:1' }],
  },
  checkIssue: ({ pictures }) =>
    pictures.flatMap(({ file, at, src, pixels, width }) => {
      const dpi = Math.round(pixels / (width / 25.4))
      if (dpi >= minDpi) return []
      const enough = Math.ceil((width / 25.4) * minDpi)
      const message = `图片“${src}”宽 ${pixels} 像素，要印 ${Math.round(width)} 毫米宽，只有 ${dpi} dpi。`
      // A picture in a line of text is as high as the line; it can be no smaller.
      const smaller = width < inLine ? '' : '，或在图片的括号里加 "width=50%" 之类，印小一些'
      const hint = `换成宽 ${enough} 像素以上的原图${smaller}。`
      return [{ file, at, message, hint }]
    }),
}
