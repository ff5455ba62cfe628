import type { Block, Paragraph } from '../docx/model.js'
import { type BodyLook, lookOf } from './look.js'
import { firstDecimalForm, numberFormOf } from './number-forms.js'
import { depthOf } from './word-styles.js'

/** What told that a paragraph is a heading, in the order in which it is asked. */
export type Sign = 'style' | 'number' | 'face' | 'bold'

export interface Heading {
  /** Number of `#`, 2–5. */
  depth: number
  sign: Sign
}

/** Longest headings, in characters; one with a style may be longer. */
const longest = 40
const longestStyled = 60
const longestBold = 28

const stop = /[。；！？，：;!?,:…]$/u

interface Candidate {
  paragraph: Paragraph
  sign: Sign
  /** Higher in the text the smaller it is; levels are counted from these. */
  weight: number
}

/**
 * The headings of an article: by style and outline level; by the number before it; by typeface and size;
 * and, where a paragraph is short and bold and has no stop, by that. What is used as a numbered heading
 * is decided by a vote over the whole text: in a list of items most end in a stop, or are long. What the
 * settings say of a style comes before all of that.
 */
export function headingsOf(blocks: readonly Block[], body: BodyLook): Map<Paragraph, Heading> {
  const all = blocks.filter((block): block is Paragraph => block.type === 'paragraph')
  const paragraphs = all.filter(({ use }) => use === undefined)
  const told = all.flatMap((paragraph): [Paragraph, Heading][] => {
    const depth = lookOf(paragraph).length > 0 ? depthOf(paragraph) : undefined
    return depth === undefined ? [] : [[paragraph, { sign: 'style', depth }]]
  })
  const voted = vote(paragraphs, body)
  const outlines = weightsOfOutlines(paragraphs)
  const candidates = paragraphs.flatMap((paragraph, index): Candidate[] => {
    const found = judge(paragraph, { body, voted, outlines, next: paragraphs[index + 1] })
    return found ? [{ paragraph, ...found }] : []
  })
  const weights = [...new Set(candidates.map(({ weight }) => weight))].toSorted((a, b) => a - b)
  return new Map([
    ...told,
    ...candidates.map(({ paragraph, sign, weight }): [Paragraph, Heading] => [
      paragraph,
      { sign, depth: Math.min(weights.indexOf(weight) + 2, 5) },
    ]),
  ])
}

interface Around {
  body: BodyLook
  voted: ReadonlySet<number>
  outlines: ReadonlyMap<number, number>
  next: Paragraph | undefined
}

function judge(paragraph: Paragraph, around: Around): Omit<Candidate, 'paragraph'> | undefined {
  const { text, length } = lookOf(paragraph)
  if (length === 0 || paragraph.number?.bullet) return undefined
  const full = fullText(paragraph)
  const form = numberFormOf(full)
  const outline = outlineOf(paragraph)
  // The style of a heading on a whole paragraph: it is the sentence at its head that is meant.
  if (outline !== undefined && length <= longestStyled && !/[。；！？].{6,}/u.test(text)) {
    const weight = form ? weightOf(form.rank) : (around.outlines.get(outline) ?? outline)
    return { sign: 'style', weight }
  }
  if (length > longest || stop.test(text) || paragraph.align === 'right') return undefined
  if (form && around.voted.has(form.rank)) return { sign: 'number', weight: weightOf(form.rank) }
  if (form || !around.next) return undefined
  return byFace(paragraph, around.body)
}

/** Weights of the forms of numbers; 1.1 comes below 1. whatever stands between them. */
const weightOf = (rank: number): number =>
  rank >= firstDecimalForm ? 4.1 + (rank - firstDecimalForm) / 10 : rank

function byFace(paragraph: Paragraph, body: BodyLook): Omit<Candidate, 'paragraph'> | undefined {
  const { family, size, bold, length, text } = lookOf(paragraph)
  const isLarger = size !== undefined && body.size !== undefined && size >= body.size + 1.5
  if (/^[（(].*[）)]$/u.test(text)) return undefined
  if (family === 'hei' && body.family !== 'hei') return { sign: 'face', weight: 2 }
  if (family === 'title' && body.family !== 'title') return { sign: 'face', weight: 2 }
  if (isLarger) return { sign: 'face', weight: 2 }
  const isKai = family === 'kai' && body.family !== 'kai' && length <= longestBold
  if (isKai && paragraph.align === 'left') return { sign: 'face', weight: 3 }
  if (bold > 0.9 && !body.bold && length <= longestBold) return { sign: 'bold', weight: 4 }
  return undefined
}

/** Levels of Word's own heading styles count even where the style does not say so. */
export function outlineOf({ outline, style }: Paragraph): number | undefined {
  if (outline !== undefined) return outline
  const [, level] = /^(?:heading|标题)\s*([1-9])$/u.exec(style) ?? []
  return level === undefined ? undefined : Number(level) - 1
}

/** A paragraph as it reads, with the number that Word puts before it. */
export const fullText = (paragraph: Paragraph): string =>
  (paragraph.number?.text ?? '') + lookOf(paragraph).text

/**
 * Which forms of numbers are headings here. 一、 and （一） are, unless most of them end in a stop; figures
 * must also stand out from the text, or have a text of their own under them.
 */
function vote(paragraphs: readonly Paragraph[], body: BodyLook): Set<number> {
  const votes = new Map<number, { yes: number; no: number }>()
  for (const [index, paragraph] of paragraphs.entries()) {
    const form = numberFormOf(fullText(paragraph))
    if (!form) continue
    const { length, text } = lookOf(paragraph)
    const next = paragraphs[index + 1]
    const isShort = length <= longest && !stop.test(text)
    const heads = next !== undefined && numberFormOf(fullText(next))?.rank !== form.rank
    const plain = form.rank >= 4 && form.rank < firstDecimalForm
    const counts = isShort && (plain ? standsOut(paragraph, body) || heads : true)
    const before = votes.get(form.rank) ?? { yes: 0, no: 0 }
    const run = length > longest
    // A long paragraph with a number is a run-in heading: it says nothing of the others.
    if (counts) before.yes += 1
    else if (!run || plain) before.no += 1
    votes.set(form.rank, before)
  }
  return new Set([...votes].filter(([, { yes, no }]) => yes > no).map(([rank]) => rank))
}

function standsOut(paragraph: Paragraph, body: BodyLook): boolean {
  const { family, size, bold } = lookOf(paragraph)
  return (
    (bold > 0.9 && !body.bold) ||
    (family !== undefined && body.family !== undefined && family !== body.family) ||
    (size !== undefined && body.size !== undefined && size > body.size)
  )
}

/** The weight of each outline level: that of the numbers most of its headings have, else its own. */
function weightsOfOutlines(paragraphs: readonly Paragraph[]): Map<number, number> {
  const ranks = new Map<number, number[]>()
  for (const paragraph of paragraphs) {
    const outline = outlineOf(paragraph)
    if (outline === undefined || lookOf(paragraph).length > longestStyled) continue
    const form = numberFormOf(fullText(paragraph))
    ranks.set(outline, [...(ranks.get(outline) ?? []), ...(form ? [form.rank] : [])])
  }
  const highest = Math.min(...ranks.keys())
  return new Map(
    [...ranks].map(([outline, found]) => [
      outline,
      found[0] === undefined ? 2 + outline - highest : weightOf(found[0]),
    ]),
  )
}
