import type { Root } from 'hast'
import { toString as textOf } from 'hast-util-to-string'
import { visit } from 'unist-util-visit'

const han = '一二三四五六七八九'

/** Formats 1–99 in Han numerals; larger numbers in digits. */
function hanNumber(value: number): string {
  if (value > 99) return String(value)
  const tens = Math.floor(value / 10)
  const ten = tens === 0 ? '' : tens === 1 ? '十' : `${han[tens - 1]}十`
  return ten + (han[(value % 10) - 1] ?? '')
}

/** The number format of each `#` depth (GB/T 9704—2012, 7.3.3). */
const forms = {
  2: (value: number) => `${hanNumber(value)}、`,
  3: (value: number) => `（${hanNumber(value)}）`,
  4: (value: number) => `${value}.`,
  5: (value: number) => `（${value}）`,
} as const

const typedNumber =
  /^(?:第[〇零一二三四五六七八九十百\d]+[章节条部编]|[一二三四五六七八九十百]+[、.．]|[（(][一二三四五六七八九十百\d]+[）)]|\d+[、.．]|[①-⑳])/

/**
 * Creates a counter for headings. It returns the number to insert before a heading, or an empty
 * string for a heading with a typed number, which is counted as well. A heading restarts the
 * numbers of the levels below it.
 */
function headingNumbers() {
  const counts = new Map<number, number>()
  return (depth: keyof typeof forms, text: string): string => {
    const value = (counts.get(depth) ?? 0) + 1
    counts.set(depth, value)
    for (const level of counts.keys()) if (level > depth) counts.delete(level)
    return typedNumber.test(text) ? '' : forms[depth](value)
  }
}

/** Numbers the headings of Markdown and HTML in document order. */
export function numberHeadings(tree: Root): void {
  const number = headingNumbers()
  visit(tree, 'element', ({ properties: { className }, children }) => {
    const level = Array.isArray(className) && /^heading-([1-4])$/.exec(String(className[0]))?.[1]
    if (!level) return
    const depth = (Number(level) + 1) as keyof typeof forms
    const value = number(depth, textOf({ type: 'root', children }).trim())
    if (value !== '') children.unshift({ type: 'text', value })
  })
}
