import { branchOf } from './alternatives.js'
import { signOf } from './symbols.js'
import { elementsOf, textIn, type XmlElement } from './xml.js'

/** Blanks of every width, and characters that nobody sees: they are no letters. */
const unseen = /[\s\u2800\p{Cc}\p{Default_Ignorable_Code_Point}]/gu

/** A text without its blanks: what is counted. */
export const lettersIn = (text: string): string => text.normalize('NFC').replace(unseen, '')

/** Elements that hold the text of a document. */
const holders: ReadonlySet<string> = new Set(['w:t', 'w:delText', 'm:t'])

/**
 * The letters of a part, straight from its XML: nothing of how the reader understands it takes part, so
 * that the one can be held against the other.
 */
export function lettersOf(part: XmlElement | undefined): string {
  const texts: string[] = []
  const waiting = part ? [part] : []
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { name, attributes } = next
    if (holders.has(name)) texts.push(textIn(next))
    else if (name === 'w:noBreakHyphen') texts.push('-')
    else if (name === 'v:textpath') texts.push(attributes.string ?? '')
    else if (name === 'w:sym') texts.push(symbolText(attributes))
    else {
      const inner = name === 'mc:AlternateContent' ? branchOf(next) : next
      if (inner) waiting.push(...elementsOf(inner).reverse())
    }
  }
  return lettersIn(texts.join(''))
}

/** What stands for a sign in the count, known or not. */
export function symbolText({ 'w:font': font, 'w:char': char }: XmlElement['attributes']): string {
  const code = Number.parseInt(char ?? '', 16)
  if (Number.isNaN(code) || code > 0x10ffff) return ''
  return signOf(font, code) ?? String.fromCodePoint(code)
}

/** Same letters, however often each: `a` has all of `b` and nothing else. */
export function difference(a: string, b: string): { missing: string; extra: string } {
  const counts = new Map<string, number>()
  for (const letter of a) counts.set(letter, (counts.get(letter) ?? 0) + 1)
  for (const letter of b) counts.set(letter, (counts.get(letter) ?? 0) - 1)
  let [missing, extra] = ['', '']
  for (const [letter, count] of counts) {
    if (count > 0) missing += letter.repeat(count)
    if (count < 0) extra += letter.repeat(-count)
  }
  return { missing, extra }
}
