import type { Article } from '../../model/article.js'
import { walk } from '../../text/markdown-tree.js'
import { between } from '../characters.js'
import { contextAround, findMatches } from '../findings.js'
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
  but: '但',
  is: '是',
}

/** Text after or before a word that is quoted as a keyword, as in 用 for 循环 and 关键字 in. */
const termAfter =
  /^\s?(?:循环|语句|判断|条件|运算|操作|关键字|关键词|子句|表达式|命令|字段|参数|函数|标签|属性|方法|类型|变量|常量|连接|查询|分支|结构|模块|协议|对象|列表|键|值)/u
const termBefore =
  /(?:关键字|关键词|语句|运算符|命令|参数|字段|变量|函数|标签|单词|词语|介词|连词|冠词|英文|字样)\s?$/u

/** Whether an article contains code. */
const hasCode = ({ body }: Article): boolean =>
  [...walk(body)].some(({ type }) => type === 'code' || type === 'inlineCode')

/** Reports English function words between Han characters. */
export const latinWord: ArticleRule = {
  id: 'latin-word',
  class: 'report',
  severity: 'warning',
  about: '汉字之间夹了英文虚词（and、or、of）',
  reason: '多半是翻译、粘贴或输入法留下的；中文里用“和”“或”“的”。',
  clause: '《国家通用语言文字法》第十一条',
  examples: {
    passes: [
      '播放Rock and Roll音乐',
      '接口为Type-C',
      '“Out of Office”演出',
      '用 for 循环，关键字in和is判断',
      '甲队 vs 乙队',
    ],
    fails: [
      { text: '文化馆and图书馆', at: '1:4' },
      { text: '书面or口头 报名', at: '1:3' },
    ],
  },
  triggers: between('a', 'z') + between('A', 'Z'),
  check: ({ article, blocks }) =>
    findMatches(
      hasCode(article) ? [] : blocks,
      /(?<=[\p{sc=Han}”》）])(\s?)(and|or|the|of|in|to|at|by|for|with|but|is)(\s?)(?=[\p{sc=Han}“《（])/giu,
      ({ 0: matched, 2: word = '', index }, block) => {
        const start = index + matched.indexOf(word)
        const end = start + word.length
        const { text } = block
        if (termAfter.test(text.slice(end)) || termBefore.test(text.slice(0, index)))
          return undefined
        const better = han[word.toLowerCase()]
        return {
          message: `汉字之间夹了英文：“${contextAround(block, start, start + word.length)}”。`,
          hint: better ? `“${word}”改成“${better}”。` : `删去“${word}”。`,
        }
      },
    ),
}
