import type { Element, Root, Text } from 'hast'
import { isChinese, isHangul, isSharedMark } from '../../text/characters.js'
import { textElements } from '../../text/inline-elements.js'

/** Placeholder for a picture in a line of text. */
const object = '\ufffc'
/** Placeholder for a hard break, next to which no space is needed. */
const hardBreak = '\u2028'

/**
 * Replaces line breaks of the source: with nothing when a character next to them is Chinese,
 * otherwise with a space. Inline elements (bold, links, note marks) are transparent.
 */
export function softBreaks(tree: Root): void {
  let run: Text[] = []
  const flush = () => {
    joinRun(run)
    run = []
  }
  const collect = (node: Root | Element) => {
    for (const child of node.children) {
      if (child.type === 'text') run.push(child)
      else if (child.type !== 'element') continue
      else if (child.tagName === 'br') run.push({ type: 'text', value: hardBreak })
      else if (/^(?:img|math|svg)$/.test(child.tagName)) {
        run.push({ type: 'text', value: object })
      } else if (textElements.has(child.tagName)) {
        // A note mark belongs to the preceding word and does not separate two words.
        if (!isNoteMark(child)) collect(child)
      } else {
        flush()
        if (child.tagName !== 'pre') collect(child)
        flush()
      }
    }
  }
  collect(tree)
  flush()
}

/** Applies the same rule to a plain text. */
export function joinLines(text: string): string {
  const leaf: Text = { type: 'text', value: text }
  joinRun([leaf])
  return leaf.value
}

function joinRun(run: readonly Text[]): void {
  const joined = run.map(({ value }) => value).join('')
  if (!/[\r\n]/.test(joined)) return
  let start = 0
  for (const leaf of run) {
    const offset = start
    start += leaf.value.length
    leaf.value = leaf.value.replace(/[ \t]*[\r\n][ \t\r\n]*/g, (found, index: number) =>
      between(joined, offset + index, offset + index + found.length, found),
    )
  }
}

function between(text: string, from: number, to: number, found: string): string {
  const before = neighbour(text, from, -1)
  const after = neighbour(text, to, 1)
  // At the ends of a block a line break is only formatting of the tree.
  if (before === '' || after === '') return found
  if (before === hardBreak || after === hardBreak) return ''
  if (isHangul(before) || isHangul(after)) return ' '
  return isChinese(before) || isChinese(after) ? '' : ' '
}

/**
 * The nearest character in a direction that determines the script, skipping marks that Chinese and
 * Latin text share.
 */
function neighbour(text: string, index: number, step: 1 | -1): string {
  let nearest = ''
  for (let at = step === 1 ? index : index - 1; at >= 0 && at < text.length; at += step) {
    let character = text.charAt(at)
    const half = character.charCodeAt(0)
    if (half >= 0xdc00 && half <= 0xdfff && step === -1) character = text.slice(--at, at + 2)
    else if (half >= 0xd800 && half <= 0xdbff) character = text.slice(at, ++at + 1)
    if (nearest === '' && /[ \t\r\n]/.test(character)) return ''
    nearest = character
    if (!isSharedMark(character)) break
  }
  return nearest
}

const isNoteMark = ({ properties }: Element): boolean =>
  Array.isArray(properties.className) && properties.className.includes('footnote-mark')
