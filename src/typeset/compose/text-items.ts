import { characterItem } from './character-items.js'
import type { CharacterClass } from './characters.js'
import { classOf, mayCombine } from './characters.js'
import type { Cut, Item, Kind, Units } from './item.js'
import { em, isSpace } from './item.js'
import type { TextNeeds } from './kept.js'
import type { TextPiece } from './pieces.js'
import { wordItem } from './word-items.js'

/** Items in the order of the text, with where each begins in it. */
export class ItemList {
  readonly items: Item[] = []
  readonly starts: number[] = []

  add(item: Item, start: number): void {
    this.items.push(item)
    this.starts.push(start)
  }
}

/** Where a piece of text begins in its paragraph, and what the paragraph asks for. */
export interface InParagraph {
  readonly start: number
  readonly needs: TextNeeds
  readonly widest: Units | undefined
}

/** Cuts a text into items and appends them. */
export function itemsOfText(piece: TextPiece, place: InParagraph, list: ItemList): void {
  new TextCutter(piece, place, list).cut()
}

/**
 * The characters of a face that are items by themselves, by their code, whatever stands beside them:
 * most of a text. Each is measured and classed once for all paragraphs.
 */
const knownOf = new WeakMap<TextPiece['width'], Map<number, Item>>()

class TextCutter {
  readonly #text: string
  readonly #width: TextPiece['width']
  readonly #size: Units
  readonly #start: number
  readonly #needs: TextNeeds
  readonly #widest: Units
  readonly #list: ItemList
  readonly #combines: boolean

  constructor({ text, width, size = em }: TextPiece, place: InParagraph, list: ItemList) {
    this.#text = text
    this.#width = width
    this.#size = size
    this.#start = place.start
    this.#needs = place.needs
    this.#widest = place.widest ?? Number.POSITIVE_INFINITY
    this.#list = list
    this.#combines = mayCombine.test(text)
  }

  cut(): void {
    const text = this.#text
    const { whole, latinMarks } = this.#needs
    const known = knownOf.get(this.#width) ?? new Map<number, Item>()
    knownOf.set(this.#width, known)
    const asksForMore = whole.size + latinMarks.size > 0
    for (let at = 0; at < text.length; ) {
      const from = this.#start + at
      const isUsual = !asksForMore || !(whole.has(from) || latinMarks.has(from))
      const item = isUsual && !this.#combines ? known.get(text.charCodeAt(at)) : undefined
      if (item === undefined) at = this.#cutAt(at, isUsual ? known : undefined)
      else {
        this.#list.add(item, from)
        at++
      }
    }
  }

  /** Appends what begins at an offset, and returns where it ends. */
  #cutAt(at: number, known: Map<number, Item> | undefined): number {
    const found = classOf(this.#text.codePointAt(at) ?? 0)
    if (this.#isOfWord(at, found.kind)) {
      const end = this.#endOfWord(at)
      this.#addWord(at, end)
      return end
    }
    const end = found.kind === 'dash' ? this.#endOfDash(at) : this.#endOfCharacter(at)
    const item = this.#single(at, end, found)
    // No line ends with a mark that opens, neither does one with a space behind it.
    const isAfterOpening = isSpace(item) && this.#list.items.at(-1)?.ends === false
    this.#list.add(isAfterOpening ? { ...item, ends: false } : item, this.#start + at)
    const isByItself = found.kind !== 'dash' && !isSpace(item) && end === at + 1 && !this.#combines
    if (isByItself) known?.set(this.#text.charCodeAt(at), item)
    return end
  }

  #isOfWord(at: number, kind: Kind): boolean {
    return kind === 'latin' || this.#needs.latinMarks.has(this.#start + at)
  }

  /** Behind a word. An address, and what else is no word, is read character by character. */
  #endOfWord(from: number): number {
    const text = this.#text
    let at = this.#endOfCharacter(from)
    if (this.#longAt(from)) return at
    while (at < text.length && !this.#longAt(at)) {
      if (this.#needs.joints.has(this.#start + at)) break
      if (!this.#isOfWord(at, classOf(text.codePointAt(at) ?? 0).kind)) break
      at = this.#endOfCharacter(at)
    }
    return at
  }

  /** Behind the second half of a dash or ellipsis of two. */
  #endOfDash(at: number): number {
    return this.#text[at + 1] === this.#text[at] ? at + 2 : at + 1
  }

  /** Behind a character and the marks that combine with it. */
  #endOfCharacter(from: number): number {
    const text = this.#text
    let at = from + ((text.codePointAt(from) ?? 0) > 0xffff ? 2 : 1)
    while (this.#combines && combining.test(text.slice(at, at + 2)))
      at += text.charCodeAt(at) >= 0xd800 && text.charCodeAt(at) < 0xdc00 ? 2 : 1
    return at
  }

  /** The address that a character is of. */
  #longAt(at: number) {
    const { long } = this.#needs
    if (long.length === 0) return undefined
    const offset = this.#start + at
    return long.find(({ from, to }) => from <= offset && offset < to)
  }

  #addWord(from: number, end: number): void {
    const whole = this.#word(from, end)
    if (whole.advance <= this.#widest) {
      this.#list.add(whole, this.#start + from)
      return
    }
    for (let at = from; at < end; ) {
      const next = this.#endOfCharacter(at)
      const letter = this.#word(at, next)
      const item = at === from ? letter : { ...letter, begins: true, cut: 'letter' as const }
      this.#list.add(item, this.#start + at)
      at = next
    }
  }

  #word(at: number, end: number): Item {
    const run = this.#text.slice(at, end)
    const from = this.#start + at
    const long = this.#longAt(at)
    const isInside = long !== undefined && long.from < from
    const isJoint = this.#needs.joints.has(from)
    const inside: Cut = isJoint ? 'address' : 'letter'
    const outside: Cut = isJoint ? 'address' : this.#cutBefore(from)
    return wordItem(run, {
      advance: this.#width(run, true),
      isInside,
      mayEnd: long !== undefined,
      cut: isInside ? inside : outside,
    })
  }

  #single(at: number, end: number, found: CharacterClass): Item {
    return characterItem(found, {
      advance: this.#width(this.#text.slice(at, end), false),
      size: this.#size,
      cut: this.#cutBefore(this.#start + at),
    })
  }

  /** How a line may be cut before what is no part of an address. */
  #cutBefore(from: number): Cut {
    if (!this.#needs.whole.has(from)) return 'usual'
    return this.#needs.partings.has(from) ? 'part' : 'never'
  }
}

const combining = /^(?:\p{M}|[\ufe00-\ufe0f]|\u200d)/u
