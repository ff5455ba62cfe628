import type { ProseBlock } from './prose.js'

/** The code for the type of a work and its carrier (GB/T 7714—2015, appendix B): [J], [EB/OL]. */
const kindOfWork =
  /\[(?:[MCGNJDRSPAKZ]|DB|CP|EB|CM|DS)(?:\/(?:MT|DK|CD|OL))?\]\s*(?:[.．。,，:：(（/]|\/\/|$)/
/** The heading of a list of references. */
const heading =
  /^(?:[一二三四五六七八九十\d]*[、.．]?\s*)?(?:主要)?(?:参考|引用|征引)(?:文献|书目|资料)[：:]?$/

/**
 * Marks the entries of lists of references: blocks with a document type code, and blocks under a
 * heading or line such as 参考文献. Their punctuation is half-width, followed by a space (GB/T
 * 7714—2015, 7).
 */
export function withReferences(blocks: readonly ProseBlock[]): ProseBlock[] {
  let isInList = false
  return blocks.map((block) => {
    const isHeading = block.kind === 'heading' || heading.test(block.text.trim())
    if (isHeading) isInList = heading.test(block.text.trim())
    const isReference = (isInList && !isHeading) || kindOfWork.test(block.text)
    return isReference ? { ...block, isReference } : block
  })
}
