import type { ElementContent } from 'hast'

/** Changes to a line of text; offsets count UTF-16 units from the line's start. */
export interface Edits {
  /** Text written in place of `length` units. */
  replace: { at: number; length: number; text: string }[]
  /** Places where a line may break although the line breaker would not. */
  breaks: number[]
  /** Runs that stand in a span of a class; they never overlap. */
  spans: { from: number; to: number; className: string }[]
}

/**
 * The nodes for one text node that begins at `start` of its line. A span that leaves the node is cut
 * there. What is inserted at its end belongs to it when it is `closed`, else to the node after it.
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
    // A gap or a break at the beginning of a run stands before it: in it, the run would not let go
    // of the character in front.
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

/** A part of a line. What is inserted at its end belongs to it when it is closed, at its beginning unless it is open. */
interface Part {
  from: number
  to: number
  open?: boolean
  closed?: boolean
}

/** The text of a part with its replacements and break opportunities. */
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
  /** In a cell of a table: `head` breaks by sense; in both no number is cut. */
  cell?: 'head' | 'body' | undefined
  /** Whether digits and Latin stand a quarter cell off Han characters (newsletter, briefing) or not (document). */
  gap: boolean
}
