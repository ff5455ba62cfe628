import type { ProseBlock } from './prose.js'

/**
 * Returns the blocks of an official document's attachment list (附件：1.… 2.…; GB/T 9704, 7.3.4): the
 * paragraph that begins with 附件：, and the numbered paragraphs or list items that directly follow
 * it.
 */
export function attachmentLines(blocks: readonly ProseBlock[]): ProseBlock[] {
  let goesOn = false
  return blocks.filter((block) => {
    const isFirst = block.kind === 'paragraph' && /^附件[：:]/.test(block.text)
    goesOn =
      isFirst || (goesOn && (block.inside === 'list' || /^\s*\d{1,2}[.．、]/.test(block.text)))
    return goesOn
  })
}
