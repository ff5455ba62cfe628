import tableText from 'opencc-js/dict/TSCharacters'

/** Traditional in OpenCC's table, yet right in simplified text as well: names, old words, other senses. */
const alsoSimplified = new Set(
  '乾瞭藉麽著徵餘覆於夥鉅噁蘋迺薴寧摺黏昇氹堃喆甦勣閤犇祕嶽彷颱囉囌冇濛脩',
)

const table = new Map(
  tableText.split('|').flatMap((entry) => {
    const [from = '', ...to] = entry.split(' ')
    return to.includes(from) || alsoSimplified.has(from) ? [] : [[from, to[0] ?? ''] as const]
  }),
)

/** The simplified form of a character that OpenCC calls traditional; undefined for all others. */
export const simplifiedOf = (character: string): string | undefined => table.get(character)
