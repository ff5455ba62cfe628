import { lettersIn } from '../docx/census.js'
import type { Block, Paragraph, WordText } from '../docx/model.js'
import { wordsOf } from '../docx/reading.js'
import { type Family, familyOf } from './typeface.js'

/** How a paragraph looks as a whole. */
export interface Look {
  text: string
  /** Number of letters. */
  length: number
  /** Of most of its letters. */
  family?: Family
  /** Points, of most of its letters. */
  size?: number
  /** Part of the letters that is bold, 0–1. */
  bold: number
  red: boolean
}

/** The look of running text, which headings stand out from. */
export interface BodyLook {
  family?: Family
  size?: number
  /** Most of the text is bold: bold says nothing then. */
  bold: boolean
}

const looks = new WeakMap<Paragraph, Look>()

export function lookOf(paragraph: Paragraph): Look {
  const known = looks.get(paragraph)
  if (known) return known
  const texts = paragraph.inlines.filter((one): one is WordText => one.type === 'text')
  const weighed = texts.map((one) => ({ ...one.face, weight: lettersIn(one.text).length }))
  const length = weighed.reduce((sum, { weight }) => sum + weight, 0)
  const bold = weighed.reduce((sum, one) => sum + (one.bold ? one.weight : 0), 0)
  const family = most(weighed.map(({ typeface, weight }) => [familyOf(typeface), weight]))
  const size = most(weighed.map((one) => [one.size, one.weight]))
  const red = most(weighed.map((one) => [isRed(one.color), one.weight])) ?? false
  const look = {
    text: wordsOf(paragraph.inlines).trim(),
    length,
    ...(family !== undefined && { family }),
    ...(size !== undefined && { size }),
    bold: length === 0 ? 0 : bold / length,
    red,
  }
  looks.set(paragraph, look)
  return look
}

/** Shorter ones may all be headings and captions. */
const runningText = 24

/** What most of the text looks like; of all paragraphs when none is long. */
export function bodyLook(blocks: readonly Block[]): BodyLook {
  const all = blocks.filter((block): block is Paragraph => block.type === 'paragraph').map(lookOf)
  const long = all.filter(({ length }) => length >= runningText)
  const body = long.length > 0 ? long : all
  const family = most(body.map((one) => [one.family, one.length]))
  const size = most(body.map((one) => [one.size, one.length]))
  const total = body.reduce((sum, { length }) => sum + length, 0)
  const bold = body.reduce((sum, one) => sum + one.bold * one.length, 0)
  return {
    ...(family !== undefined && { family }),
    ...(size !== undefined && { size }),
    bold: total > 0 && bold / total > 0.6,
  }
}

/** The value with the greatest weight. */
function most<T>(weighed: readonly [T, number][]): T | undefined {
  const sums = new Map<T, number>()
  for (const [value, weight] of weighed) sums.set(value, (sums.get(value) ?? 0) + weight)
  let best: T | undefined
  let greatest = 0
  for (const [value, sum] of sums) {
    if (sum > greatest) [best, greatest] = [value, sum]
  }
  return best
}

/** FF0000, C00000, E60012 …: the red of mastheads. */
function isRed(color: string | undefined): boolean {
  if (!/^[0-9A-F]{6}$/.test(color ?? '')) return false
  const [red = 0, green = 0, blue = 0] = (color?.match(/../g) ?? []).map((part) =>
    Number.parseInt(part, 16),
  )
  return red >= 0xa0 && green <= 0x50 && blue <= 0x50
}
