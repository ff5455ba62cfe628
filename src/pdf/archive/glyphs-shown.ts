import { operationsOf } from '../content/operations.js'
import { contentStreams } from '../content/streams-of.js'
import { dictionaryAt, type Pdf } from '../document.js'
import { dictionaryOr } from '../pages.js'
import { contentAt } from '../streams.js'
import { referenceFrom } from '../syntax.js'
import { stringBytes } from '../text.js'

/**
 * Returns the codes that are shown in each font, by the font's object number. A composite font has
 * two bytes a code (Identity-H), a drawn one has one.
 */
export function codesShown(pdf: Pdf): Map<number, Set<number>> {
  const shown = new Map<number, Set<number>>()
  const widths = new Map<number, 1 | 2>()
  const widthOf = (font: number) => {
    const width = dictionaryAt(pdf, font).get('Subtype') === '/Type0' ? 2 : 1
    widths.set(font, width)
    return width
  }
  for (const { content, owner } of contentStreams(pdf)) {
    const resources = dictionaryOr(dictionaryAt(pdf, owner).get('Resources'))
    const fonts = dictionaryOr(resources.get('Font'))
    let font: number | undefined
    for (const { operator, operands } of operationsOf(contentAt(pdf, content))) {
      if (operator === 'Tf') font = referenceFrom(fonts.get(operands[0]?.slice(1) ?? ''))
      if (font === undefined || !/^(?:Tj|TJ|'|")$/.test(operator)) continue
      const codes = shown.get(font) ?? new Set()
      shown.set(font, codes)
      const width = widths.get(font) ?? widthOf(font)
      for (const operand of operands) {
        if (!/^[(<]/.test(operand)) continue
        const bytes = stringBytes(operand)
        for (let index = 0; index + width <= bytes.length; index += width)
          codes.add(bytes.readUIntBE(index, width))
      }
    }
  }
  return shown
}

/** Returns the text of each code by a `/ToUnicode` CMap (ISO 32000-1, 9.10.3). */
export function unicodeOf(cmap: string): Map<number, string> {
  const texts = new Map<number, string>()
  for (const { 1: kind, 2: body = '' } of cmap.matchAll(/beginbf(char|range)([\s\S]*?)endbf/g)) {
    const numbers = [...body.matchAll(/<([0-9A-Fa-f]+)>/g)].map(({ 1: digits = '' }) => digits)
    const step = kind === 'char' ? 2 : 3
    for (let index = 0; index + step <= numbers.length; index += step) {
      const from = Number.parseInt(numbers[index] ?? '', 16)
      const to = kind === 'char' ? from : Number.parseInt(numbers[index + 1] ?? '', 16)
      const first = Buffer.from(numbers[index + step - 1] ?? '', 'hex')
      const text = first.swap16().toString('utf16le')
      const last = text.codePointAt(text.length - 1) ?? 0
      for (let code = from; code <= to; code++)
        texts.set(code, text.slice(0, -1) + String.fromCharCode(last + code - from))
    }
  }
  return texts
}
