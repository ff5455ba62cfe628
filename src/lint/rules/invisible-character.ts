import { between } from '../characters.js'
import { contextAround, findMatches } from '../findings.js'
import type { ArticleRule } from '../rule.js'

/** Scripts and emoji that need joiners or direction marks. */
const needsJoiner =
  /\p{Emoji_Presentation}|\ufe0f|\p{sc=Arabic}|\p{sc=Mongolian}|\p{sc=Devanagari}|\p{sc=Tibetan}|\p{sc=Hebrew}/u

/** Reports invisible characters, which break search, spacing and line breaks. */
export const invisibleCharacter: ArticleRule = {
  id: 'invisible-character',
  row: 'C08',
  class: 'fixable',
  severity: 'warning',
  inReferences: true,
  about: '混进了看不见的字符（零宽空格、软连字符、不间断空格等）',
  reason: '从网页和 PDF 里粘贴会带来看不见的字符，查找不到、断行不对，有的印成方框。',
  clause: 'Unicode',
  examples: {
    passes: ['会议结束👨‍👩‍👧，大家合影。', '人民路1号\u000b电话：0700\u2028邮编：700001'],
    fails: [
      { text: '会议\u200b强调。', at: '1:3', fixed: '会议强调。' },
      { text: 'Type\u00a0C接口', at: '1:5', fixed: 'Type C接口' },
    ],
  },
  triggers: `${between('\u0001', '\u001f')}${between('\u007f', '\u00a0')}\u00ad${between('\u200b', '\u200f')}${between('\u202a', '\u202e')}\ufeff`,
  check: ({ blocks }) =>
    findMatches(
      blocks,
      /[\u200b-\u200f\u202a-\u202e\ufeff\u00ad\u00a0\u0001-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f]+/g,
      ({ 0: hidden, index }, block) => {
        const around = block.text.slice(Math.max(0, index - 2), index + hidden.length + 2)
        if (/^[\u200c-\u200f]+$/.test(hidden) && needsJoiner.test(around)) return undefined
        const code = (hidden.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
        return {
          message: `“${contextAround(block, index, index + hidden.length, 4)}”里有看不见的字符（U+${code}）。`,
          hint: '删去它，把两边的字重敲一遍。',
          instead: /^\u00a0+$/.test(hidden) ? ' ' : '',
        }
      },
    ),
}
