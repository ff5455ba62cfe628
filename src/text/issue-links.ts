import type { Point } from '../model/place.js'

/**
 * The attribute by which content says where a link within the issue leads and where it is written:
 * `data-link="12:3 02-校园.md"`. `issue/links.ts` replaces it by the address on the page.
 */
export const linkAttribute = 'dataLink'

/** The value of the attribute for a target as written. */
export const linkValue = (target: string, { line, column }: Point): string =>
  `${line}:${column} ${target}`

/** Reads the attribute; undefined for an element without it. */
export function linkIn(value: unknown): { target: string; at: Point } | undefined {
  const found = typeof value === 'string' ? /^(\d+):(\d+) (.*)$/s.exec(value) : null
  if (!found) return undefined
  return {
    target: found[3] ?? '',
    at: { line: Number(found[1]), column: Number(found[2]) },
  }
}

/** Whether a target is an article, a heading of one (`02.md#一、缘起`), or one of the text itself. */
export const isWithinIssue = (target: string): boolean =>
  target.startsWith('#') || /\.(?:md|markdown)(?:#.*)?$/i.test(target)
