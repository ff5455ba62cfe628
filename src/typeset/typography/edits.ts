import type { ElementContent } from 'hast'

/** Changes to a line of text. Offsets are UTF-16 units from the start of the line. */
export interface Edits {
  /** Replaces `length` units at `at` by `text`. */
  replace: { at: number; length: number; text: string }[]
  /** Additional break opportunities that the line breaker does not have. */
  breaks: number[]
  /** Ranges to wrap in a span with a class. They do not overlap. */
  spans: { from: number; to: number; className: string }[]
}

/**
 * Applies edits to one text node that begins at `start` of its line, and returns the nodes that
 * replace it. A span that extends beyond the node is cut there. `closed`: insertions at the end of
 * the node are included; otherwise they belong to the next node.
 */
export function edited(
  value: string,
  start: number,
  edits: Edits,
  closed = false,
): ElementContent[] {
  const end = start + value.length
  const made: ElementContent[] = []
  let at = start
  for (const { from, to, className } of edits.spans) {
    const [first, last] = [Math.max(from, at), Math.min(to, end)]
    if (first >= last) continue
    // A gap or break opportunity at the start of a span goes before the span; inside it, the line
    // could not break there.
    const begins = first === from
    made.push(...piece(value, start, { from: at, to: first, closed: begins }, edits))
    const inner = { from: first, to: last, open: begins }
    const children = piece(value, start, inner, edits)
    made.push({
      type: 'element',
      tagName: 'span',
      properties: { className: [className] },
      children,
    })
    at = last
  }
  made.push(...piece(value, start, { from: at, to: end, closed }, edits))
  return made
}

/**
 * A range of a line. `closed`: insertions at `to` are included. `open`: insertions at `from` are
 * excluded.
 */
interface Part {
  from: number
  to: number
  open?: boolean
  closed?: boolean
}

/** The text of a range with its replacements and break opportunities. */
function piece(
  value: string,
  start: number,
  { from, to, open = false, closed = false }: Part,
  edits: Edits,
): ElementContent[] {
  const made: ElementContent[] = []
  let text = ''
  let at = from
  const inside = ({ at: offset, length }: { at: number; length: number }) =>
    (offset > from || (offset === from && !(open && length === 0))) &&
    (offset < to || (offset === to && closed && length === 0))
  const changes = [
    ...edits.replace.map((one) => ({ ...one, mayBreak: false })),
    ...edits.breaks.map((offset) => ({ at: offset, length: 0, text: '', mayBreak: true })),
  ]
    .filter(inside)
    .sort((a, b) => a.at - b.at)
  for (const change of changes) {
    text += value.slice(at - start, change.at - start) + change.text
    at = Math.min(change.at + change.length, to)
    if (!change.mayBreak) continue
    if (text) made.push({ type: 'text', value: text })
    made.push({ type: 'element', tagName: 'wbr', properties: {}, children: [] })
    text = ''
  }
  text += value.slice(at - start, to - start)
  if (text) made.push({ type: 'text', value: text })
  return made
}

export interface TypographyOptions {
  /**
   * Set for the text of a table cell. No number breaks; in a `head` cell, words do not break
   * either.
   */
  cell?: 'head' | 'body' | undefined
  /**
   * Whether to put a quarter-cell gap between Han characters and digits or Latin (newsletter,
   * briefing) or none (document).
   */
  gap: boolean
}
