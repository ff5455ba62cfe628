import { between } from '../characters.js'
import { contextAround, findMatches } from '../findings.js'
import type { ArticleRule } from '../rule.js'

/** Simplified radicals that NFKC does not map, from Unicode's EquivalentUnifiedIdeograph. */
const pairs =
  '⺠民⻁虎⻅见⻆角⻉贝⻋车⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻩黄⻬齐⻮齿⻰龙⻳龟⻄西⺟母⻨麦⻧卤'
const radicals = new Map(
  (pairs.match(/../gu) ?? []).map((pair) => [pair.charAt(0), pair.charAt(1)]),
)

/**
 * Reports radicals and compatibility characters that look like Han characters. Text copied from a
 * PDF contains them.
 */
export const lookAlike: ArticleRule = {
  id: 'look-alike',
  row: 'C09',
  class: 'fixable',
  severity: 'warning',
  inReferences: true,
  about: '用了看着像汉字的部首或兼容字符（⽂ ⻓）',
  reason: '从 PDF 里复制的“⽂”可能是部首，不是“文”字；看着一样，却查不到，换一种字体就缺字。',
  clause: 'Unicode 部首区（2F00–2FDF、2E80–2EFF）、兼容汉字区（F900–FAFF）',
  examples: {
    passes: ['文化馆长'],
    fails: [{ text: '⽂化馆馆⻓', at: '1:1', fixed: '文化馆馆长' }],
  },
  triggers: between('\u2e80', '\u2fdf') + between('\uf900', '\ufaff'),
  check: ({ blocks }) =>
    findMatches(
      blocks,
      /[\u2f00-\u2fdf\u2e80-\u2eff\uf900-\ufaff]/g,
      ({ 0: shape, index }, block) => {
        const character = radicals.get(shape) ?? shape.normalize('NFKC')
        if (character === shape) return undefined
        return {
          message: `“${contextAround(block, index, index + 1, 3)}”里的“${shape}”不是汉字“${character}”，是长得一样的部首或兼容字符。`,
          hint: `删去它，重敲一个“${character}”。`,
          instead: character,
        }
      },
    ),
}
