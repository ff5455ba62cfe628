import { writtenDay } from '../../text/day.js'
import type { Block, Inline, Paragraph, WordNote } from '../docx/model.js'
import { contributorIn, contributorLabel } from './contributor.js'
import { fullText, outlineOf } from './headings.js'
import { type BodyLook, lookOf } from './look.js'
import { numberFormOf } from './number-forms.js'
import type { HeadFields, Plan } from './plan.js'
import { leadingWith } from './word-styles.js'

/** Longest title in characters, and longest line above the text that belongs to it. */
const longestTitle = 80
const longestLine = 45

const sentence = /[。；！？，：;!,:]$/u
const dashed = /^[—－─-]{1,3}(?![\d—－─-])/u
const bracketed = /^[（(]([^（()）]+)[）)]$/u
const sectionLabel = /^(?:栏目|所属栏目|投稿栏目)[\s\u3000]*[：:][\s\u3000]*/u

type Taken = Pick<Plan, 'fields' | 'origins' | 'said'> & { blocks: Block[] }

/** Takes title, subtitle, byline and what else stands above the text off its blocks. */
export function takeTitle(blocks: readonly Block[], body: BodyLook): Taken {
  const taken: Taken = { fields: {}, origins: new Map(), said: [], blocks: [] }
  const lines = openingLines(blocks)
  let used = 0
  while (takeLabel(lines[used], taken)) used += 1
  const title = titleLines(lines.slice(used), blocks, body)
  if (title.length > 0) {
    set(taken, 'title', joined(title), title[0])
    used += title.length
    while (takeBelow(lines[used], taken, body)) used += 1
  }
  taken.blocks = blocks.slice(used)
  return taken
}

/** The paragraphs before anything else. */
function openingLines(blocks: readonly Block[]): Paragraph[] {
  const end = blocks.findIndex((block) => block.type !== 'paragraph' || !isPlain(block.inlines))
  return blocks.slice(0, end === -1 ? blocks.length : end) as Paragraph[]
}

/** Text alone: a picture would be lost in a key. */
const isPlain = (inlines: readonly Inline[]): boolean =>
  inlines.every(({ type }) => type === 'text' || type === 'break')

function set(taken: Taken, key: keyof HeadFields, text: string, from: Paragraph | undefined): void {
  const before = taken.fields[key]
  taken.fields[key] = before === undefined ? text : `${before}<br>${text}`
  if (from && !taken.origins.has(key)) taken.origins.set(key, from.id)
}

function titleLines(
  lines: readonly Paragraph[],
  all: readonly Block[],
  body: BodyLook,
): Paragraph[] {
  const [first] = lines
  if (first?.use === 'title') return leadingWith(lines, 'title')
  if (!first || first.number || first.use !== undefined) return []
  const { length, text } = lookOf(first)
  const isLine = length > 0 && length <= longestTitle && !sentence.test(text)
  if (!isLine || numberFormOf(text)) return []
  const isStyled = isTitleStyle(first, all)
  if (!isStyled && !standsOut(first, body)) {
    // A short line alone over the text.
    const isOver = all.length > 1 && length <= 40 && first.align !== 'right'
    return isOver && isLonger(all[1], length) ? [first] : []
  }
  const more: Paragraph[] = [first]
  for (const line of lines.slice(1)) {
    const goesOn =
      more.length < 4 &&
      isSameLook(line, first) &&
      isTitleStyle(line, all) === isStyled &&
      line.use === undefined &&
      !isBelow(lookOf(line).text) &&
      !sentence.test(lookOf(line).text) &&
      !numberFormOf(fullText(line))
    if (!goesOn) break
    more.push(line)
  }
  return more
}

const isLonger = (block: Block | undefined, length: number): boolean =>
  block?.type !== 'paragraph' || lookOf(block).length > length

/** Word's own style for titles, or the first level of its headings where only the title has it. */
function isTitleStyle(line: Paragraph, all: readonly Block[]): boolean {
  if (/^(?:title|标题|文章标题|大标题)$/u.test(line.style)) return true
  if (outlineOf(line) !== 0) return false
  const others = all.filter((block) => block.type === 'paragraph' && outlineOf(block) === 0)
  return others.length <= 2
}

function standsOut(line: Paragraph, body: BodyLook): boolean {
  const { size = 0, family, length } = lookOf(line)
  if (line.align === 'center' && length <= longestTitle) return true
  if (family === 'title') return true
  return body.size !== undefined && size >= body.size + 3
}

function isSameLook(line: Paragraph, first: Paragraph): boolean {
  const [a, b] = [lookOf(line), lookOf(first)]
  return a.length > 0 && line.align === first.align && a.size === b.size && a.family === b.family
}

const isBelow = (text: string): boolean =>
  dashed.test(text) ||
  bracketed.test(text) ||
  writtenDay(text) !== undefined ||
  contributorLabel.test(text)

/** Lines of a title in one: words of letters keep a blank between them. */
const joined = (lines: readonly Paragraph[]): string =>
  lines
    .map((one) => lookOf(one).text.replace(/[\s\u3000]+/g, ' '))
    .reduce((before, line) => {
      const isLatin = /[A-Za-z0-9]$/.test(before) && /^[A-Za-z0-9]/.test(line)
      return before + (isLatin ? ' ' : '') + line
    })

/** 供稿：…, 栏目：…: a line that says what it is. */
export function takeLabel(line: Paragraph | undefined, taken: Taken): boolean {
  if (!line) return false
  const { text, length } = lookOf(line)
  if (length > longestLine) return false
  const [label, key] = sectionLabel.test(text)
    ? ([sectionLabel, 'section'] as const)
    : ([contributorLabel, 'unit'] as const)
  const [written] = label.exec(text) ?? []
  if (written === undefined) return false
  const rest = text.slice(written.length).trim()
  if (key === 'section') set(taken, 'section', rest, line)
  else if (!setContributor(taken, rest, line)) return false
  taken.said.push({ ...leftOut(line), text: written, reason: '只是说明后面是什么的字' })
  return true
}

const leftOut = ({ place, id }: Paragraph): Omit<WordNote, 'reason' | 'text'> => ({
  kind: 'removed',
  about: 'signature',
  place,
  near: id,
})

/** Takes unit and author from a text; false when it names neither, or they are known already. */
export function setContributor(taken: Taken, text: string, from: Paragraph): boolean {
  const found = contributorIn(text)
  if (!found || (found.unit && taken.fields.unit) || (found.author && taken.fields.author))
    return false
  if (found.unit) set(taken, 'unit', found.unit, from)
  if (found.author) set(taken, 'author', found.author, from)
  return true
}

/** Says that the brackets of a signature are left out. */
export const bracketsOf = (line: Paragraph, text: string): WordNote => ({
  ...leftOut(line),
  text,
  reason: '单位和作者外面的括号，排版时自动加',
})

/** A line between title and text: subtitle, byline, or who sent it in. */
function takeBelow(line: Paragraph | undefined, taken: Taken, body: BodyLook): boolean {
  if (!line) return false
  const { text, length, family } = lookOf(line)
  if (line.use === 'subtitle' || line.use === 'byline') {
    set(taken, line.use, text, line)
    return true
  }
  if (line.use !== undefined) return false
  if (takeLabel(line, taken)) return true
  if (length === 0 || length > longestLine || line.number) return false
  const isCentred = line.align === 'center'
  const inside = bracketed.exec(text)?.[1]
  if (inside !== undefined && !/\d{4}年/.test(inside) && setContributor(taken, inside, line)) {
    taken.said.push(bracketsOf(line, text.charAt(0) + text.slice(-1)))
    return true
  }
  if (dashed.test(text) || (inside !== undefined && isCentred)) {
    set(taken, 'subtitle', text, line)
    return true
  }
  if (!isCentred || sentence.test(text) || numberFormOf(text)) return false
  const sender = contributorIn(text)
  const named = sender !== undefined || /^文[\s\u3000]*[/／]/u.test(text)
  const isHeading = family !== undefined && family === 'hei' && family !== body.family
  if (isHeading && !named) return false
  const words = sender ? [sender.unit, sender.author].filter(Boolean).join(' ') : text
  set(taken, named ? 'byline' : 'subtitle', words, line)
  return true
}
