import type { Block, Paragraph } from '../docx/model.js'
import type { BodyOptions, Chunk } from './written.js'

/** The paragraphs from here on that are one note or quote by their style. */
export function quoteAt(blocks: readonly Block[], index: number): Paragraph[] {
  const found: Paragraph[] = []
  for (const block of blocks.slice(index)) {
    if (block.type !== 'paragraph' || (block.use !== 'note' && block.use !== 'quote')) break
    if (found[0] && found[0].use !== block.use) break
    found.push(block)
  }
  return found
}

/** Paragraphs as one note or quote. A note begins with 按. */
export function asQuote(
  paragraphs: readonly Paragraph[],
  chunks: readonly Chunk[],
  { said }: BodyOptions,
): Chunk[] {
  const [first] = paragraphs
  if (!first || chunks.length === 0) return []
  const inside = chunks.map(({ text }) => text.replace(/^> ?/gm, '')).join('\n\n')
  const isMarked = first.use !== 'note' || /^[*\s]*(?:编者)?按/u.test(inside)
  const instead = '编者按：'
  if (!isMarked) {
    const { place, id: near } = first
    const reason = '按样式认作编者按'
    said.push({ kind: 'added', about: 'style', instead, reason, place, near })
  }
  const text = quoted([isMarked ? inside : instead + inside])
  return [{ text, ids: chunks.flatMap(({ ids }) => ids) }]
}

/** Texts of Markdown as a quote. */
export const quoted = (texts: readonly string[]): string =>
  texts
    .join('\n\n')
    .split('\n')
    .map((line) => (line === '' ? '>' : `> ${line}`))
    .join('\n')
