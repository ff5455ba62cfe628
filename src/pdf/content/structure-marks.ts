import { operationsOf } from './operations.js'

const marks = new Set(['BMC', 'BDC', 'EMC', 'MP', 'DP'])

/**
 * Returns a content stream without the marks that connect it to the document's structure. A copy
 * of a page must not have them: the text would be there twice.
 */
export function withoutStructure(content: string): string {
  const parts: string[] = []
  let copied = 0
  for (const { operator, from, to } of operationsOf(content)) {
    if (!marks.has(operator)) continue
    parts.push(content.slice(copied, from))
    copied = to
  }
  return parts.join('') + content.slice(copied)
}
