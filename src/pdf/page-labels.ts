import { dictionaryOf } from './syntax.js'
import { textString } from './text.js'

/** Numbering styles (ISO 32000-1, table 159). */
const styles = {
  decimal: '/D',
  'lower-roman': '/r',
  'upper-roman': '/R',
  none: undefined,
} satisfies Record<string, string | undefined>

/** The page labels of a range of pages, up to the next range. */
export interface PageLabels {
  /** First physical page of the range, from 1. */
  from: number
  style: keyof typeof styles
  /** Text before the number, or the whole label with `none`: 封面. */
  prefix?: string
  /** Number of the range's first page. Default: 1. */
  start?: number
}

/**
 * Returns the `/PageLabels` number tree: the page numbers that a reader shows. The tree must begin
 * with the first page, so pages before the first range are numbered from 1.
 */
export function pageLabelTree(ranges: readonly PageLabels[]): string {
  const inOrder = ranges.toSorted((a, b) => a.from - b.from)
  if (inOrder[0]?.from !== 1) inOrder.unshift({ from: 1, style: 'decimal' })
  const numbers = inOrder.map(({ from, style, prefix, start }) => {
    const label = dictionaryOf([
      ['S', styles[style]],
      ['P', prefix === undefined ? undefined : textString(prefix)],
      ['St', start === undefined ? undefined : String(start)],
    ])
    return `${from - 1} ${label}`
  })
  return `<</Nums [${numbers.join(' ')}]>>`
}
