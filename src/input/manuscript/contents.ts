import type { Block, Paragraph, WordNote } from '../docx/model.js'
import { lookOf } from './look.js'

/** Dots or a tab, and a page number at the end. */
const row = /(?:[.．…·。\-_—]{3,}|[.．…·]{2,}|\t)[\s\u3000.．…·]*[（(]?\d{1,3}[）)]?$/u
const heading = /^目[\s\u3000]*[录次]$/u
/** So few rows may be a table without its rules. */
const fewest = 3

/** Takes a typed table of contents out: the program makes its own. */
export function takeContents(blocks: readonly Block[]): { blocks: Block[]; said: WordNote[] } {
  const kept: Block[] = []
  const said: WordNote[] = []
  for (let index = 0; index < blocks.length; ) {
    const found = contentsAt(blocks, index)
    if (found === 0) {
      const block = blocks[index]
      if (block) kept.push(block)
      index += 1
      continue
    }
    const rows = blocks.slice(index, index + found).filter(isParagraph)
    const [first] = rows
    if (first) {
      said.push({
        kind: 'removed',
        about: 'contents',
        text: rows.map((one) => lookOf(one).text).join('\n'),
        reason: '目录，排版时另做',
        place: first.place,
        near: first.id,
      })
    }
    index += found
  }
  return { blocks: kept, said }
}

/** How many blocks from here on are a table of contents. */
function contentsAt(blocks: readonly Block[], start: number): number {
  const isHeaded = isParagraph(blocks[start]) && heading.test(textOf(blocks[start]))
  const from = isHeaded ? start + 1 : start
  let end = from
  while (isRow(blocks[end])) end += 1
  const rows = end - from
  return rows >= fewest || (isHeaded && rows > 0) ? end - start : 0
}

const isParagraph = (block: Block | undefined): block is Paragraph => block?.type === 'paragraph'

const textOf = (block: Block | undefined): string => (isParagraph(block) ? lookOf(block).text : '')

const isRow = (block: Block | undefined): boolean =>
  isParagraph(block) && (/^(?:toc|目录)\s*\d/u.test(block.style) || row.test(lookOf(block).text))
