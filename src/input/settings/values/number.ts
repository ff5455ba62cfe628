import { excerpt } from '../../../text/excerpt.js'
import { hanValue } from '../../../text/numerals.js'
import type { Decoder } from '../value.js'
import { accepting, invalid, ok } from '../value.js'
import { asWritten, sourceOf } from './text.js'

/** The default maximum; larger than any issue number. */
const UNBOUNDED = 9_999_999

interface Range {
  min: number
  max?: number
  sample: number
  /** The words that may surround the number; its only group is the number. */
  around?: RegExp
  /** Finds the intended number in a text with several, for the hint. */
  likely?: RegExp
}

/** A number, or a text that contains one: 第3期. */
const wholeNumber = (minimum: number, maximum: number) => ({
  anyOf: [{ type: 'integer', minimum, maximum }, { type: 'string' }],
})

/**
 * An integer within a range. `012` is twelve. `"3"`, full-width ３ and 三 are three, and so is
 * 第3期 where `around` permits those words.
 */
export const integer = ({
  min,
  max = UNBOUNDED,
  sample,
  around,
  likely = /(\d+)/,
}: Range): Decoder<number> =>
  accepting(wholeNumber(min, max), (given) => {
    const written = asWritten(given.node)?.trim().normalize('NFKC')
    const bare = (written && around?.exec(written)?.[1]) ?? written
    const value = bare === undefined ? Number.NaN : inFigures(bare)
    if (value >= min && value <= max) return ok(value)
    const range = max === UNBOUNDED ? `从 ${min} 起的整数` : ` ${min} 到 ${max} 之间的整数`
    const { key, label } = given
    // For 第3期（总第54期） or 85% the hint suggests the number in it.
    const meant = Number((likely.exec(written ?? '') ?? /(\d+)/.exec(written ?? ''))?.[1])
    const hint = meant >= min && meant <= max ? meant : sample
    return invalid(
      given,
      `${label}“${excerpt(sourceOf(given))}”不对，应当是${range}。`,
      `写成 ${key}: ${hint}。`,
    )
  })

const inFigures = (digits: string): number =>
  /^\+?\d+$/.test(digits) ? Number(digits) : (hanValue(digits) ?? Number.NaN)

/** The words that editors write around an issue number: 第3期, 总第五十四期, 2024年第3期. */
export const issueWords = /^(?:.{4}年)?(?:总第?|第)?\s*([^\s第期总年]+)\s*[期号]?$/

/** Any decimal number. */
export const decimal: Decoder<number> = accepting({ type: ['number', 'string'] }, (given) => {
  const written = asWritten(given.node)?.trim().normalize('NFKC')
  if (written !== undefined && /^[+-]?\d{1,15}(?:\.\d{1,15})?$/.test(written))
    return ok(Number(written))
  const { key, label } = given
  return invalid(given, `${label}“${excerpt(sourceOf(given))}”不是数字。`, `写成 ${key}: 3。`)
})
