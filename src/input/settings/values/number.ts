import { excerpt } from '../../../text/excerpt.js'
import type { Read } from '../value.js'
import { bad, good } from '../value.js'
import { asWritten, sourceOf } from './text.js'

/** More than any bulletin numbers. */
const UNBOUNDED = 9_999_999

interface Range {
  min: number
  max?: number
  sample: number
}

/** A whole number within a range; `012` is twelve, `"3"` and a full-width ３ are three. */
export const integer =
  ({ min, max = UNBOUNDED, sample }: Range): Read<number> =>
  (given) => {
    const written = asWritten(given.node)?.trim().normalize('NFKC')
    const value = written !== undefined && /^\+?\d+$/.test(written) ? Number(written) : Number.NaN
    if (value >= min && value <= max) return good(value)
    const range = max === UNBOUNDED ? `从 ${min} 起的整数` : ` ${min} 到 ${max} 之间的整数`
    const { key, label } = given
    // 第3期 and 85% most likely mean the number in them.
    const meant = Number(/\d+/.exec(written ?? '')?.[0])
    const fix = meant >= min && meant <= max ? meant : sample
    return bad(
      given,
      `${label}“${excerpt(sourceOf(given))}”不对，应当是${range}。`,
      `写成 ${key}: ${fix}。`,
    )
  }

/** Any decimal number. */
export const decimal: Read<number> = (given) => {
  const written = asWritten(given.node)?.trim().normalize('NFKC')
  if (written !== undefined && /^[+-]?\d{1,15}(?:\.\d{1,15})?$/.test(written))
    return good(Number(written))
  const { key, label } = given
  return bad(given, `${label}“${excerpt(sourceOf(given))}”不是数字。`, `写成 ${key}: 3。`)
}
