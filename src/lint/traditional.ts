import tableText from 'opencc-js/dict/TSCharacters'

/**
 * Traditional in OpenCC's table, but also correct in simplified text: names, archaic words, other
 * senses. The first row contains the characters of GB 2312 or the 通用规范汉字表, without 後, which is
 * replaced by 后 in 以后.
 */
const alsoSimplified = new Set(
  '劄吒夥扞拚捱摺於昇榘氾祕脩苧菸蒐薳薹袷谿醣釐陞麴麽乾徵' +
    '瞭藉麽著徵餘覆於夥鉅噁蘋迺薴寧摺黏昇氹堃喆甦勣閤犇祕嶽彷颱囉囌冇濛脩',
)

let table: Map<string, string> | undefined

/** Built on first use: it has four thousand entries, and not every run checks a text. */
const readTable = (): Map<string, string> =>
  new Map(
    tableText.split('|').flatMap((entry) => {
      const [from = '', ...to] = entry.split(' ')
      return to.includes(from) || alsoSimplified.has(from) ? [] : [[from, to[0] ?? ''] as const]
    }),
  )

let characters: string | undefined

/** Returns all characters that OpenCC calls traditional, as one string. */
export function traditionalCharacters(): string {
  table ??= readTable()
  characters ??= [...table.keys()].join('')
  return characters
}

/**
 * Returns the simplified form of a character that OpenCC calls traditional; undefined for all
 * others.
 */
export function simplifiedOf(character: string): string | undefined {
  table ??= readTable()
  return table.get(character)
}
