import type { CharacterClass } from './characters.js'
import { classOf } from './characters.js'
import type { Cut, Item, Kind, Units } from './item.js'
import { em, isSpace } from './item.js'
import type { TextNeeds } from './kept.js'
import type { TextPiece } from './pieces.js'

/** A piece of text, where it begins in its paragraph, and what the paragraph asks for. */
export interface TextAt extends TextPiece {
  readonly start: number
  readonly needs: TextNeeds
  readonly widest: Units | undefined
}

/** Cuts a text into items and appends them. */
export function itemsOfText(text: TextAt, items: Item[]): void {
  for (let at = 0; at < text.text.length; ) {
    if (isPlainHan(text, at)) {
      items.push(plainHan(text, at))
      at++
      continue
    }
    const found = classOf(text.text.codePointAt(at) ?? 0)
    const { kind } = found
    if (isOfWord(text, at, kind)) {
      const end = endOfWord(text, at)
      addWord(text, at, end, items)
      at = end
    } else {
      const end = kind === 'dash' ? endOfDash(text.text, at) : endOfCharacter(text.text, at)
      const item = single(text, at, end, found)
      // No line ends with a mark that opens, neither does one with a space behind it.
      const isAfterOpening = isSpace(item) && items.at(-1)?.ends === false
      items.push(isAfterOpening ? { ...item, ends: false } : item)
      at = end
    }
  }
}

/** A Han character of the first block, as most are, that is no part of anything and combines with nothing. */
const isPlainHan = ({ text, start, needs }: TextAt, at: number): boolean => {
  const unit = text.charCodeAt(at)
  return (
    unit >= 0x4e00 &&
    unit < 0xa000 &&
    !mayCombine(text.charCodeAt(at + 1)) &&
    (needs.whole.size === 0 || !needs.whole.has(start + at))
  )
}

const plainHan = ({ text, start, width }: TextAt, at: number): Item => ({
  kind: 'han',
  advance: width(text.charAt(at), false),
  blankBefore: 0,
  blankAfter: 0,
  from: start + at,
  to: start + at + 1,
  begins: true,
  ends: true,
  gapBefore: false,
  gapAfter: false,
  cut: 'usual',
  isPlain: true,
})

const isOfWord = ({ needs, start }: TextAt, at: number, kind: Kind) =>
  kind === 'latin' || needs.latinMarks.has(start + at)

/** Behind a word. An address, and what else is no word, is read character by character. */
function endOfWord(text: TextAt, from: number): number {
  let at = endOfCharacter(text.text, from)
  if (longAt(text, from)) return at
  while (at < text.text.length && !longAt(text, at)) {
    if (text.needs.joints.has(text.start + at)) break
    if (!isOfWord(text, at, classOf(text.text.codePointAt(at) ?? 0).kind)) break
    at = endOfCharacter(text.text, at)
  }
  return at
}

/** Behind the second half of a dash or ellipsis of two. */
const endOfDash = (text: string, at: number) => (text[at + 1] === text[at] ? at + 2 : at + 1)

const combining = /^(?:\p{M}|[\ufe00-\ufe0f]|\u200d)/u

/** Behind a character and the marks that combine with it. */
function endOfCharacter(text: string, from: number): number {
  let at = from + ((text.codePointAt(from) ?? 0) > 0xffff ? 2 : 1)
  while (mayCombine(text.charCodeAt(at)) && combining.test(text.slice(at, at + 2)))
    at += text.charCodeAt(at) >= 0xd800 && text.charCodeAt(at) < 0xdc00 ? 2 : 1
  return at
}

/** Leaves out ASCII and the Han, of which most of a text is, without a look at the table. */
const mayCombine = (unit: number) => unit >= 0x300 && !(unit >= 0x3100 && unit < 0xd800)

/** The address that a character is of. */
const longAt = ({ needs, start }: TextAt, at: number) =>
  needs.long.find(({ from, to }) => from <= start + at && start + at < to)

function addWord(text: TextAt, from: number, end: number, items: Item[]): void {
  const whole = word(text, from, end)
  if (text.widest === undefined || whole.advance <= text.widest) {
    items.push(whole)
    return
  }
  for (let at = from; at < end; ) {
    const next = endOfCharacter(text.text, at)
    const letter = word(text, at, next)
    items.push(at === from ? letter : { ...letter, begins: true, cut: 'letter' })
    at = next
  }
}

function word(text: TextAt, at: number, end: number): Item {
  const run = text.text.slice(at, end)
  const from = text.start + at
  const long = longAt(text, at)
  const isInside = long !== undefined && long.from < from
  const inside: Cut = text.needs.joints.has(from) ? 'address' : 'letter'
  const isJoint = text.needs.joints.has(from)
  const outside: Cut = isJoint ? 'address' : cutAt(text, from)
  return {
    kind: /^[+\-−±]?\d/.test(run) ? 'number' : 'latin',
    advance: text.width(run, true),
    blankBefore: 0,
    blankAfter: 0,
    from,
    to: text.start + end,
    // Straight quotes by themselves tell not which side they are of.
    begins: isInside || !/^(?:[)\]},.;:!?%/~”’]|["']+$)/.test(run),
    ends: long !== undefined || !/(?:[([{“‘]|^["']+)$/.test(run),
    gapBefore: /^[\p{L}\p{N}+\-−±$]/u.test(run),
    gapAfter: /[\p{L}\p{N}%°]$/u.test(run),
    cut: isInside ? inside : outside,
    isPlain: false,
  }
}

function single(
  text: TextAt,
  at: number,
  end: number,
  { kind, begins, ends }: CharacterClass,
): Item {
  const from = text.start + at
  const advance = text.width(text.text.slice(at, end), false)
  const blank = isMark(kind) ? blankOf(advance, text.size ?? em) : 0
  const half = Math.floor(blank / 2)
  const cut = cutAt(text, from)
  return {
    kind,
    advance,
    blankBefore: kind === 'opening' ? blank : kind === 'middle' ? half : 0,
    blankAfter: kind === 'opening' ? 0 : kind === 'middle' ? blank - half : blank,
    from,
    to: text.start + end,
    begins,
    ends,
    gapBefore: false,
    gapAfter: false,
    cut,
    isPlain: kind === 'han' && begins && ends && cut === 'usual',
  }
}

/** How a line may be cut before what is no part of an address. */
function cutAt({ needs }: TextAt, from: number): Cut {
  if (!needs.whole.has(from)) return 'usual'
  return needs.partings.has(from) ? 'part' : 'never'
}

const isMark = (kind: Kind) =>
  kind === 'opening' ||
  kind === 'closing' ||
  kind === 'pause' ||
  kind === 'final' ||
  kind === 'middle'

/** The blank half of a mark that fills a cell. A face that draws the mark narrower has none to give. */
const blankOf = (advance: Units, size: Units): Units =>
  advance * 10 < size * 9 ? 0 : advance - Math.floor(size / 2)
