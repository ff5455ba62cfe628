/** Whether a text contains Han characters. */
export const hasHan = (text: string): boolean => /\p{Script=Han}/u.test(text)

/**
 * Returns `chinese` if `like` contains Han characters, else `english`, so that a message names a
 * key in the language that the editor used.
 */
export const inLanguageOf = (like: string, english: string, chinese: string): string =>
  hasHan(like) ? chinese : english
