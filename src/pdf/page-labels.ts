import { dictionaryOf } from './syntax.js'
import { textString } from './text.js'

/** ISO 32000-1, table 159. */
const styles = {
  decimal: '/D',
  'lower-roman': '/r',
  'upper-roman': '/R',
  none: undefined,
} satisfies Record<string, string | undefined>

/** How the pages are numbered from some page on, until the next range. */
export interface PageLabels {
  /** Physical page, from 1. */
  from: number
  style: keyof typeof styles
  /** Before the number, or alone with `none`: 封面. */
  prefix?: string
  /** Number of the range's first page; 1 when not given. */
  start?: number
}

/**
 * The number tree of `/PageLabels`: what a reader shows as page number. Pages before the first
 * range count from 1, since the tree must begin with the first page.
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
