import type { WordStyle } from '../../model/settings.js'
import type { Block, Inline, Paragraph, WordNote } from '../docx/model.js'
import { lookOf } from './look.js'

/** What styles mean, by their names in lower case. */
export type WordStyles = Readonly<Record<string, WordStyle>>

/**
 * Marks every paragraph with what its style means to the editor, and leaves out what nobody wants. A
 * paragraph with a picture or a note is never left out.
 */
export function withStyles(
  blocks: readonly Block[],
  styles: WordStyles,
): { blocks: Block[]; said: WordNote[] } {
  const said: WordNote[] = []
  const visit = (block: Block): Block[] => {
    if (block.type === 'box') return [{ ...block, blocks: block.blocks.flatMap(visit) }]
    if (block.type === 'table') {
      const rows = block.rows.map((row) => ({
        ...row,
        cells: row.cells.map((cell) => ({ ...cell, blocks: cell.blocks.flatMap(visit) })),
      }))
      return [{ ...block, rows }]
    }
    const use = Object.hasOwn(styles, block.style) ? styles[block.style] : undefined
    if (use === undefined) return [block]
    if (use !== 'drop') return [{ ...block, use, inlines: asUsed(block.inlines, use) }]
    if (!block.inlines.every(isPlain)) return [block]
    const { place, id: near } = block
    const reason = `样式“${block.style}”，设置里写了不要`
    const { text } = lookOf(block)
    said.push({ kind: 'removed', about: 'style', text, reason, place, near })
    return []
  }
  return { blocks: blocks.flatMap(visit), said }
}

const isPlain = ({ type }: Inline): boolean => type === 'text' || type === 'break'

const asUsed = (inlines: readonly Inline[], use: WordStyle): Inline[] =>
  inlines.map((one) =>
    use === 'kai' && one.type === 'text'
      ? { ...one, face: { ...one.face, typeface: '楷体' } }
      : one,
  )

/** Number of `#` of a heading by its style; undefined when the style says anything else. */
export function depthOf({ use }: Paragraph): number | undefined {
  const [, level] = /^heading([1-4])$/.exec(use ?? '') ?? []
  return level === undefined ? undefined : Number(level) + 1
}

/** The first paragraphs, as long as the settings say the same of their styles. */
export function leadingWith(paragraphs: readonly Paragraph[], meaning: WordStyle): Paragraph[] {
  const end = paragraphs.findIndex(({ use }) => use !== meaning)
  return paragraphs.slice(0, end === -1 ? paragraphs.length : end)
}
