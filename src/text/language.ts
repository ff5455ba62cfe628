/** Whether a text has Chinese characters in it. */
export const hasHan = (text: string): boolean => /\p{Script=Han}/u.test(text)

/** A name in the language of another, so that a message speaks as the editor wrote. */
export const inLanguageOf = (like: string, english: string, chinese: string): string =>
  hasHan(like) ? chinese : english
