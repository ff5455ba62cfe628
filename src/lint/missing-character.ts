import { graphemes } from '../text/graphemes.js'

interface MissingCharacterText {
  rule: 'glyph-missing'
  message: string
  hint: string
}

/**
 * Returns the rule, message and hint for a character, or a word of foreign letters, that no font
 * has. They depend on the kind of character.
 */
export function missingCharacterText(character: string): MissingCharacterText {
  const [first = ''] = character
  const code =
    graphemes(character).length > 1
      ? `${codeOf(first)} 等`
      : Array.from(character, codeOf).join(' ')
  const { message = `所有字体里都没有“${character}”（${code}）。`, hint } = adviceFor(first, code)
  return { rule: 'glyph-missing', message, hint }
}

const codeOf = (one: string) =>
  `U+${(one.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`

/**
 * Characters without a visible shape get a message of their own, since the standard message quotes
 * the character.
 */
function adviceFor(first: string, code: string): { message?: string; hint: string } {
  if (first === '\ufffc') {
    return {
      message: `这里丢了一样东西，只剩下它的占位符（${code}）：从 Word、网页粘贴时，图片、公式常常这样丢掉。`,
      hint: '删去这个看不见的字符；丢的是图片，存成文件再放进来，写成 ![说明](images/文件名)。',
    }
  }
  if (first === '\ufffd') {
    return {
      message: `这里有一个字已经成了乱码（${code}）。`,
      hint: '对照原稿重新输入这个字。',
    }
  }
  if (/\p{Cs}/u.test(first)) {
    return {
      message: `这里只有半个字符（${code}）。`,
      hint: '删去，把原来的字或表情重新输入一次。',
    }
  }
  if (/\p{Noncharacter_Code_Point}/u.test(first)) {
    return {
      message: `这里有一个不是字的代码（${code}），多半是文件坏了。`,
      hint: '删去；这里本来有字，就对照原稿重新输入。',
    }
  }
  if (/[\p{Co}\p{Cn}]/u.test(first)) {
    return {
      message: `这里的字符（${code}）没有通用的字形，只在造它的那个字体里看得见。`,
      hint: '换成通用的字；非用不可的，在 bulletin.yaml 的 fonts 里指定造它的字体文件。',
    }
  }
  if (/\p{Script=Han}/u.test(first)) {
    return {
      hint: '人名、地名用字，装上有这个字的字体，或者在 bulletin.yaml 的 fonts 里指定一个有它的字体文件；别的字换一个写法。',
    }
  }
  if (/[\p{L}\p{M}]/u.test(first)) {
    return {
      hint: '装上有这种文字的字体，或者在 bulletin.yaml 的 fonts 里指定一个有它的字体文件。',
    }
  }
  return { hint: '删去，或者换成文字、换一个通用的符号。' }
}
