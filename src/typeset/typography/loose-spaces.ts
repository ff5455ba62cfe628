import type { ElementContent } from 'hast'
import { isChinese, isSharedMark } from '../../text/characters.js'
import { leavesOf } from './leaves.js'

const opening = /[（《「『【〔〈]$/
const closing = /^[，。、；：！？）》」』】〕〉]/
/** ① and similar characters are one cell wide. */
const enclosed = /[\u2460-\u24ff\u2776-\u2793\u3200-\u33ff]/

const isFull = (character: string) =>
  isChinese(character) || isSharedMark(character) || enclosed.test(character)

/**
 * Removes spaces beside bold, links, code, footnote marks and the like in Chinese text (中文 **重点**
 * 中文), which Markdown needs or authors type, and spaces that would allow a line to begin with ，。）
 * or end with （《. Changes texts in place.
 */
export function dropLooseSpaces(content: readonly ElementContent[]): void {
  const leaves = leavesOf(content)
  const text = leaves.map(({ value }) => value).join('')
  if (!/[ \t]/.test(text)) return
  let start = 0
  for (const { value, node, depth } of leaves) {
    const from = start
    const to = start + value.length
    start = to
    if (!node) continue
    node.value = value.replace(/[ \t]+/g, (spaces, index: number) => {
      const at = from + index
      const before = text.slice(Math.max(0, at - contextLength), at).trimEnd()
      const after = text.slice(at + spaces.length, at + spaces.length + contextLength).trimStart()
      // A blank to fill in (<u> </u>), or the separator of two marked-up words.
      if (spaces.length === value.length && (depth > 0 || separates(before, after))) return spaces
      const besideMarkup = index === 0 || at + spaces.length === to
      return isLoose(before, after, besideMarkup) ? '' : spaces
    })
  }
}

/** Characters of context on each side of the spaces that are examined. */
const contextLength = 8

const separates = (before: string, after: string) =>
  before !== '' && after !== '' && !opening.test(before) && !closing.test(after)

function isLoose(before: string, after: string, besideMarkup: boolean): boolean {
  const last = [...before].at(-1)
  const first = [...after].at(0)
  if (last === undefined || first === undefined) return false
  // （ ） is a blank to fill in.
  if (opening.test(last)) return !closing.test(first)
  if (closing.test(first)) return true
  if (!besideMarkup || !isFull(last) || !isFull(first)) return false
  return isChinese(last) || isChinese(first)
}
