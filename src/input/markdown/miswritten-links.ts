import type { Nodes, Root } from 'mdast'
import type { Point } from '../../model/place.js'
import { excerpt } from '../../text/excerpt.js'
import { walk } from '../../text/markdown-tree.js'
import type { Said } from './context.js'
import { isFile, isMail, isPictureFile, isWebAddress } from './destination.js'

/** A picture or link that its brackets keep from being one. */
export interface MiswrittenLink {
  at: Point
  severity: 'error' | 'warning'
  said: Said
  /** The right form and how many UTF-16 units from `at` on it stands for, when there is no doubt about it. */
  edit?: { length: number; text: string }
}

/** Stands for what the parser has understood. */
const understood = '\ufffc'

const inside = '(?:[^()（）\\n]|\\n(?!\\n)|[(（][^()（）\\n]{0,100}[)）]){1,300}?'
/** ![说明](路径) with whatever brackets, and with blanks between them. */
const bracketed = new RegExp(
  `([!！]?)[ \\t]?([\\[【［])([^\\[\\]【】［］\\ufffc]{0,200})([\\]】］])[ \\t]*\\n?[ \\t]*([(（])(${inside})([)）])`,
  'g',
)
/** (说明)[路径] */
const reversed = /([!！]?)[(（]([^()（）\n\ufffc]{1,100})[)）]\[([^[\]\n]{1,300})\]/g
/** ![说明](路径 without its last bracket. */
const open =
  /[!！][ \t]?[[【［]([^[\]【】［］\n\ufffc]{0,200})[\]】］][ \t]*[(（]([^()（）\n]{1,300})$/gm

/**
 * Finds pictures and links that are printed as text, for a bracket of the input method, a blank or a
 * line end is in the way: `![图]（a.png）`, `![图] (a.png)`, `[文](网址）`, `！[图](a.png)`, `(图)[a.png]`.
 */
export function miswrittenLinks(body: Root, source: string): MiswrittenLink[] {
  const found: MiswrittenLink[] = []
  for (const node of walk(body)) {
    if (node.type !== 'paragraph' && node.type !== 'heading' && node.type !== 'tableCell') continue
    const from = node.position?.start.offset
    if (from === undefined) continue
    const text = unread(node, source)
    if (!/[[【［]/.test(text) && !/[!！][ \t]?\ufffc/.test(text)) continue
    found.push(...inText(text).map((one) => placed(one, from, source)))
    found.push(...loose(node, source))
  }
  return found
}

interface Found {
  from: number
  to: number
  words: string
  target: string
  isPicture: boolean
  /** Whether the target is one. */
  isSure: boolean
  /** Whether nothing else can be meant. */
  isWrong: boolean
}

function inText(text: string): Found[] {
  const found: Found[] = []
  for (const match of text.matchAll(bracketed)) {
    const [whole, mark, square = '', words = '', , round = '', written = '', end = ''] = match
    const target = written.replace(/\s*\n\s*/g, '').trim()
    const isPicture = mark !== '' && (isPictureFile(target) || mark === '!')
    const isMixed = (round === '(') !== (end === ')')
    // [人民网]（https://…） may be meant as it is, and [1]（…）, 【…】（…） are.
    const isLink = square === '[' && isTarget(target) && (isMixed || isWebAddress(target))
    if (!isPicture && (!isLink || /^\d*$/.test(words))) continue
    const isSure = isTarget(target)
    // A bang that ends a sentence: 好！[注](a.docx）
    const skipped = mark !== '' && !isPicture ? whole.indexOf('[') : 0
    const from = match.index + skipped
    const isWrong = isSure && (isPicture || isMixed)
    found.push({ from, to: match.index + whole.length, words, target, isPicture, isSure, isWrong })
  }
  for (const { 0: whole, 1: mark, 2: words = '', 3: target = '', index } of text.matchAll(
    reversed,
  )) {
    const isPicture = isPictureFile(target) && !isWebAddress(target)
    if (!isPicture && !isWebAddress(target)) continue
    const isSure = isPicture || mark === ''
    found.push({
      from: index,
      to: index + whole.length,
      words,
      target,
      isPicture,
      isSure,
      isWrong: isPicture,
    })
  }
  for (const { 0: whole, 1: words = '', 2: target = '', index } of text.matchAll(open)) {
    if (!isTarget(target.trim())) continue
    const to = index + whole.length
    found.push({
      from: index,
      to,
      words,
      target: target.trim(),
      isPicture: true,
      isSure: true,
      isWrong: true,
    })
  }
  return found.filter(
    (one, index) => !found.slice(0, index).some(({ from, to }) => one.from < to && from < one.to),
  )
}

const isTarget = (target: string): boolean =>
  !target.includes(understood) &&
  !isMail(target) &&
  (isWebAddress(target) || (isFile(target) && !/[，。；！？]/.test(target)))

/** ！[图](a.png) and ! [图](a.png): links to the parser. */
function loose(node: Nodes, source: string): MiswrittenLink[] {
  if (!('children' in node)) return []
  return node.children.flatMap((child) => {
    if (child.type !== 'link' || !isPictureFile(child.url) || isWebAddress(child.url)) return []
    const start = child.position?.start.offset ?? 0
    const end = child.position?.end.offset ?? 0
    const mark = /(?:！[ \t]?|![ \t]+)$/.exec(source.slice(Math.max(0, start - 3), start))?.[0]
    if (mark === undefined) return []
    const words = /^\[([^\]]*)\]/.exec(source.slice(start, end))?.[1] ?? ''
    const from = start - mark.length
    const target = child.url
    return [
      placed(
        { from, to: end, words, target, isPicture: true, isSure: true, isWrong: true },
        0,
        source,
      ),
    ]
  })
}

function placed(found: Found, start: number, source: string): MiswrittenLink {
  const { words, target, isPicture, isSure, isWrong } = found
  const [from, to] = [start + found.from, start + found.to]
  const before = source.slice(0, from).split(/\r\n|\r|\n/)
  const at = { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
  const right = `${isPicture ? '!' : ''}[${words}](${target})`
  const kind = isPicture ? '图片' : '链接'
  const said: Said = {
    rule: isPicture ? 'image-form' : 'link-form',
    message: `“${excerpt(source.slice(from, to).replace(/\s+/g, ' '))}”不是${kind}的写法，会照原样印出来。`,
    fix: isSure
      ? `写成 ${right}，括号用半角，中间不空格、不换行；不是${kind}就在 [ 前面加 \\。`
      : `${kind}写成 ![说明](images/文件名)；不是${kind}就在 [ 前面加 \\。`,
  }
  const severity = isWrong ? 'error' : 'warning'
  return { at, severity, said, ...(isSure && { edit: { length: to - from, text: right } }) }
}

/** The source of a node, without what the parser has made of it. Addresses and emphasis stay: they are part of what was typed. */
function unread(node: Nodes, source: string): string {
  const start = node.position?.start.offset ?? 0
  const end = node.position?.end.offset ?? start
  let text = ''
  let at = start
  for (const one of walk(node)) {
    const from = one.position?.start.offset
    const to = one.position?.end.offset
    if (from === undefined || to === undefined || from < at) continue
    const isLink = one.type === 'link' && source.charAt(from) === '['
    if (!isLink && !hiding.has(one.type)) continue
    text += source.slice(at, from) + understood.repeat(to - from)
    at = to
  }
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
