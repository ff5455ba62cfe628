/** Scripts that are set in full cells and need no space between words. Hangul is not among them. */
const cjk =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\u3000-\u303f\ufe10-\ufe1f\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/u
/** Marks that Chinese shares with Latin text; their neighbours decide whose they are (docs/design/layout-rules.md, 4.1). */
const shared = /^[\u00b7\u2013-\u2015\u2018\u2019\u201c\u201d\u2022\u2025-\u2027\u22ef\u2e3a]/u

/** The characters that break a line without ending it for an editor: Word's U+000B, and Unicode's own. */
export const lineSeparator = /[\u000b\u0085\u2028\u2029]/g

/** Whether a character is a Han character (〇 is one). */
export const isHan = (character: string): boolean => /^\p{Script=Han}/u.test(character)

/** Whether a character is a Han character, kana, or a mark that only East Asian text has. */
export const isChinese = (character: string): boolean => cjk.test(character)

/** Whether a character is a mark that Chinese and Latin texts share: “ ” ‘ ’ — … ·. */
export const isSharedMark = (character: string): boolean => shared.test(character)

/** Whether a character is Korean, whose words stand apart. */
export const isHangul = (character: string): boolean => /^\p{Script=Hangul}/u.test(character)
