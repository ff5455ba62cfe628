import type { ProseBlock } from './prose.js'

/**
 * The lines of the list that an official document closes with (附件：1.… 2.…; GB/T 9704, 7.3.4): the
 * paragraph that begins with 附件：, and the numbered ones or the list that go on from it.
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
