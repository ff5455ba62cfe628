import { contextAround, findingAt } from '../findings.js'
import type { ArticleRule } from '../rule.js'
import { simplifiedOf, traditionalCharacters } from '../traditional.js'

/** Reports traditional characters in simplified text, by OpenCC's table. */
export const traditionalCharacter: ArticleRule = {
  id: 'traditional-character',
  class: 'report',
  severity: 'warning',
  inReferences: true,
  about: '简体文章里混进了繁体字、异体字（國、羣）',
  reason:
    '多半是粘贴或输入法切换带进来的。整句的繁体引文（连着三个以上）、人名和印章用字可以用注释关掉。',
  clause: '《国家通用语言文字法》；《通用规范汉字表》；OpenCC 字表',
  examples: {
    passes: [
      '乾坤、瞭望、覆盖、宁静致远',
      '碑额题“國立圖書館”',
      '“蘭”，今作“兰”',
      '改动有：峯—峰，羣—群',
    ],
    fails: [
      { text: '全國文化志愿者', at: '1:2' },
      { text: '一个新的開始', at: '1:5' },
    ],
  },
  get triggers() {
    return traditionalCharacters()
  },
  check: ({ blocks }) =>
    blocks.flatMap((block) =>
      [...block.text.matchAll(/\p{sc=Han}/gu)].flatMap(({ 0: character, index }) => {
        const simplified = simplifiedOf(character)
        if (simplified === undefined || isQuotation(block.text, index)) return []
        if (isSpokenOf(block.text, index, character.length)) return []
        const message = `“${contextAround(block, index, index + character.length, 4)}”里的“${character}”是繁体或异体字。`
        return [
          findingAt(block, index, index + character.length, {
            message,
            hint: `改成“${simplified}”。`,
          }),
        ]
      }),
    ),
}

/** Whether the text speaks of the character itself: alone in quotes, or one of a pair (峯—峰). */
function isSpokenOf(text: string, index: number, length: number): boolean {
  const before = text.slice(0, index)
  const after = text.slice(index + length)
  return (
    (/[“‘「『]$/.test(before) && /^[”’」』]/.test(after)) ||
    (/(?:^|\P{sc=Han})$/u.test(before) && /^[—–～→/／]\p{sc=Han}(?!\p{sc=Han})/u.test(after)) ||
    (/(?:^|\P{sc=Han})\p{sc=Han}[—–～→/／]$/u.test(before) && /^(?:$|\P{sc=Han})/u.test(after))
  )
}

/**
 * Whether the character belongs to quoted traditional text: at least two such characters in one
 * pair of quotes, or three within six characters on either side.
 */
function isQuotation(text: string, index: number): boolean {
  const open = text.lastIndexOf('“', index)
  const close = text.indexOf('”', index)
  if (open >= 0 && close >= 0 && !text.slice(open, index).includes('”')) {
    const quoted = [...text.slice(open, close)]
    if (quoted.filter((character) => simplifiedOf(character) !== undefined).length >= 2) return true
  }
  const around = [...text.slice(Math.max(0, index - 6), index + 7)]
  return around.filter((character) => simplifiedOf(character) !== undefined).length >= 3
}
