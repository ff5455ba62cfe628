/** Scripts set in full-width cells without spaces between words. Hangul is not included. */
const cjk =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\u3000-\u303f\ufe10-\ufe1f\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/u
/**
 * Marks that Chinese and Latin text share. Whether one is Chinese depends on its neighbours
 * (docs/design/layout-rules.md, 4.1).
 */
const shared = /^[\u00b7\u2013-\u2015\u2018\u2019\u201c\u201d\u2022\u2025-\u2027\u22ef\u2e3a]/u

/**
 * Characters that break a line but are invisible in an editor: Word's U+000B and those of Unicode.
 */
export const lineSeparator = /[\u000b\u0085\u2028\u2029]/g

/** Whether the first character of a string is a Han character (〇 included). */
export const isHan = (character: string): boolean => /^\p{Script=Han}/u.test(character)

/** Whether a character is a Han character, kana, or a mark used only in East Asian text. */
export const isChinese = (character: string): boolean => cjk.test(character)

/** Whether a character is a mark that Chinese and Latin text share: “ ” ‘ ’ — … ·. */
export const isSharedMark = (character: string): boolean => shared.test(character)

/** Whether a character is Hangul. Korean puts spaces between words. */
export const isHangul = (character: string): boolean => /^\p{Script=Hangul}/u.test(character)
