import type { Fields } from '../model/article.js'

/** A padded two-character name (陈 思); its space is part of the name, not between two. */
const paddedName = /(?<!\p{sc=Han})(\p{sc=Han})[ \u3000](\p{sc=Han})(?!\p{sc=Han})/gu

/** Names with their padding as a full-width space: 总编辑：陈 思 → 陈　思. */
export const padNames = (text: string): string => text.replace(paddedName, '$1\u3000$2')

/** Who sends the article in, in full-width brackets: （城东区文化馆 陈　思）. Undefined when nobody is named. */
export function signatureOf({ unit = [], author = [] }: Fields): string | undefined {
  const names = [...unit, ...author]
    .map((name) => padNames(name.trim()))
    .filter((name) => name !== '')
  return names.length === 0 ? undefined : `（${names.join(' ')}）`
}
