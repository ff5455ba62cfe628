import type { Fields } from '../model/article.js'

/** A two-character name padded with a space (陈 思). The space does not separate two names. */
const paddedName = /(?<!\p{sc=Han})(\p{sc=Han})[ \u3000](\p{sc=Han})(?!\p{sc=Han})/gu

/** Replaces the padding of names by a full-width space: 总编辑：陈 思 → 陈　思. */
export const padNames = (text: string): string => text.replace(paddedName, '$1\u3000$2')

/**
 * Returns the signature of an article in full-width brackets: （城东区文化馆 陈　思）. Undefined without
 * organisations and authors.
 */
export function signatureOf({ unit = [], author = [] }: Fields): string | undefined {
  const names = [...unit, ...author]
    .map((name) => padNames(name.trim()))
    .filter((name) => name !== '')
  return names.length === 0 ? undefined : `（${names.join(' ')}）`
}
