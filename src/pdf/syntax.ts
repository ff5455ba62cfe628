/** The entries of a dictionary: key without its slash → PDF source of the value. */
export type Dictionary = Map<string, string>

const token =
  /[\s\0]*(<<|>>|\[|\]|\/[^\s\0()<>[\]{}/%]*|<[0-9A-Fa-f\s]*>|\((?:\\[\s\S]|[^\\()])*\)|[^\s\0()<>[\]{}/%]+)/y
const restOfReference = /\s+\d+\s+R(?![^\s\0()<>[\]{}/%])/y

/**
 * Makes an error for a PDF with unexpected content. The cause is a bug of this program or another
 * browser's PDF writer, never the editor's input.
 */
export const unexpected = (what: string): Error =>
  new Error(`浏览器给出的 PDF 和预期的不一样，没有敢往下做：${what}。`)

/**
 * Splits `<< … >>` into its entries.
 *
 * @throws Error if the source is not exactly one dictionary.
 */
export function dictionaryFrom(source: string): Dictionary {
  const entries: Dictionary = new Map()
  const values = splitBetween(source, '<<', '>>')
  for (let index = 0; index < values.length; index += 2) {
    const [key, value] = [values[index], values[index + 1]]
    if (!key?.startsWith('/') || value === undefined) throw unexpected(`读不懂字典 ${head(source)}`)
    entries.set(key.slice(1), value)
  }
  return entries
}

/** Splits `[ … ]` into the PDF sources of its elements. */
export const arrayFrom = (source: string): string[] => splitBetween(source, '[', ']')

/**
 * Returns the object number in a reference such as `12 0 R`.
 *
 * @throws Error for anything else.
 */
export function referenceFrom(source: string | undefined): number {
  const found = /^(\d+) 0 R$/.exec(source ?? '')
  if (!found) throw unexpected(`这里应当是一个引用：${source && head(source)}`)
  return Number(found[1])
}

/** Formats a dictionary. Values are PDF source; entries without a value are omitted. */
export const dictionaryOf = (
  entries: Iterable<readonly [key: string, value: string | undefined]>,
): string => {
  const present = [...entries].filter(([, value]) => value !== undefined)
  return `<<${present.map(([key, value]) => `/${key} ${value}`).join('\n')}>>`
}

/** Change of nesting depth at an opening (+1) or closing (−1) bracket. */
const depthChange: Readonly<Record<string, number>> = { '<<': 1, '[': 1, '>>': -1, ']': -1 }

function splitBetween(source: string, open: string, close: string): string[] {
  const values: string[] = []
  const reader = tokensOf(source)
  if (reader.next()?.word !== open) throw unexpected(`读不懂 ${head(source)}`)
  let depth = 0
  let start = 0
  for (let found = reader.next(); found; found = reader.next()) {
    if (depth === 0) {
      if (found.word === close && source.slice(found.end).trim() === '') return values
      start = found.end - found.word.length
    }
    depth += depthChange[found.word] ?? 0
    if (depth < 0) break
    if (depth === 0) values.push(source.slice(start, reader.skipReference(found)))
  }
  throw unexpected(`读不懂 ${head(source)}`)
}

interface Token {
  word: string
  /** Index of the character after the token. */
  end: number
}

function tokensOf(source: string) {
  let at = 0
  return {
    next(): Token | undefined {
      token.lastIndex = at
      const word = token.exec(source)?.[1]
      if (word === undefined) return undefined
      at = token.lastIndex
      return { word, end: at }
    },
    /** If a number was just read and `0 R` follows, skips it. Returns the end of the value. */
    skipReference({ word }: Token): number {
      restOfReference.lastIndex = at
      if (/^\d+$/.test(word) && restOfReference.test(source)) at = restOfReference.lastIndex
      return at
    },
  }
}

const head = (source: string) => `“${source.slice(0, 60).replaceAll(/[^\x20-\x7e]+/g, ' ')}”`
