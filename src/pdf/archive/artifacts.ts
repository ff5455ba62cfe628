import { operationsOf } from '../content/operations.js'

const opens = new Set(['BMC', 'BDC'])
const builds = new Set(['m', 'l', 'c', 'v', 'y', 'h', 're', 'W', 'W*'])
const paintsPath = new Set(['f', 'F', 'f*', 'S', 's', 'B', 'B*', 'b', 'b*'])
const paintsAlone = new Set(['Tj', 'TJ', "'", '"', 'sh', 'Do'])

/**
 * Marks what is painted outside of every mark as an artifact, as page numbers, rules and
 * backgrounds are: PDF/A-2a and PDF/UA ask that everything is either tagged or an artifact (ISO
 * 32000-1, 14.8.2.2).
 *
 * @param drawsTagged Whether an XObject, by its resource name, contains marks of its own; those are
 *   no artifacts.
 */
export function withArtifacts(content: string, drawsTagged: (name: string) => boolean): string {
  const parts: string[] = []
  let copied = 0
  let depth = 0
  /** Where the path under construction begins. */
  let path: number | undefined
  const mark = (from: number, to: number) => {
    parts.push(content.slice(copied, from), `/Artifact BMC ${content.slice(from, to)} EMC`)
    copied = to
  }
  for (const { operator, operands, from, to } of operationsOf(content)) {
    if (opens.has(operator)) depth += 1
    else if (operator === 'EMC') depth -= 1
    else if (builds.has(operator)) path ??= from
    else if (paintsPath.has(operator)) {
      if (depth === 0) mark(path ?? from, to)
      path = undefined
    } else if (operator === 'n') path = undefined
    else if (depth === 0 && paintsAlone.has(operator)) {
      if (operator !== 'Do' || !drawsTagged(operands[0]?.slice(1) ?? '')) mark(from, to)
    }
  }
  return parts.join('') + content.slice(copied)
}
