import type { Nodes, Root } from 'mdast'
import type { Point } from '../../model/place.js'
import { excerpt } from '../../text/excerpt.js'
import { walk } from '../../text/markdown-tree.js'
import type { Problem } from './context.js'
import { isCode, isPictureFile, isWebAddress } from './destination.js'
import type { Miswritten } from './miswritten-forms.js'
import { miswrittenIn, understood } from './miswritten-forms.js'

/** A picture or link that is not recognised because of wrong brackets. */
export interface MiswrittenLink {
  at: Point
  severity: 'error' | 'warning'
  problem: Problem
  /** The correct form, when it is certain. */
  right?: string
  /** The edit that writes the correct form, where no other meaning is possible. */
  fix?: { from: number; to: number; text: string }
}

/**
 * Finds pictures and links that print as text because of a full-width bracket, a blank or a line
 * end: `![图]（a.png）`, `![图] (a.png)`, `[文](网址）`, `！[图](a.png)`, `(图)[a.png]`.
 */
export function miswrittenLinks(body: Root, source: string): MiswrittenLink[] {
  const found: MiswrittenLink[] = []
  for (const node of walk(body)) {
    if (node.type !== 'paragraph' && node.type !== 'heading' && node.type !== 'tableCell') continue
    const from = node.position?.start.offset
    if (from === undefined) continue
    const text = withPlaceholders(node, source)
    if (!/[[【［]/.test(text) && !/[!！][ \t]?\ufffc/.test(text)) continue
    found.push(...miswrittenIn(text).map((one) => placed(one, from, source)))
    found.push(...detachedMarks(node, source))
  }
  return found
}

/** Finds ！[图](a.png) and ! [图](a.png), which the parser reads as links. */
function detachedMarks(node: Nodes, source: string): MiswrittenLink[] {
  if (!('children' in node)) return []
  return node.children.flatMap((child) => {
    if (child.type !== 'link') return detachedMarks(child, source)
    const isPath = isPictureFile(child.url) && !isWebAddress(child.url)
    if (!isPath && !isCode(child.url)) return []
    const start = child.position?.start.offset ?? 0
    const end = child.position?.end.offset ?? 0
    const mark = /(?:！[ \t]?|![ \t]+)$/.exec(source.slice(Math.max(0, start - 3), start))?.[0]
    const [, words, target] = /^\[([^\]]*)\]\(([\s\S]*)\)$/.exec(source.slice(start, end)) ?? []
    if (mark === undefined || words === undefined || target === undefined) return []
    const sure = { isPicture: true, isSure: true, isWrong: true, isMendable: true }
    return [placed({ from: start - mark.length, to: end, words, target, ...sure }, 0, source)]
  })
}

function placed(found: Miswritten, start: number, source: string): MiswrittenLink {
  const { words, target, isPicture, isSure, isWrong, isMendable } = found
  const [from, to] = [start + found.from, start + found.to]
  const before = source.slice(0, from).split(/\r\n|\r|\n/)
  const at = { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
  const right = `${isPicture ? '!' : ''}[${words}](${target})`
  const kind = isPicture ? '图片' : '链接'
  const example = isPicture ? '![说明](images/文件名)' : '[文字](https://网址)'
  const problem: Problem = {
    rule: isPicture ? 'image-form' : 'link-form',
    message: `“${excerpt(source.slice(from, to).replace(/\s+/g, ' '))}”不是${kind}的写法，会照原样印出来。`,
    hint: isSure
      ? `写成 ${right}，括号用半角，中间不空格、不换行；不是${kind}就在 [ 前面加 \\。`
      : `${kind}写成 ${example}，括号用半角；不是${kind}就在 [ 前面加 \\。`,
  }
  return {
    at,
    severity: isWrong ? 'error' : 'warning',
    problem,
    ...(isSure && { right }),
    ...(isMendable && { fix: { from, to, text: right } }),
  }
}

/**
 * The source of a node, with placeholders for recognised constructs. Addresses and emphasis stay,
 * because they are part of what was typed.
 */
function withPlaceholders(node: Nodes, source: string): string {
  const start = node.position?.start.offset ?? 0
  const end = node.position?.end.offset ?? start
  let text = ''
  let at = start
  const hide = (from: number, to: number) => {
    if (from < at) return
    text += source.slice(at, from) + understood.repeat(to - from)
    at = to
  }
  const visit = (one: Nodes) => {
    const from = one.position?.start.offset
    const to = one.position?.end.offset
    if (from === undefined || to === undefined) return
    if (hiding.has(one.type)) hide(from, to)
    else if (one.type === 'link' && source.charAt(from) === '[') {
      // The words of the link may contain a picture.
      hide(from, one.children[0]?.position?.start.offset ?? to)
      one.children.forEach(visit)
      hide(Math.max(at, one.children.at(-1)?.position?.end.offset ?? to), to)
    } else if ('children' in one) one.children.forEach(visit)
  }
  visit(node)
  return (text + source.slice(at, end))
    .replace(/\\[!-/:-@[-`{-~]/g, understood.repeat(2))
    .replace(/\r\n?/g, (ending) => '\n'.padEnd(ending.length))
}

const hiding: ReadonlySet<Nodes['type']> = new Set([
  'break',
  'footnoteReference',
  'html',
  'image',
  'imageReference',
  'inlineCode',
  'linkReference',
])
