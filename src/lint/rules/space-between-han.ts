import { surnames } from '../../text/surnames.js'
import { contextAround, findMatches } from '../findings.js'
import type { ArticleRule } from '../rule.js'

/**
 * Reports spaces inside a Chinese sentence, except in two-character names padded with a space and
 * rows of names.
 */
export const spaceBetweenHan: ArticleRule = {
  id: 'space-between-han',
  row: 'C05',
  class: 'report',
  severity: 'warning',
  about: '句子里两个汉字之间多了空格',
  reason: '中文的字与字之间不空格。两字姓名（陈 思）、名单、标题、诗句里的空格不管。',
  clause: '出版惯例',
  examples: {
    passes: [
      '会长沈 岚在会上讲话，要求抓好落实。',
      '会上，馆员安 宁介绍了情况。',
      '于 澜　韦 青　叶 舟　宋 禾',
      '市民在公园里赏花，十分惬意。人民网 李龙摄',
      '图为活动现场，人头攒动。（市融媒体中心 周一鸣供图）',
      '在“爱国 敬业 诚信 友善”的标语下，大家合影。',
    ],
    fails: [
      { text: '会议 强调，要抓好落实，确保安全。', at: '1:3' },
      { text: '夜里两点，接班 人员还在巡查。', at: '1:8' },
      { text: '大家一致　认为应当保留旧门牌。', at: '1:5' },
    ],
  },
  triggers: ' \u3000',
  check: ({ blocks }) =>
    findMatches(
      blocks.filter(({ kind, text }) => kind === 'paragraph' && /[，。]/.test(text)),
      /(?<=\p{sc=Han}{2})(?: {1,3}|\u3000)(?=\p{sc=Han}{2})/gu,
      ({ 0: blank, index }, block) =>
        // The space after a bold run-in sentence is kept.
        block.source.text.charAt((block.offsets[index] ?? 0) - 1) !== '*' &&
        !isMeant(block.text, index) && {
          message: `汉字之间多了空格：“${contextAround(block, index, index + blank.length)}”。`,
          hint: '删去空格。',
        },
    ),
}

/**
 * Surnames that are more often the last character of a word. They count as surnames only after a
 * mark, a space or a title.
 */
const endWords = /[班费经管时成向和平安乐元计空解应单]$/
const beforeName =
  /(?:^|[^\p{sc=Han}]|[长任记员师席授生人士家工理事者志民友叫是由请为与和及])\p{sc=Han}$/u

const isSurname = (before: string) =>
  surnames.has(before.slice(-1)) && (!endWords.test(before) || beforeName.test(before))

const byWhom = /^(\p{sc=Han})\p{sc=Han}{1,3}?(?:摄影?|供图|提供|制图|绘|图|文|图文|报道|整理)$/u
const wholeName = /^(\p{sc=Han})\p{sc=Han}{1,2}$/u

/**
 * Whether the text around the space is a credit for a photo, text or drawing: 人民网 李龙摄, 新华社记者 张三.
 */
function isCredit(before: string, after: string): boolean {
  const [, surname = ''] = byWhom.exec(after.replace(/[”）》\s]+$/, '')) ?? []
  if (surnames.has(surname)) return true
  const [, named = ''] = wholeName.exec(after.replace(/[”）》\s]+$/, '')) ?? []
  return surnames.has(named) && /(?:[网社报台]|记者|通讯员|摄影|特约|编辑)$/.test(before)
}

/**
 * Intentional spaces: in brackets or quotes, near another space (a row of names, verse), or after a
 * surname.
 */
function isMeant(text: string, index: number): boolean {
  const before = text.slice(0, index)
  const opened =
    (before.match(/[“（《【]/g) ?? []).length - (before.match(/[”）》】]/g) ?? []).length
  if (opened > 0 || isSurname(before)) return true
  if (/^第[〇零一二三四五六七八九十百\d]+[条章节款]$/u.test(before)) return true
  const clause = /[^，。；：！？\n]*$/.exec(before)?.[0] ?? ''
  const rest = /^[^，。；：！？\n]*/.exec(text.slice(index).trimStart())?.[0] ?? ''
  if (isCredit(clause, rest)) return true
  return /[\s\u3000]/.test(clause) || /[\s\u3000]/.test(rest) || clause.length === 0
}
