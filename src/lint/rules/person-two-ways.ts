import { surnames } from '../../text/surnames.js'
import type { Span } from '../findings.js'
import { spanOf } from '../findings.js'
import type { IssueRule } from '../rule.js'

const titles =
  '(?:会长|副会长|主席|副主席|主任|副主任|秘书长|副秘书长|书记|副书记|局长|副局长|馆长|副馆长|站长|队长|理事长|监事长|市长|副市长|区长|县长|镇长|校长|部长|科长|处长)'
/** A name after a title, up to the next verb or mark. */
const pattern = new RegExp(
  `(?<=${titles})([\\p{sc=Han}][ \\u3000]?[\\p{sc=Han}]{1,2}?)(?=(?:同志|先生|女士)?(?:出席|主持|讲话|致辞|介绍|强调|指出|表示|说|参加|作|对|在|到|带|率|向|认为|要求|宣布|看望|慰问|走访|陪同|调研|宣读|带队|带头|主讲|总结|回顾|汇报|布置|部署|传达|检查|来到|深入|告诉|最后|、|，|）))`,
  'gu',
)

const titleBefore = new RegExp(`${titles}$`, 'u')

/** A mention of an officer by title and name. */
interface Named {
  title: string
  name: string
  span: Span
}

/** Reports an officer whose name is spelt in two ways. */
export const personTwoWays: IssueRule<Named[]> = {
  id: 'person-two-ways',
  class: 'suggestion',
  severity: 'off',
  about: '同一职务、同姓的人名只差一个字（会长尹红／会长尹虹）',
  reason: '同一期里同一职务的两个名字只差一个同位的字，多半有一个是错的。',
  clause: '校对惯例',
  examples: {
    passes: ['会长沈岚出席，会长沈 岚指出，副会长陆苇讲话。'],
    fails: [
      { text: '会长尹红出席会议。会长尹虹指出，要抓好落实。', at: '1:12' },
      { text: '会长尹红出席会议。会长尹虹看望了老人。', at: '1:12' },
    ],
  },
  triggers: '长席任记',
  collect: ({ blocks }) => {
    const named: Named[] = []
    for (const block of blocks) {
      for (const { 1: written = '', index } of block.text.matchAll(pattern)) {
        const name = written.replace(/[ \u3000]/g, '')
        if (!surnames.has(name.charAt(0))) continue
        const title = titleBefore.exec(block.text.slice(Math.max(0, index - 5), index))?.[0] ?? ''
        const end = index + written.length
        named.push({ title, name, span: spanOf(block, index, end) })
      }
    }
    return named
  },
  checkIssue({ articles }) {
    const seen = new Map<string, Set<string>>()
    return articles.flatMap(({ path, collected }) =>
      collected.flatMap(({ title, name, span }) => {
        const known = seen.get(title) ?? new Set()
        if (known.has(name)) return []
        const other = [...known].find((one) => isNear(one, name))
        seen.set(title, known.add(name))
        if (other === undefined) return []
        const message = `${title}“${name}”，前面写的是“${other}”。`
        return [{ ...span, file: path, message, hint: '核对姓名，写成一样。' }]
      }),
    )
  },
}

/** Same surname, same length, one character different. */
const isNear = (a: string, b: string) =>
  a.length === b.length &&
  a.charAt(0) === b.charAt(0) &&
  [...a].filter((character, index) => character !== b.charAt(index)).length === 1
