import { surnames } from '../../text/surnames.js'

/** Who sends a manuscript in. */
export interface Contributor {
  unit?: string
  author?: string
}

/** What the name of a body ends in. */
const unitEnd =
  /(?:馆|局|处|会|社|区|院|校|办|部|委|所|站|厅|队|司|厂|园|中心|大学|学院|小学|中学|镇|乡|县|市|街道|支部|公司|集团|集市|科|室|组|团|店|宫|村|处室|银行|基地|报|台|网)$/u

/** Words before a name that say whose it is; the program prints none. */
export const contributorLabel =
  /^(?:供稿(?:单位|人|者)?|撰稿(?:人)?|来稿(?:单位)?|投稿(?:单位|人)?|作者(?:单位)?|单位|通讯员|本报通讯员|报送(?:单位|人)?|执笔(?:人)?)[\s\u3000]*[：:][\s\u3000]*/u

/** Whether a word can be a person's name: two or three characters, a surname first, not the name of a body. */
const isPerson = (word: string): boolean =>
  /^\p{sc=Han}{2,3}$/u.test(word.replace(/ /g, '')) &&
  surnames.has(word.charAt(0)) &&
  !unitEnd.test(word)

const arePersons = (word: string): boolean =>
  word.split(/[、，,]/).every((one) => isPerson(one.trim()))

/**
 * Unit and author out of 城东区文化馆 陈思, 城东区文化馆　陈　思, 李艳、罗婷; undefined when it cannot be either.
 * No character but blanks is left out.
 */
export function contributorIn(text: string): Contributor | undefined {
  const words = padded(text.trim().split(/[\s\u3000]+/))
  if (words.length === 0 || /[。；！？]/.test(text)) return undefined
  const persons: string[] = []
  while (words.length > 0 && arePersons(words.at(-1) ?? '')) persons.unshift(words.pop() ?? '')
  if (persons.length > 0) {
    const unit = words.join(' ')
    return { ...(unit !== '' && { unit }), author: persons.join(' ') }
  }
  const whole = words.join(' ')
  if (unitEnd.test(whole)) return { unit: whole }
  // A name without a space after the unit: 城东区文化馆陈思.
  for (const length of [3, 2]) {
    const [unit, author] = [whole.slice(0, -length), whole.slice(-length)]
    if (unit.length > 2 && unitEnd.test(unit) && isPerson(author)) return { unit, author }
  }
  return undefined
}

/** A name of two characters with a blank between them is one word: 陈 思. */
function padded(words: readonly string[]): string[] {
  const made: string[] = []
  for (const word of words) {
    if (word === '') continue
    const last = made.at(-1)
    const joins = isOne(word) && last !== undefined && isOne(last) && surnames.has(last)
    if (joins) made[made.length - 1] = `${last} ${word}`
    else made.push(word)
  }
  return made
}

const isOne = (word: string): boolean => /^\p{sc=Han}$/u.test(word)
