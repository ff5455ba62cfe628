import { between } from '../characters.js'
import { matches, near } from '../findings.js'
import type { ArticleRule } from '../rule.js'

const han: Record<string, string> = {
  and: '和',
  or: '或',
  the: '',
  of: '的',
  in: '在',
  to: '到',
  at: '在',
  by: '由',
  for: '为',
  with: '和',
  vs: '对',
  but: '但',
  is: '是',
}

/** A little English word left between Han characters. */
export const latinWord: ArticleRule = {
  id: 'latin-word',
  class: 'B',
  severity: 'warning',
  about: '汉字之间夹了英文虚词（and、or、of）',
  reason: '多半是翻译、粘贴或输入法留下的；中文里用“和”“或”“的”。',
  clause: '《国家通用语言文字法》第十一条',
  examples: {
    passes: ['播放Rock and Roll音乐', '接口为Type-C', '“Out of Office”演出'],
    fails: [
      { text: '文化馆and图书馆', at: '1:4' },
      { text: '书面or口头 报名', at: '1:3' },
    ],
  },
  when: between('a', 'z') + between('A', 'Z'),
  check: ({ blocks }) =>
    matches(
      blocks,
      /(?<=[\p{sc=Han}”》）])(\s?)(and|or|the|of|in|to|at|by|for|with|vs|but|is)(\s?)(?=[\p{sc=Han}“《（])/giu,
      ({ 0: whole, 2: word = '', index }, block) => {
        const start = index + whole.indexOf(word)
        const better = han[word.toLowerCase()]
        return {
          message: `汉字之间夹了英文：“${near(block, start, start + word.length)}”。`,
          fix: better ? `“${word}”改成“${better}”。` : `删去“${word}”。`,
        }
      },
    ),
}
