import { dayFrom } from '../../text/day.js'
import type { Inline, Paragraph } from '../docx/model.js'
import { lookOf } from './look.js'
import { bracketsOf, setContributor, takeLabel } from './title.js'

type Taken = Parameters<typeof setContributor>[0]

/** Lines of a signature, and its longest line. */
const mostLines = 4
const longestLine = 40

const bracketed = /^[（(]([^（()）]{2,38})[）)]$/u
/** Behind the last sentence of the text: 。（城东区文化馆 陈 思） */
const atTheEnd = /[。！？”；…]([（(]([^（()）]{2,30})[）)])$/u

/** Takes the signature and the date off the end of the text. */
export function takeSignature(taken: Taken): void {
  for (let lines = 0; lines < mostLines; lines++) {
    const last = taken.blocks.at(-1)
    if (last?.type !== 'paragraph' || taken.blocks.length < 2 || !takeLine(last, taken)) break
    taken.blocks.pop()
  }
  const last = taken.blocks.at(-1)
  if (last?.type === 'paragraph' && taken.fields.author === undefined) cutOff(last, taken)
}

function takeLine(line: Paragraph, taken: Taken): boolean {
  const { text, length } = lookOf(line)
  const isPlain = line.inlines.every(({ type }) => type === 'text')
  if (line.use !== undefined || !isPlain || length === 0 || length > longestLine || line.number)
    return false
  if (takeDay(text, line, taken)) return true
  const inside = bracketed.exec(text)?.[1]
  if (inside !== undefined && line.align !== 'center') {
    // （供稿：某馆 陈思）
    const [label = ''] = /^[^：:]{2,5}[：:]\s*/u.exec(inside) ?? []
    if (!setContributor(taken, inside.slice(label.length), line)) return false
    taken.said.push(bracketsOf(line, text.charAt(0) + label + text.slice(-1)))
    return true
  }
  if (takeLabel(line, taken)) return true
  return line.align === 'right' && setContributor(taken, text, line)
}

function takeDay(text: string, line: Paragraph, taken: Taken): boolean {
  if (taken.fields.date !== undefined) return false
  const bare = text.replace(/[\s\u3000]/g, '')
  if (!dayFrom(bare)) return false
  taken.fields.date = bare
  taken.origins.set('date', line.id)
  return true
}

/** A signature in brackets behind the last sentence. */
function cutOff(paragraph: Paragraph, taken: Taken): void {
  const { text } = lookOf(paragraph)
  const [, signature, inside] = atTheEnd.exec(text) ?? []
  if (signature === undefined || inside === undefined) return
  const found = { ...taken, fields: { ...taken.fields }, origins: new Map(taken.origins) }
  if (!setContributor(found, inside, paragraph) || !found.fields.author) return
  Object.assign(taken.fields, found.fields)
  for (const [key, id] of found.origins) taken.origins.set(key, id)
  taken.said.push(bracketsOf(paragraph, signature.charAt(0) + signature.slice(-1)))
  taken.blocks[taken.blocks.length - 1] = {
    ...paragraph,
    inlines: withoutEnd(paragraph.inlines, signature.length),
  }
}

/** Inlines without their last characters, blanks behind them not counted. */
function withoutEnd(inlines: readonly Inline[], count: number): Inline[] {
  const made = [...inlines]
  let left = count
  while (left > 0) {
    const last = made.pop()
    if (last === undefined) break
    if (last.type !== 'text') continue
    const text = left === count ? last.text.trimEnd() : last.text
    if (text.length > left) made.push({ ...last, text: text.slice(0, -left) })
    left -= Math.min(text.length, left)
  }
  return made
}
