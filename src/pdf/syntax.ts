/** The entries of one dictionary: key without its slash → the value exactly as the file spells it. */
export type Dictionary = Map<string, string>

const token =
  /[\s\0]*(<<|>>|\[|\]|\/[^\s\0()<>[\]{}/%]*|<[0-9A-Fa-f\s]*>|\((?:\\[\s\S]|[^\\()])*\)|[^\s\0()<>[\]{}/%]+)/y
const restOfReference = /\s+\d+\s+R(?![^\s\0()<>[\]{}/%])/y

/** An error of our own making or of a browser that writes its PDFs another way: never the editor's. */
export const unexpected = (what: string): Error =>
  new Error(`浏览器给出的 PDF 和预期的不一样，没有敢往下做：${what}。`)

/** Splits `<< … >>` into its entries. Throws when it is not one whole dictionary. */
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

/** Splits `[ … ]` into its elements, each exactly as the file spells it. */
export const arrayFrom = (source: string): string[] => splitBetween(source, '[', ']')

/** The object number that `12 0 R` points at. Throws on anything else. */
export function referenceFrom(source: string | undefined): number {
  const found = /^(\d+) 0 R$/.exec(source ?? '')
  if (!found) throw unexpected(`这里应当是一个引用：${source && head(source)}`)
  return Number(found[1])
}

/** A dictionary in the file's own spelling; entries without a value are left out. */
export const dictionaryOf = (
  entries: Iterable<readonly [key: string, value: string | undefined]>,
): string => {
  const present = [...entries].filter(([, value]) => value !== undefined)
  return `<<${present.map(([key, value]) => `/${key} ${value}`).join('\n')}>>`
}

/** Brackets open (+1) or close (−1) a level. */
const steps: Readonly<Record<string, number>> = { '<<': 1, '[': 1, '>>': -1, ']': -1 }

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
    depth += steps[found.word] ?? 0
    if (depth < 0) break
    if (depth === 0) values.push(source.slice(start, reader.skipReference(found)))
  }
  throw unexpected(`读不懂 ${head(source)}`)
}

interface Found {
  word: string
  /** Index of the character after it. */
  end: number
}

function tokensOf(source: string) {
  let at = 0
  return {
    next(): Found | undefined {
      token.lastIndex = at
      const word = token.exec(source)?.[1]
      if (word === undefined) return undefined
      at = token.lastIndex
      return { word, end: at }
    },
    /** Goes past `0 R` when the number just read begins a reference; where the value ends. */
    skipReference({ word }: Found): number {
      restOfReference.lastIndex = at
      if (/^\d+$/.test(word) && restOfReference.test(source)) at = restOfReference.lastIndex
      return at
    },
  }
}

const head = (source: string) => `“${source.slice(0, 60).replaceAll(/[^\x20-\x7e]+/g, ' ')}”`
