import { contextAround, findingAt } from '../findings.js'
import type { ArticleRule } from '../rule.js'

/** A heading on its own line ends without a punctuation mark. */
export const headingStop: ArticleRule = {
  id: 'heading-stop',
  row: 'S04',
  class: 'suggestion',
  severity: 'off',
  about: '标题末尾有标点',
  reason: '单独成行的标题末尾不用句号、逗号、冒号；问号、叹号、省略号可以。',
  clause: '出版惯例',
  examples: {
    passes: ['## 一、抓好落实', '## 怎么办？'],
    fails: [{ text: '## 一、抓好落实。', at: '1:10' }],
  },
  check: ({ blocks }) =>
    blocks.flatMap((block) => {
      const text = block.text.trimEnd()
      if ((block.kind !== 'heading' && block.kind !== 'title') || !/[。，、；：．.]$/.test(text))
        return []
      const message = `标题末尾有标点：“${contextAround(block, text.length - 1, text.length, 9)}”。`
      return [
        findingAt(block, text.length - 1, text.length, {
          message,
          hint: `删去“${text.slice(-1)}”。`,
        }),
      ]
    }),
}
