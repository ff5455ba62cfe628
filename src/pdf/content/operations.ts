import { unexpected } from '../syntax.js'

/** One operation of a content stream (ISO 32000-1, 7.8.2). */
export interface Operation {
  operator: string
  /** Operands as PDF source; the brackets of arrays and dictionaries are operands too. */
  operands: readonly string[]
  /** Where the first operand begins, and where the operator ends, in the content. */
  from: number
  to: number
}

const token =
  /[\s\0]*(?:%[^\r\n]*[\s\0]*)*(<<|>>|\[|\]|\/[^\s\0()<>[\]{}/%]*|<[0-9A-Fa-f\s]*>|\((?:\\[\s\S]|[^\\()])*\)|[^\s\0()<>[\]{}/%]+)/y
const isOperator = /^[A-Za-z'"]/
const constants = new Set(['true', 'false', 'null'])

/**
 * Splits a content stream into its operations.
 *
 * @throws Error if the content has an inline image, or something that is no token; the browser
 *   writes neither.
 */
export function* operationsOf(content: string): Generator<Operation> {
  let operands: string[] = []
  let from: number | undefined
  token.lastIndex = 0
  let at = 0
  for (;;) {
    token.lastIndex = at
    const word = token.exec(content)?.[1]
    if (word === undefined) break
    at = token.lastIndex
    from ??= at - word.length
    if (!isOperator.test(word) || constants.has(word)) {
      operands.push(word)
      continue
    }
    if (word === 'BI') throw unexpected('内容流里有内嵌的图片')
    yield { operator: word, operands, from, to: at }
    operands = []
    from = undefined
  }
  if (content.slice(at).trim() !== '') throw unexpected('内容流里有读不懂的字')
}
