import { widthInEm } from './em-width.js'
import { titleTerms } from './title-terms.js'

/** Cost of a break inside a name or quotation that would fit on one line. */
const inName = 200
/** Cost of a break inside a word. */
export const inWord = 150
/** Inside the name of an organisation. */
const inOffice = 90
/** Inside a term of several words. */
const inTerm = 60

/** Words that belong to the following text: a line begins with them rather than ends with them. */
const leading = /^(?:关于|以及|[和与及暨或在把将对为以从到向由让使被并给于用是就也都又还])$/u
/** Suffixes that the dictionary separates from their word: 志愿｜者, 苇川｜市. */
const suffix =
  /^[者性化率度型式员家们等会局馆厅部处科室站院校社团队组区县市镇乡村州路街桥楼园店版级]$/u

const place = '(?:(?![在到由向对和与及暨于])\\p{sc=Han}){0,3}?[省市县区镇乡]'
const office =
  '(?:委员会|办公室|办事处|管理处|联合会|基金会|政府|协会|学会|总会|中心|医院|学院|大学|学校|中学|小学|公司|集团|宣传部|组织部|图书馆|博物馆|[局馆厅委])'
/** 云溪市文化局, 云溪市精神文明建设指导委员会办公室. */
const offices = new RegExp(
  `${place}(?:(?![在到由向对和与及暨于])\\p{sc=Han}){1,12}?${office}(?:办公室|分会)?`,
  'gu',
)
/** 鹿鸣县栗坪镇 */
const places = new RegExp(
  `${place}(?:(?![在到由向对和与及暨于])\\p{sc=Han}){1,3}?[县区镇乡村]`,
  'gu',
)
const terms = new RegExp(titleTerms.toSorted((a, b) => b.length - a.length).join('|'), 'gu')
const names = /“[^“”]*”|《[^《》]*》|（[^（）]*）/gu

/**
 * Returns the cost of a line break before each word of a title; negative at a pause. `width` is the
 * width of a line in em. The unit is that of `lineCost` in title-lines.ts.
 */
export function breakCosts(words: readonly string[], width: number): number[] {
  const title = words.join('')
  const fits = ({ from, to }: TitleSpan) => widthInEm(title.slice(from, to)) <= width
  const within = spansOf(title, names).filter(fits)
  const called = [...spansOf(title, offices), ...spansOf(title, places)].filter(fits)
  const known = spansOf(title, terms)
  let at = 0
  return words.map((word, index) => {
    const place = at
    at += word.length
    const cuts = ({ from, to }: TitleSpan) => from < place && place < to
    const before = words[index - 1]
    if (before === undefined) return 0
    return (
      breakCost(before, word) +
      wordCost(words, index) +
      (within.some(cuts) ? inName : 0) +
      (called.some(cuts) ? inOffice : 0) +
      (known.some(cuts) ? inTerm : 0)
    )
  })
}

interface TitleSpan {
  from: number
  to: number
}

const spansOf = (text: string, pattern: RegExp): TitleSpan[] =>
  [...text.matchAll(pattern)].map(({ index, 0: run }) => ({ from: index, to: index + run.length }))

function breakCost(before: string, after: string): number {
  if (after.startsWith('——') || /[\s\u3000]$/u.test(before)) return -60
  if (/[，；：！？]$/u.test(before) || /^(?:关于|以及|暨|并)$/u.test(after)) return -20
  if (/[、》）]$/u.test(before)) return -12
  if (before.endsWith('”')) return -8
  if (before.endsWith('关于')) return 60
  if (/(?:的|期间|以来|同志|[全本][省市县区])$/u.test(before) || /^[《“]/u.test(after)) return -6
  // 三年行动, 12名个人: keep a count with its noun.
  if (
    after.startsWith('（') ||
    /^(?:[一二三四五六七八九十百]+年?|.*\d[个名位项件条家])$/u.test(before)
  )
    return 10
  if (leading.test(before)) return 30
  return leading.test(after) && !/^[和与及]$/u.test(after) ? -4 : 0
}

/**
 * Returns the cost of a break beside a single syllable. The dictionary knows common words and
 * splits names into syllables (石｜潭｜县, 冯｜棠).
 */
function wordCost(words: readonly string[], index: number): number {
  const before = endOf(words[index - 1])
  const [after, closed] = startOf(words[index])
  if (/^(?:期间|以来|之间|以前|以后|前后|左右)$/u.test(after)) return inTerm
  // 建在, 送给
  if (isWord(before) && before.length === 1 && /^[在到向给为于]$/u.test(after)) return 30
  if (!isWord(before) || !isWord(after)) return 0
  if (suffix.test(after)) return inWord
  const [alone, next] = [before.length === 1, after.length === 1]
  const follows = isWord(endOf(words[index - 2]))
  if (suffix.test(before) && follows) return 0
  if (alone && next) return inWord
  // Whether a single syllable belongs to the previous or the next word depends on what follows it.
  if (next) return !closed && isWord(startOf(words[index + 1])[0]) ? 40 : inWord
  if (alone) return follows ? 15 : inWord
  return 0
}

/** Returns the Han characters at the end of a piece; empty if they follow a number: 第5批. */
const endOf = (word = ''): string => /(?<![\w\p{sc=Han}])\p{sc=Han}+$/u.exec(word)?.[0] ?? ''

/** Returns the Han characters at the start of a piece, and whether a mark follows them. */
function startOf(word = ''): [string, boolean] {
  const start = /^\p{sc=Han}+(?![\w\p{sc=Han}])/u.exec(word)?.[0] ?? ''
  return [start, start.length < word.length]
}

/** Whether a text is Han characters and not a particle. */
const isWord = (word: string): boolean => word !== '' && !leading.test(word) && !word.endsWith('的')
