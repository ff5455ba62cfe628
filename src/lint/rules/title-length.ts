import { longestTitle } from '../../input/article/implausible-title.js'
import { widthInEm } from '../../text/em-width.js'
import { excerpt } from '../../text/excerpt.js'
import { titleLines } from '../../text/title-lines.js'
import { findingAt } from '../findings.js'
import type { ArticleRule } from '../rule.js'

/**
 * Width of a title line, in characters: the type area of 28 less an indent of two on both sides, at
 * the title's size.
 */
const lineWidth = 20
/** Maximum number of title lines. */
const maxLines = 3
/**
 * Characters that always fit in three lines broken between words: each line then holds at least 18
 * of its 20.
 */
const safeLength = 54

/** Reports titles that need more than three lines. */
export const titleLength: ArticleRule = {
  id: 'title-length',
  class: 'report',
  severity: 'warning',
  about: '标题太长，要排四行以上',
  reason: '标题以一两行为宜，最多三行；更长的在目录里也排不下。',
  clause: '公文标题惯例',
  examples: {
    passes: ['---\ntitle: 城东区举办健康知识讲座\n---\n\n正文。'],
    fails: [
      {
        text: `---\ntitle: ${'关于进一步加强全市文化志愿服务队伍建设和阵地建设的若干意见'.repeat(3)}\n---\n\n正文。`,
        at: '2:8',
      },
    ],
  },
  check: ({ blocks }) =>
    blocks
      .filter(({ kind }) => kind === 'title')
      .flatMap((block) => {
        // A title that fits in two lines needs no word segmentation. An implausibly long title has
        // its own diagnostic.
        const broken = block.text.includes('\n')
        const cells = widthInEm(block.text.replaceAll('\n', ''))
        if ((!broken && cells <= 2 * lineWidth) || block.text.length > longestTitle) return []
        const lines = titleLines(block.text, lineWidth)
        if (lines.length <= maxLines) return []
        const hint = broken
          ? '少断几行，最多三行；放不下的移到副标题 subtitle。'
          : `三行最多 ${maxLines * lineWidth} 字，还要在词语之间断开：缩到 ${Math.min(safeLength, Math.floor(cells) - 3)} 字以内，放不下的移到副标题 subtitle。`
        const message = `标题有 ${Math.ceil(cells)} 字，要排 ${lines.length} 行：“${excerpt(block.text, 20)}”。`
        return [findingAt(block, 0, block.text.length, { message, hint })]
      }),
}
