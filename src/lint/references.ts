import type { ProseBlock } from './prose.js'

/** The kind of a work and of its carrier (GB/T 7714—2015, appendix B): [J], [EB/OL]. */
const kindOfWork =
  /\[(?:[MCGNJDRSPAKZ]|DB|CP|EB|CM|DS)(?:\/(?:MT|DK|CD|OL))?\]\s*(?:[.．。,，:：(（/]|\/\/|$)/
/** What stands over a list of references. */
const heading =
  /^(?:[一二三四五六七八九十\d]*[、.．]?\s*)?(?:主要)?(?:参考|引用|征引)(?:文献|书目|资料)[：:]?$/

/**
 * Marks the entries of lists of references: what gives the kind of its work, and what stands under a
 * heading or a line of that name. Their marks are half-width, each with a blank (GB/T 7714—2015, 7).
 */
export function withReferences(blocks: readonly ProseBlock[]): ProseBlock[] {
  let under = false
  return blocks.map((block) => {
    const isHeading = block.kind === 'heading' || heading.test(block.text.trim())
    if (isHeading) under = heading.test(block.text.trim())
    const isReference = (under && !isHeading) || kindOfWork.test(block.text)
    return isReference ? { ...block, isReference } : block
  })
}
