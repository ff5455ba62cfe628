import type { Paragraph, Root } from 'mdast'
import { visit } from 'unist-util-visit'

/**
 * A line in which nothing can mean anything to the parser: its first character begins no block, none
 * of the others a span, a reference or an address, and no space hangs on either end.
 */
const plain =
  /^(?!\d{1,9}[.)])[^\0-/:-@[-`{-\x7f\ufeff](?:[^\0-\x1f\x7f&*<@[\\\]_`~\ufeff]*[^\0-\x20\x7f&*<@[\\\]_`~\ufeff])?$/
const address = /www\.|:\/\//i

/** What runs on over blank lines, fenced code and some HTML (CommonMark 4.5, 4.6); and line ends of another kind. */
const runsOn = /```|~~~|<(?:script|pre|style|textarea|[!?])|\r(?!\n)|^\ufeff/i

/** A text without its plain paragraphs. */
export interface Remainder {
  text: string
  /** Puts them into the tree of `text`, which then is that of the whole. */
  complete(root: Root): Root
}

/** Some lines between two blank ones. Lines count from 1, offsets from 0. */
interface Block {
  first: number
  last: number
  /** In the whole text, without the line's end. */
  start: number
  end: number
  isPlain: boolean
}

/**
 * Takes the paragraphs that are nothing but text out of an article, which is most of it. The parser
 * goes through a text three times, character by character, and finds nothing in these. Of
 * neighbours the first leaves one character in its place, to keep apart what stands before and after
 * them; every line stays where it is. Undefined when there is nothing to take out.
 */
export function remainderOf(text: string): Remainder | undefined {
  if (runsOn.test(text)) return undefined
  const lines = text.split('\n')
  const blocks = blocksOf(lines)
  const taken = new Map<number, Block[]>()
  let run: Block[] | undefined
  for (const block of blocks) {
    if (!block.isPlain) {
      run = undefined
      continue
    }
    for (let line = block.first; line <= block.last; line++) lines[line - 1] = ''
    if (run) run.push(block)
    else {
      run = [block]
      taken.set(block.first, run)
      lines[block.first - 1] = '甲'
    }
  }
  if (taken.size === 0) return undefined
  return { text: lines.join('\n'), complete: (root) => completed(root, taken, text) }
}

function blocksOf(lines: readonly string[]): Block[] {
  const blocks: Block[] = []
  let block: Block | undefined
  let start = 0
  for (const [index, line] of lines.entries()) {
    const words = line.endsWith('\r') ? line.slice(0, -1) : line
    if (/^[ \t]*$/.test(words)) block = undefined
    else {
      if (!block) {
        block = { first: index + 1, last: 0, start, end: 0, isPlain: true }
        blocks.push(block)
      }
      block.last = index + 1
      block.end = start + words.length
      block.isPlain &&= plain.test(words) && !address.test(words)
    }
    start += line.length + 1
  }
  return blocks
}

function completed(root: Root, taken: ReadonlyMap<number, readonly Block[]>, text: string): Root {
  const lineStarts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1))
    lineStarts.push(at + 1)
  const startOf = (line: number) => lineStarts[line - 1] ?? 0
  const paragraphOf = ({ first, last, start, end }: Block): Paragraph => {
    const position = () => ({
      start: { line: first, column: 1, offset: start },
      end: { line: last, column: end - startOf(last) + 1, offset: end },
    })
    const value = text.slice(start, end)
    return {
      type: 'paragraph',
      children: [{ type: 'text', value, position: position() }],
      position: position(),
    }
  }
  visit(root, ({ position }) => {
    if (!position) return
    for (const point of [position.start, position.end])
      point.offset = startOf(point.line) + point.column - 1
  })
  root.children = root.children.flatMap((child) => {
    const run = taken.get(child.position?.start.line ?? 0)
    return run ? run.map(paragraphOf) : [child]
  })
  const last = root.children.at(-1)?.position?.end
  if (root.position && last?.line === lineStarts.length) root.position.end = { ...last }
  return root
}
